using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Incidents.Delivery;

/// <summary>
/// Sends a message by one endpoint. What it tries again within seconds is its own affair, while it is so (<see cref="Timeliness"/>); who is
/// told when it refuses is not.
/// </summary>
public interface IMessageChannel
{
    /// <summary>Sends a message. The same effect by the same endpoint again should arrive once, where the channel can see to it.</summary>
    /// <param name="effect">What to tell.</param>
    /// <param name="endpoint">Where: the effect's own endpoint, or a fallback.</param>
    /// <param name="cancellationToken">Signalled shortly before the process must stop.</param>
    /// <returns>What the channel answered. An exception is for the caller of the delivery: nothing is known then.</returns>
    ValueTask<ChannelAnswer> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken);
}

/// <summary>What a channel answered to a message: exactly one of the records that derive from this one.</summary>
public abstract record ChannelAnswer;

/// <summary>The channel says that it has the message. It may be wrong; then the next step of the escalation tells others.</summary>
/// <param name="Note">What people should see on the timeline, as a sentence; null when there is nothing special.</param>
public sealed record Taken(string? Note = null) : ChannelAnswer;

/// <summary>The message was sent and nothing came back: the channel may have it, and cannot be asked.</summary>
/// <param name="Reason">What happened, as it may stand on a timeline.</param>
public sealed record PerhapsTaken(string Reason) : ChannelAnswer;

/// <summary>The channel did not take the message.</summary>
/// <param name="Reason">Why, as it may stand on a timeline: no address, no secret, nothing that the other side could have written.</param>
/// <param name="IsPassing">True when another attempt may work.</param>
/// <param name="RetryAfter">How long the other side asked to wait, or null.</param>
public sealed record Refused(string Reason, bool IsPassing, TimeSpan? RetryAfter = null) : ChannelAnswer
{
    /// <summary>True when the channel works and has done what it can: the telephone rang, and nobody pressed a key.</summary>
    public bool IsUnanswered { get; init; }
}

/// <summary>The channel is at it, and whether it reaches anybody shows later: a telephone rings. It is asked again then.</summary>
/// <param name="Until">When it is known at the latest.</param>
public sealed record Underway(DateTimeOffset Until) : ChannelAnswer;
