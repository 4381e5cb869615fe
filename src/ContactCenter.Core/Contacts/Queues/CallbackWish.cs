namespace ContactCenter.Core.Contacts.Queues;

/// <summary>A customer who wishes to be called back. Nothing of the customer is in it.</summary>
/// <param name="ContactId">The contact in which the wish was said; it has one wish.</param>
/// <param name="Queue">Queue of the configuration that is to call back.</param>
/// <param name="At">When the wish was taken.</param>
public sealed record CallbackWish(string ContactId, string Queue, DateTimeOffset At)
{
    /// <summary>
    /// How long a wish is kept whose end nobody told. Amazon Connect puts a callback into the queue within three days, and no contact waits
    /// there longer than seven.
    /// </summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(10);
}

/// <summary>Keeps wishes until they are served or end.</summary>
public interface ICallbackStore
{
    /// <summary>Takes a wish; the same contact again changes nothing, so that its time stays the first one.</summary>
    /// <returns>True when the wish is new.</returns>
    ValueTask<bool> AddAsync(CallbackWish wish, CancellationToken cancellationToken);

    /// <summary>Removes the wish of a contact.</summary>
    /// <returns>True when there was one.</returns>
    ValueTask<bool> RemoveAsync(string contactId, CancellationToken cancellationToken);

    /// <summary>All wishes that are open.</summary>
    ValueTask<IReadOnlyList<CallbackWish>> AllAsync(CancellationToken cancellationToken);
}
