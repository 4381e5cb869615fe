using System.Collections.Concurrent;
using ContactCenter.Core.Contacts.Queues;

namespace ContactCenter.Simulation.Stores;

/// <summary>Wishes to be called back, in memory.</summary>
public sealed class InMemoryCallbacks(TimeProvider clock) : ICallbackStore
{
    private readonly ConcurrentDictionary<string, CallbackWish> _wishes = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<bool> AddAsync(CallbackWish wish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wish);
        return ValueTask.FromResult(_wishes.TryAdd(wish.ContactId, wish));
    }

    /// <inheritdoc/>
    public ValueTask<bool> RemoveAsync(string contactId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_wishes.TryRemove(contactId, out _));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CallbackWish>> AllAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<CallbackWish>>(
            [.. _wishes.Values.Where(wish => wish.At + CallbackWish.Kept > clock.GetUtcNow())]);
}
