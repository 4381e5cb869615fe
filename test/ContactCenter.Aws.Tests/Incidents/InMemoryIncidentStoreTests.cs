using ContactCenter.Core.Incidents;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>The contract, kept by the store in memory.</summary>
public sealed class InMemoryIncidentStoreTests : IncidentStoreContract
{
    protected override ValueTask<IIncidentStore> StoreAsync() => ValueTask.FromResult<IIncidentStore>(new InMemoryIncidentStore());
}
