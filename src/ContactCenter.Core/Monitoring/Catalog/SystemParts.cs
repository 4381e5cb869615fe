using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>
/// What this system is made of, as alarms of scope <see cref="AlarmScope.System"/> choose it (<see cref="AlarmDefinition.Parts"/>).
/// </summary>
internal static class SystemParts
{
    /// <summary>Whatever reports a heartbeat.</summary>
    public static IEnumerable<SystemPart> Heartbeats(ContactCenterConfiguration _) =>
        HeartbeatComponents.All.Select(static component => Component(component, component));

    /// <summary>Functions but hooks: those are watched as functions that contact flows call, so not twice.</summary>
    public static IEnumerable<SystemPart> FunctionsButHooks(ContactCenterConfiguration configuration) =>
        Functions(configuration, static function => !function.IsHook);

    /// <summary>Hooks by the name under which they count.</summary>
    public static IEnumerable<SystemPart> Hooks(ContactCenterConfiguration configuration) => SystemFunctions.For(configuration)
        .Where(static function => function.IsHook)
        .Select(static function => new SystemPart(function.Name, "hook", function.Handler));

    /// <summary>What reads the stream of effects.</summary>
    public static IEnumerable<SystemPart> EffectReaders(ContactCenterConfiguration configuration) =>
        Functions(configuration, static function => function == SystemFunctions.DeliverEffects);

    /// <summary>What reads the stream of calls while they last, where they are followed.</summary>
    public static IEnumerable<SystemPart> CallReaders(ContactCenterConfiguration configuration) =>
        Functions(configuration, static function => function == SystemFunctions.TrackCalls);

    /// <summary>The tasks of supervisors, where calls are followed while they last.</summary>
    public static IEnumerable<SystemPart> SupervisorTasks(ContactCenterConfiguration configuration) =>
        configuration.Sentiment.IsLive ? [Component("supervisors", "")] : [];

    /// <summary>What tries whether customers get through, where that is configured.</summary>
    public static IEnumerable<SystemPart> SyntheticContacts(ContactCenterConfiguration configuration) =>
        configuration.Synthetic is null ? [] : [Component("synthetic-contacts", "")];

    /// <summary>Functions whose event sources shall not stay disabled, also those of the configuration.</summary>
    public static IEnumerable<SystemPart> EventSources(ContactCenterConfiguration configuration) =>
        Named(configuration, _ => RemediableFunctions.EventSources(configuration).Select(static source => source.Function));

    /// <summary>Dead-letter queues.</summary>
    public static IEnumerable<SystemPart> DeadLetterQueues(ContactCenterConfiguration configuration) =>
        Named(configuration, names => names.DeadLetterQueues(configuration));

    /// <summary>Topics.</summary>
    public static IEnumerable<SystemPart> Topics(ContactCenterConfiguration configuration) =>
        Named(configuration, names => names.Topics(configuration));

    /// <summary>The channels by which people are told.</summary>
    public static IEnumerable<SystemPart> Channels(ContactCenterConfiguration configuration) => configuration.Audiences.Values
        .Concat(configuration.OnCall.Values.SelectMany(static schedule => schedule.Participants.Select(person => person.Endpoints)))
        .SelectMany(static endpoints => endpoints)
        .Select(static endpoint => OwnMetricNames.ValueOf(endpoint.Channel))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Select(static channel => Component(channel, channel));

    /// <summary>All schedules together: EventBridge Scheduler counts what it dropped without saying of which.</summary>
    public static IEnumerable<SystemPart> Schedules(ContactCenterConfiguration _) => [Component("schedules", "")];

    private static IEnumerable<SystemPart> Functions(ContactCenterConfiguration configuration, Func<SystemFunction, bool> chosen)
    {
        var names = DeploymentNames.Of(configuration);
        return SystemFunctions.For(configuration)
            .Where(chosen)
            .Select(function => new SystemPart(function.Name, "function", names.Function(function)));
    }

    private static IEnumerable<SystemPart> Named(
        ContactCenterConfiguration configuration, Func<DeploymentNames, IEnumerable<string>> chosen)
    {
        var names = DeploymentNames.Of(configuration);
        return chosen(names).Select(name => Component(names.WithoutPrefix(name), name));
    }

    private static SystemPart Component(string resource, string value) => new(resource, "component", value);
}
