using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Simulation;

namespace ContactCenter.Embedded.World;

/// <summary>The functions of the simulated center, behind the port through which the concurrency of real ones is lifted.</summary>
/// <param name="center">The center.</param>
/// <param name="accountLimit">The account's quota of concurrent executions.</param>
internal sealed class SimulatedFunctions(ContactCenterSimulation center, int accountLimit) : IRemediable<ReservedConcurrencyState, ReservedConcurrencyChange>
{
    public Task<ReservedConcurrencyState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(
        center.DescribeFunction(resource, accountLimit) ?? new ReservedConcurrencyState { Function = resource, Exists = false, Unreserved = 0 });

    public Task<ChangeOutcome> ApplyAsync(string resource, ReservedConcurrencyChange change, CancellationToken cancellationToken)
    {
        center.SetFunctionConcurrency(resource, change.Reserved);
        return Task.FromResult(ChangeOutcome.Done);
    }
}
