using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Embedded.Faults;

/// <summary>The in-memory outbox, with processes that die before and after each call.</summary>
internal sealed class FaultyOutbox(InMemoryOutbox outbox, FaultDice dice, Sabotage sabotage) : IOutbox
{
    public async ValueTask<EffectLease?> ClaimAsync(
        string effectId, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        dice.MayCrash("before claiming");
        var lease = await outbox.ClaimAsync(effectId, now, until, cancellationToken);
        dice.MayCrash("after claiming");
        return lease;
    }

    public async ValueTask<bool> CompleteAsync(
        EffectLease lease, DeliveryResult result, DateTimeOffset now, CancellationToken cancellationToken)
    {
        dice.MayCrash("before marking as done");
        var marked = sabotage == Sabotage.ForgetsDeliveries && result is Delivered
            || await outbox.CompleteAsync(lease, result, now, cancellationToken);
        dice.MayCrash("after marking as done");
        return marked;
    }

    public ValueTask<bool> HastenAsync(string effectId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        dice.MayCrash("before hastening");
        return outbox.HastenAsync(effectId, now, cancellationToken);
    }

    public ValueTask<IReadOnlyList<string>> DueAsync(
        DateTimeOffset now, int limit, Action<UnreadableItemException> unreadable, CancellationToken cancellationToken)
    {
        dice.MayCrash("before asking what was left behind");
        return outbox.DueAsync(now, limit, unreadable, cancellationToken);
    }
}
