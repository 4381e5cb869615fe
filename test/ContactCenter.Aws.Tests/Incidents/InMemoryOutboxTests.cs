using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>The contract, kept by the outbox in memory.</summary>
public sealed class InMemoryOutboxTests : OutboxContract
{
    protected override ValueTask<(IIncidentStore Store, IOutbox Outbox)> OutboxAsync()
    {
        var store = new InMemoryIncidentStore();
        return ValueTask.FromResult<(IIncidentStore, IOutbox)>((store, store.Outbox));
    }
}
