using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Aws.Tests.Remediation;

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryLeasesTests : LeasesContract
{
    protected override ValueTask<IRemediationLeases<CapacityChange>> LeasesAsync() =>
        ValueTask.FromResult<IRemediationLeases<CapacityChange>>(new InMemoryLeases<CapacityChange>());
}
