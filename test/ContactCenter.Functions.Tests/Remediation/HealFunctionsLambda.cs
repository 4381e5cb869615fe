using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Core.Remediation.EventSources;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Functions.Tests.Remediation;

/// <summary>Lambda as the remediation of functions sees it: "hook" with a reservation, "deliver" with one event source.</summary>
internal sealed class HealFunctionsLambda :
    IRemediable<ReservedConcurrencyState, ReservedConcurrencyChange>, IRemediable<EventSourceMappingState, EventSourceMappingChange>
{
    public int Reserved { get; set; } = 50;

    /// <summary>Throttles of the last minutes, oldest first.</summary>
    public long[] Throttles { get; set; } = [0, 12, 30];

    public EventSourceMapping Source { get; set; } = new("u-1", "arn:aws:sqs:eu-central-1:123456789012:orders", "Enabled");

    /// <summary>What the service says to the next changes; then it takes them.</summary>
    public Queue<ChangeOutcome> Answers { get; } = new();

    /// <summary>True where nobody may read it.</summary>
    public bool IsRefused { get; set; }

    public List<int> Reservations { get; } = [];

    public List<string> Enabled { get; } = [];

    Task<ReservedConcurrencyState> IRemediable<ReservedConcurrencyState, ReservedConcurrencyChange>.ReadAsync(
        string resource, DateTimeOffset now, CancellationToken cancellationToken) => IsRefused
        ? throw new InvalidOperationException("not authorized to perform lambda:GetFunctionConcurrency")
        : Task.FromResult(new ReservedConcurrencyState
        {
            Function = resource,
            Reserved = Reserved,
            AccountLimit = 1000,
            Unreserved = 1000 - Reserved,
            Throttles = Throttles,
            Concurrent = [.. Throttles.Select(_ => 20)],
        });

    public Task<ChangeOutcome> ApplyAsync(string resource, ReservedConcurrencyChange change, CancellationToken cancellationToken)
    {
        var answer = Answers.TryDequeue(out var next) ? next : ChangeOutcome.Done;
        if (answer == ChangeOutcome.Done)
        {
            Reserved = change.Reserved;
            Reservations.Add(change.Reserved);
        }

        return Task.FromResult(answer);
    }

    Task<EventSourceMappingState> IRemediable<EventSourceMappingState, EventSourceMappingChange>.ReadAsync(
        string resource, DateTimeOffset now,
        CancellationToken cancellationToken) =>
            Task.FromResult(new EventSourceMappingState(resource, resource == "deliver" ? [Source] : []));

    public Task<ChangeOutcome> ApplyAsync(string resource, EventSourceMappingChange change, CancellationToken cancellationToken)
    {
        Enabled.AddRange(change.Enable);
        Source = Source with { State = "Enabled", StateTransitionReason = "" };
        return Task.FromResult(ChangeOutcome.Done);
    }
}
