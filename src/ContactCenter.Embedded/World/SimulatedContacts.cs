using System.Text.Json.Nodes;
using ContactCenter.Core.Contacts.Synthetic;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Simulation;

namespace ContactCenter.Embedded.World;

/// <summary>
/// Test cases over a simulated center, which answer as Amazon Connect was seen to (<c>test/Recorded/connect/test-cases.json</c>): a contact
/// that goes right ends after 26 seconds, a check that fails at once, and what never comes fails after five minutes.
/// </summary>
internal sealed class SimulatedContacts(ContactCenterSimulation center, INotebook notebook, TimeProvider clock) : ISyntheticCenter
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(26);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, (DateTimeOffset At, SyntheticStep? Missed)> _executions = new(StringComparer.Ordinal);

    public ValueTask<double?> CallsPercentAsync(DateTimeOffset now, CancellationToken cancellationToken) => new(center.CallsPercent);

    public ValueTask<SyntheticBegin> BeginAsync(SyntheticContact contact, string token, CancellationToken cancellationToken)
    {
        _executions[token] = (clock.GetUtcNow(), center.Missed(contact));
        return new(new SyntheticBegin(token, null, IsUnavailable: false));
    }

    public ValueTask<SyntheticOutcome?> ReadAsync(
        SyntheticContact contact, string execution, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (at, missed) = _executions[execution];
        var lasts = missed is null or SyntheticStep.Bot ? Lasts : Patience;
        if (now - at < lasts)
        {
            return default;
        }

        _ = _executions.Remove(execution);
        return new(missed is null
            ? new SyntheticOutcome(SyntheticResult.Right, now) { Seconds = lasts.TotalSeconds }
            : ExecutionRecords.Failed(contact, Records(contact, missed.Value), now) with { Seconds = lasts.TotalSeconds });
    }

    /// <summary>Numbers of this center lead where they should: a call arrives unless its flow fails.</summary>
    public async ValueTask<string?> DialAsync(SyntheticContact contact, string token, CancellationToken cancellationToken)
    {
        if (center.Missed(contact) is null)
        {
            _ = await notebook.TryAddAsync(
                SyntheticCall.ArrivalNote(token), token, clock.GetUtcNow() + TimeSpan.FromDays(1), cancellationToken);
        }

        return null;
    }

    public ValueTask<SyntheticOutcome> ChatAsync(SyntheticContact contact, string token, CancellationToken cancellationToken) =>
        new(center.Missed(contact) is { } missed
            ? new SyntheticOutcome(SyntheticResult.Wrong, clock.GetUtcNow()) { Step = missed }
            : new SyntheticOutcome(SyntheticResult.Right, clock.GetUtcNow()));

    /// <summary>
    /// Whatever comes before the step has passed. That a bot has not understood is found when the queue is reached: its block begins all
    /// the same, and leads on.
    /// </summary>
    private static List<ExecutionRecord> Records(SyntheticContact contact, SyntheticStep missed)
    {
        var checkedAt = missed == SyntheticStep.Bot ? SyntheticStep.Queue : missed;
        List<ExecutionRecord> records =
        [
            .. contact.Steps.TakeWhile(step => step != checkedAt)
                .Select(static step => new ExecutionRecord(TestCaseContent.NameOf(step), IsPassed: true, "{}")),
        ];
        var failed = new JsonObject { ["Type"] = "OBSERVATION", ["Status"] = "FAILED" };
        if (missed == SyntheticStep.Bot)
        {
            failed["Actions"] = new JsonArray(new JsonObject
            {
                ["Identifier"] = TestCaseContent.HeardAction,
                ["Type"] = "Assert",
                ["Status"] = "FAILED",
            });
        }

        records.Add(new ExecutionRecord(TestCaseContent.NameOf(checkedAt), IsPassed: false, failed.ToJsonString()));
        return records;
    }
}
