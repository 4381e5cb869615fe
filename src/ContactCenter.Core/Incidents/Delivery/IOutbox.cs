namespace ContactCenter.Core.Incidents.Delivery;

/// <summary>
/// The effects that were stored with decisions, until they are carried out. A lease keeps two deliverers from the same effect; one
/// whose lease ran out cannot end it any more.
/// </summary>
public interface IOutbox
{
    /// <summary>Takes an effect.</summary>
    /// <param name="effectId">The effect.</param>
    /// <param name="now">The time.</param>
    /// <param name="until">When the lease runs out and somebody else may take it.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>Null when it is done, unknown, resting until its next attempt, or somebody else's.</returns>
    /// <exception cref="UnreadableItemException">It cannot be read, and is given up with that.</exception>
    ValueTask<EffectLease?> ClaimAsync(string effectId, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Ends a lease with what became of the effect.</summary>
    /// <returns>False when the lease had run out and somebody else has taken the effect; then nothing is changed.</returns>
    ValueTask<bool> CompleteAsync(EffectLease lease, DeliveryResult result, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Makes the next attempt at an effect due whose channel was at it (<see cref="RetryLater.IsUnderway"/>): the outcome is known.
    /// </summary>
    /// <returns>
    /// False when it does not wait for that: it is done, unknown, or somebody has it; whoever has it looks again in its time.
    /// </returns>
    ValueTask<bool> HastenAsync(string effectId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Ids of effects that should be done by now and are not, the longest overdue first: an attempt failed or was cut short, or nobody
    /// began within <see cref="EffectDelivery.Grace"/>.
    /// </summary>
    /// <param name="now">The time.</param>
    /// <param name="limit">How many.</param>
    /// <param name="unreadable">Is told of what is due and cannot be read; it holds back no other.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    ValueTask<IReadOnlyList<string>> DueAsync(
        DateTimeOffset now, int limit, Action<UnreadableItemException> unreadable, CancellationToken cancellationToken);
}

/// <summary>The right to carry out an effect for a while.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Attempt">1 for the first. It is the token by which a lease that ran out is told from the one that followed.</param>
public sealed record EffectLease(Effect Effect, int Attempt);
