using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Simulation;
using ContactCenter.Simulation.DynamoDb;

namespace ContactCenter.Embedded.World;

/// <summary>The tables of the simulated center, behind the port through which real ones are repaired.</summary>
internal sealed class SimulatedTables(ContactCenterSimulation center) : ITableCapacity
{
    public Task<TableState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(
        center.DescribeTable(resource) is { } state
            ? state with { ReadAt = now }
            : new TableState { Name = resource, ReadAt = now, Exists = false, Resources = [] });

    public Task<ChangeOutcome> ApplyAsync(string resource, CapacityChange change, CancellationToken cancellationToken) => Task.FromResult(
        center.DescribeTable(resource) is null ? ChangeOutcome.Gone : center.UpdateTable(resource, change.Update) switch
        {
            UpdateAnswer.Accepted => ChangeOutcome.Done,
            UpdateAnswer.ResourceInUse => ChangeOutcome.InUse,
            UpdateAnswer.LimitExceeded => ChangeOutcome.LimitExceeded,
            _ => ChangeOutcome.Stale,
        });
}
