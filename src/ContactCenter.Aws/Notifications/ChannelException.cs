namespace ContactCenter.Aws.Notifications;

/// <summary>A channel did not take a message.</summary>
public sealed class ChannelException : Exception
{
    /// <summary>A failure.</summary>
    /// <param name="reason">What happened, as it may stand on a timeline: no address, no secret, nothing that the other side could have
    /// written.</param>
    /// <param name="isPassing">True when another attempt may work.</param>
    /// <param name="retryAfter">How long the other side asked us to wait, or null.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ChannelException(string reason, bool isPassing, TimeSpan? retryAfter = null, Exception? innerException = null)
        : base(reason, innerException)
    {
        IsPassing = isPassing;
        RetryAfter = retryAfter;
    }

    /// <summary>True when another attempt may work.</summary>
    public bool IsPassing { get; }

    /// <summary>How long the other side asked us to wait, or null.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>The status that an HTTP server answered, or null.</summary>
    public int? Status { get; init; }

    /// <summary>True when the message was on its way and nothing came back: the other side may have it.</summary>
    public bool MayHaveArrived { get; init; }
}
