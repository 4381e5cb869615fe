namespace ContactCenter.Aws.Notifications;

/// <summary>
/// How long a channel may take, and how often it is tried. A message with its retries and those of one fallback fits into the lease
/// of two minutes that the outbox gives.
/// </summary>
public sealed record ChannelLimits
{
    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Attempt { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long all attempts with their pauses may take.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a failed attempt is repeated.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The first pause; it doubles each time and is spread by chance, so that many messages do not return at once.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait that the other side may ask for; who asks for more is given up for now.</summary>
    public TimeSpan MaximumWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// So many attempts within <see cref="BreakerWindow"/>, of which half failed, and a channel rests for <see cref="BreakerRest"/>.
    /// </summary>
    public int BreakerAttempts { get; init; } = 6;

    /// <summary>See <see cref="BreakerAttempts"/>.</summary>
    public TimeSpan BreakerWindow { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>See <see cref="BreakerAttempts"/>.</summary>
    public TimeSpan BreakerRest { get; init; } = TimeSpan.FromMinutes(1);
}
