using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Plan;

/// <summary>
/// The alarms of the plan that make sense in the Region that stands by: those on the parts of this system that are there. Metrics of Amazon
/// Connect, of hooks and tables are in the Region of the instance; an alarm on them elsewhere never has a sample.
/// </summary>
public static class StandbyPlan
{
    /// <summary>What is in every Region in which the pipeline is, whatever its parts are called.</summary>
    private static readonly string[] OfEveryPart =
    [
        AlarmIds.HeartbeatMissing, AlarmIds.MessagesGivenUp, AlarmIds.DeliveryBehind, AlarmIds.ScheduleDropped,
    ];

    /// <summary>All of them, in the order of the catalog.</summary>
    public static IEnumerable<BoundAlarm> For(ContactCenterConfiguration configuration)
    {
        var names = DeploymentNames.Of(configuration);
        SystemFunction[] functions = [.. SystemFunctions.StandingBy(configuration)];
        var errors = functions.Select(static function => function.Name).ToHashSet(StringComparer.Ordinal);
        var dead = functions.Where(static function => function.HasDeadLetters)
            .Select(names.DeadLetters)
            .Append(names.SystemDeadLetters)
            .Append(names.AudienceDeadLetters)
            .Select(names.WithoutPrefix)
            .ToHashSet(StringComparer.Ordinal);
        return AlarmPlan.For(configuration).Where(alarm => alarm.Definition.Id switch
        {
            AlarmIds.OwnFunctionErrors => errors.Contains(alarm.Resource),
            AlarmIds.DeadLetters => dead.Contains(alarm.Resource),
            AlarmIds.TopicDeliveryFailed => alarm.Resource != names.WithoutPrefix(names.ReachTopic),
            var id => OfEveryPart.Contains(id, StringComparer.Ordinal),
        });
    }
}
