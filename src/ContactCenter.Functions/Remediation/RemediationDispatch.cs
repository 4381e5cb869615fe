using Amazon.Lambda.Core;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Functions.Remediation;

/// <summary>
/// What every function that repairs does with an event: an incident asks by the remediation topic, an alarm comes straight from its topic,
/// or the minute's schedule looks after what was asked for lately or is on lease. After a request it goes on looking for as long as Lambda
/// lets it.
/// </summary>
public sealed class RemediationDispatch(AlarmTriage triage, IIncidentStore incidents, TimeProvider clock)
{
    /// <summary>A look takes a few calls to services; the last one must end before Lambda ends the invocation.</summary>
    private static readonly TimeSpan OneLook = TimeSpan.FromSeconds(10);

    /// <summary>Does what the event asks of some remediations; what it asks of others is theirs.</summary>
    public async Task<Stream> RunAsync(
        Stream request, RunningRemediations registry, ILambdaContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var asked = RemediationRequest.Read(await Reply.ReadAsync(request), now);
        if (asked.IsSchedule)
        {
            return await LookAtAllAsync(registry, context.Logger, cancellationToken);
        }

        var until = now + context.RemainingTime - OneLook;
        var requests = new List<Task<IReadOnlyList<RemediationLook>>>();
        foreach (var repair in asked.Repairs)
        {
            if (registry.Find(repair.Remediation) is { } remediation)
            {
                requests.Add(repair.RolledBackBy is { } by
                    ? RollBackAsync(remediation, repair, by, cancellationToken)
                    : remediation.RemediateAsync(
                    repair.Target, repair.IncidentId, ResourceRemediation.IsApproved(repair, now), until, cancellationToken));
            }
        }

        foreach (var alarm in asked.Alarms.Select(alarm => triage.Triage(alarm, now)).Where(alarm =>
            alarm.Moment.State == AlarmState.Alarm && !alarm.IsSuppressed))
        {
            if (registry.Find(alarm.Remediation) is { } remediation)
            {
                requests.Add(remediation.RemediateAsync(
                    alarm.Target, await IncidentOfAsync(alarm, cancellationToken), isApproved: false, until, cancellationToken));
            }
        }

        var looks = (await Task.WhenAll(requests)).SelectMany(each => each).ToArray();
        return Answer(looks, [], context.Logger);
    }

    private static async Task<IReadOnlyList<RemediationLook>> RollBackAsync(
        ResourceRemediation remediation, RemediateEffect asked, string by, CancellationToken cancellationToken) =>
        [await remediation.RollBackAsync(asked.Target, asked.IncidentId, by, cancellationToken)];

    /// <summary>The incident may not be there yet: triage gets the alarm at the same time, and then asks by the topic.</summary>
    private async Task<string?> IncidentOfAsync(TriagedAlarm alarm, CancellationToken cancellationToken)
    {
        var (own, storm) = await incidents.LoadAsync(alarm.Key, cancellationToken);
        return new[] { own.Incident, storm.Incident }.FirstOrDefault(incident => incident is { IsActive: true })?.Id;
    }

    private static async Task<Stream> LookAtAllAsync(
        RunningRemediations registry, ILambdaLogger logger, CancellationToken cancellationToken)
    {
        var (looks, problems) = (new List<RemediationLook>(), new List<string>());
        foreach (var remediation in registry.All)
        {
            var (seen, failed) = await remediation.LookAtAllAsync(cancellationToken);
            looks.AddRange(seen);
            problems.AddRange(failed);
        }

        return Answer(looks, problems, logger);
    }

    private static Stream Answer(IReadOnlyList<RemediationLook> looks, IReadOnlyList<string> problems, ILambdaLogger logger)
    {
        foreach (var look in looks)
        {
            logger.LogInformation(
                "Repair of {Resource}, outcome {Outcome}: {Text}", look.Resource, look.Report?.Outcome?.ToString() ?? "none", look.Text);
        }

        foreach (var problem in problems)
        {
            logger.LogError("A resource could not be looked at: {Problem}", problem);
        }

        return Reply.Json(
            new RemediationReply(
                [.. looks.Select(look => new RemediationReply.Look(look.Resource, look.Report?.Outcome, look.Helped, look.Text))],
                problems),
            FunctionsJson.Default.RemediationReply);
    }
}
