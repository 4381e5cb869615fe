using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Functions.Tests.Incidents;

/// <summary>An outbox whose table does not answer about one effect.</summary>
internal sealed class FailingOutbox(IOutbox outbox, string effectId) : IOutbox
{
    public ValueTask<EffectLease?> ClaimAsync(string id, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        id == effectId ? throw new TimeoutException() : outbox.ClaimAsync(id, now, until, cancellationToken);

    public ValueTask<bool> CompleteAsync(
        EffectLease lease, DeliveryResult result, DateTimeOffset now, CancellationToken cancellationToken) =>
        outbox.CompleteAsync(lease, result, now, cancellationToken);

    public ValueTask<bool> HastenAsync(string id, DateTimeOffset now, CancellationToken cancellationToken) =>
        outbox.HastenAsync(id, now, cancellationToken);

    public ValueTask<IReadOnlyList<string>> DueAsync(
        DateTimeOffset now, int limit, Action<UnreadableItemException> unreadable, CancellationToken cancellationToken) =>
        outbox.DueAsync(now, limit, unreadable, cancellationToken);
}
