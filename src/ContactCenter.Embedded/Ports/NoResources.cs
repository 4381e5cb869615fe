using ContactCenter.Core.Contacts.Service;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Core.Remediation.EventSources;
using ContactCenter.Core.Remediation.Failover;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Embedded.Ports;

/// <summary>There are no tables on this machine.</summary>
internal sealed class NoTables : ITableCapacity
{
    public Task<TableState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult(new TableState { Name = resource, ReadAt = now, Exists = false, Resources = [] });

    public Task<ChangeOutcome> ApplyAsync(string resource, CapacityChange change, CancellationToken cancellationToken) =>
        Task.FromResult(ChangeOutcome.Stale);
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

/// <summary>There are no flows of an instance and no second Region on this machine.</summary>
internal sealed class NoFailover : IRemediable<FailoverState, FailoverChange>
{
    public Task<FailoverState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult(new FailoverState
        {
            Resource = resource,
            Missing = new FailoverGap("there is no Amazon Connect on this machine", "Fail it over where it is deployed"),
        });

    public Task<ChangeOutcome> ApplyAsync(string resource, FailoverChange change, CancellationToken cancellationToken) =>
        Task.FromResult(ChangeOutcome.Stale);
}

/// <summary>Queues that were forced on this machine.</summary>
internal sealed class ForcedQueues(FailoverPorts ports) : IForcedQueues
{
    public async ValueTask<IReadOnlyCollection<string>> ReadAsync(CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await foreach (var queue in ports.Leases(FailoverActs.Queue.Entry.Name).DueAsync(DateTimeOffset.MaxValue, cancellationToken))
        {
            names.Add(queue);
        }

        return names;
    }
}
