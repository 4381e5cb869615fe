using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Core.Remediation.EventSources;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Embedded.Ports;

/// <summary>There are no tables on this machine.</summary>
internal sealed class NoTables : ITableCapacity
{
    public Task<TableState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult(new TableState { Name = resource, ReadAt = now, Exists = false, Resources = [] });

    public Task<ChangeOutcome> ApplyAsync(string resource, CapacityChange change, CancellationToken cancellationToken) => Task.FromResult(ChangeOutcome.Stale);
}

/// <summary>There are no functions on this machine whose concurrency could be reserved.</summary>
internal sealed class NoConcurrency : IRemediable<ReservedConcurrencyState, ReservedConcurrencyChange>
{
    public Task<ReservedConcurrencyState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult(new ReservedConcurrencyState { Function = resource, Exists = false, Unreserved = 0 });

    public Task<ChangeOutcome> ApplyAsync(string resource, ReservedConcurrencyChange change, CancellationToken cancellationToken) =>
        Task.FromResult(ChangeOutcome.Stale);
}

/// <summary>There are no event sources on this machine.</summary>
internal sealed class NoEventSources : IRemediable<EventSourceMappingState, EventSourceMappingChange>
{
    public Task<EventSourceMappingState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult(new EventSourceMappingState(resource, []));

    public Task<ChangeOutcome> ApplyAsync(string resource, EventSourceMappingChange change, CancellationToken cancellationToken) =>
        Task.FromResult(ChangeOutcome.Stale);
}
