using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Synthetic;
using ContactCenter.Core.Incidents.Changes;

namespace ContactCenter.Functions.Contacts.Synthetic;

/// <summary>
/// Every minute: looks how synthetic contacts go and begins those that are due. Changes of flows, bots and functions come here too, as
/// events of CloudTrail, and have all of them tried once it is quiet.
/// </summary>
public sealed class RunSyntheticContactsFunction(
    SyntheticDesk desk, MetricLine metrics, FunctionEnvironment environment, TimeProvider clock)
{
    /// <summary>Takes an event of CloudTrail, or what a schedule sends.</summary>
    [LambdaFunction]
    public async Task<Stream> RunSyntheticContacts(Stream input, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var now = clock.GetUtcNow();
        if (CloudTrailReader.Read(await Reply.ReadAsync(input)) is { IsRefused: false } change)
        {
            // a time that lies ahead would hold all of them back
            await desk.ChangedAsync(change.At < now ? change.At : now, now, limit.Token);
            context.Logger.LogInformation("After {Change} synthetic contacts are tried when it is quiet", change.Id);
            return Reply.Json(new SyntheticReply([], [], IsHeld: false), FunctionsJson.Default.SyntheticReply);
        }

        var run = await desk.RunAsync(now, limit.Token);
        foreach (var (contact, end) in run.Ends)
        {
            context.Logger.LogInformation(
                "Synthetic contact {Contact} went {Result}{Step}: {Text}",
                contact.Id,
                end.Result,
                end.Step is { } step ? $" at {step}" : "",
                end.Result == SyntheticResult.Unknown ? end.Text ?? "" : "");
            Tell(now, contact.Flow, end);
        }

        metrics.Tell(
            now,
            [("InstanceId", environment.Configuration.Instance.Id)],
            (OwnMetrics.SyntheticContactsUnproven.Name, OwnMetrics.SyntheticContactsUnproven.Unit, run.Unproven));
        return Reply.Json(
            new SyntheticReply(run.Begun, [.. run.Ends.Select(static end => $"{end.Contact.Id} {end.End.Result}")], run.IsHeld),
            FunctionsJson.Default.SyntheticReply);
    }

    private void Tell(DateTimeOffset now, string flow, SyntheticOutcome end)
    {
        if (end.Result == SyntheticResult.Unknown)
        {
            return;
        }

        metrics.Tell(
            now,
            [("InstanceId", environment.Configuration.Instance.Id), (OwnMetrics.ContactFlow, flow)],
            (OwnMetrics.SyntheticContactsWrong.Name, OwnMetrics.SyntheticContactsWrong.Unit, end.Result == SyntheticResult.Wrong ? 1 : 0),
            (OwnMetrics.SyntheticContactTime.Name, OwnMetrics.SyntheticContactTime.Unit, end.Seconds ?? double.NaN));
    }
}

/// <summary>What one look has done.</summary>
/// <param name="Begun">Ids of contacts that were begun.</param>
/// <param name="Ended">Those that ended, each with how.</param>
/// <param name="IsHeld">Whether some were due and none was begun, because customers need the calls.</param>
public sealed record SyntheticReply(IReadOnlyList<string> Begun, IReadOnlyList<string> Ended, bool IsHeld);
