using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring;
using ContactCenter.Core.Monitoring.Triage;
using ContactCenter.Core.Remediation;

namespace ContactCenter.Functions;

/// <summary>
/// Heals the capacity of tables: when an incident asks by the remediation topic, when a capacity alarm comes straight from its topic, and
/// every minute those that were asked for lately or have capacity on loan. After a request it goes on looking for as long as Lambda lets it.
/// </summary>
public sealed class HealCapacityFunction(TableHealing healing, AlarmTriage triage, IIncidentStore incidents, TimeProvider clock)
{
    /// <summary>A look takes a few calls to services; the last one must end before Lambda ends the invocation.</summary>
    private static readonly TimeSpan OneLook = TimeSpan.FromSeconds(10);

    /// <summary>Heals what the event asks for; an event that asks for nothing is the schedule's.</summary>
    [LambdaFunction]
    public async Task<Stream> HealCapacity(Stream request, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var now = clock.GetUtcNow();
        var asked = HealCapacityRequest.Read(await Reply.ReadAsync(request), now);
        if (asked.IsSchedule)
        {
            return await LookAtAllAsync(context.Logger, limit.Token);
        }

        var until = now + context.RemainingTime - OneLook;
        var requests = new List<Task<IReadOnlyList<HealingLook>>>();
        foreach (var repair in asked.Repairs.Where(repair => repair.Remediation == CapacityRemediation.RegistryEntry.Name))
        {
            requests.Add(healing.HealAsync(repair.Target, repair.IncidentId, repair.ApprovedBy is not null, until, limit.Token));
        }

        foreach (var alarm in asked.Alarms.Select(triage.Triage).Where(IsForUs))
        {
            requests.Add(healing.HealAsync(alarm.Target, await IncidentOfAsync(alarm, limit.Token), isApproved: false, until, limit.Token));
        }

        var looks = (await Task.WhenAll(requests)).SelectMany(each => each).ToArray();
        return Answer(looks, [], context.Logger);
    }

    private static bool IsForUs(TriagedAlarm alarm) =>
        alarm.Remediation == CapacityRemediation.RegistryEntry.Name && alarm.Moment.State == AlarmState.Alarm && !alarm.IsSuppressed;

    /// <summary>The incident may not be there yet: triage gets the alarm at the same time, and then asks by the topic.</summary>
    private async Task<string?> IncidentOfAsync(TriagedAlarm alarm, CancellationToken cancellationToken)
    {
        var (own, storm) = await incidents.LoadAsync(alarm.Key, cancellationToken);
        return new[] { own.Incident, storm.Incident }.FirstOrDefault(incident => incident is { IsActive: true })?.Id;
    }

    private async Task<Stream> LookAtAllAsync(ILambdaLogger logger, CancellationToken cancellationToken)
    {
        var (looks, problems) = await healing.LookAtAllAsync(cancellationToken);
        return Answer(looks, problems, logger);
    }

    private static Stream Answer(IReadOnlyList<HealingLook> looks, IReadOnlyList<string> problems, ILambdaLogger logger)
    {
        foreach (var look in looks)
        {
            logger.LogInformation("Table {Table}, outcome {Outcome}: {Text}", look.Table, look.Report?.Outcome?.ToString() ?? "none", look.Text);
        }

        foreach (var problem in problems)
        {
            logger.LogError("A table could not be looked at: {Problem}", problem);
        }

        return Reply.Json(
            new HealCapacityReply([.. looks.Select(look => new HealCapacityReply.Look(look.Table, look.Report?.Outcome, look.Helped, look.Text))], problems),
            FunctionsJson.Default.HealCapacityReply);
    }
}
