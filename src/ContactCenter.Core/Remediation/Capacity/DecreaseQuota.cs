namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>
/// How often a table or an index may be made smaller: credits that start full at midnight UTC and come back by the hour. The default
/// is the service's own (four to start with, one more per hour, 27 in a day); an account can have more.
/// Source: Amazon DynamoDB developer guide, "Service, account, and table quotas", provisioned throughput decreases.
/// </summary>
/// <param name="Burst">Credits held at midnight UTC, and the most that can be held.</param>
/// <param name="PerDay">Decreases in one UTC day.</param>
public sealed record DecreaseQuota(int Burst, int PerDay)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Four at midnight, one per hour, 27 a day.</summary>
    public static DecreaseQuota Default { get; } = new(4, 27);

    /// <summary>
    /// The fewest decreases that are surely still allowed: nobody but the service knows the credits themselves, so this is the lower
    /// bound over every history that fits. The more of the day's decreases are known by their time, the closer it is.
    /// </summary>
    /// <param name="today"><c>NumberOfDecreasesToday</c>.</param>
    /// <param name="last"><c>LastDecreaseDateTime</c>, if there was one.</param>
    /// <param name="known">Times of the decreases that are known, oldest first; those of earlier days do not matter.</param>
    /// <param name="now">The clock.</param>
    public int SurelyLeft(int today, DateTimeOffset? last, IReadOnlyList<DateTimeOffset> known, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(known);
        var midnight = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        if (last is null || last < midnight)
        {
            return Math.Min(Burst, PerDay);
        }

        // What was not spent of the credits at midnight, or what has come back since the last decrease: whichever is more is there.
        var cameBack = (int)Math.Floor((now - last.Value).TotalHours);
        var held = Math.Max(Burst - today, cameBack);
        var ofToday = known.Where(t => t >= midnight && t <= now).Order().ToList();
        if (ofToday.Count == today)
        {
            held = Math.Max(held, Replay(ofToday, now).Held);
        }

        return Math.Clamp(PerDay - today, 0, Math.Clamp(held, 0, Burst));
    }

    /// <summary>
    /// Times of the decreases that the service counts beyond those that are known, such as those of Application Auto Scaling: each was
    /// made no later than the last one.
    /// </summary>
    /// <param name="today"><c>NumberOfDecreasesToday</c>.</param>
    /// <param name="last"><c>LastDecreaseDateTime</c>, if there was one.</param>
    /// <param name="known">Times of the decreases that are known.</param>
    /// <param name="now">The clock.</param>
    public static IReadOnlyList<DateTimeOffset> Others(
        int today, DateTimeOffset? last, IReadOnlyList<DateTimeOffset> known, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(known);
        var midnight = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var more = today - known.Count(t => t >= midnight && t <= now);
        return last is { } at && at >= midnight && more > 0
            ? [.. Enumerable.Range(0, more).Select(i => at.AddMilliseconds(-i))]
            : [];
    }

    /// <summary>How long until one more is allowed, as far as the decreases are known; an hour where none is missing.</summary>
    /// <param name="known">Times of the decreases that are known; those of earlier days do not matter.</param>
    /// <param name="now">The clock.</param>
    public TimeSpan ComesBack(IReadOnlyList<DateTimeOffset> known, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(known);
        var (held, since) = Replay([.. known.Where(t => t.UtcDateTime.Date == now.UtcDateTime.Date && t <= now).Order()], now);
        return held < Burst ? since + Hour - now : Hour;
    }

    // A credit comes back an hour after one was first missing, then each further hour.
    private (int Held, DateTimeOffset Since) Replay(List<DateTimeOffset> decreases, DateTimeOffset now)
    {
        var (held, since) = (Burst, DateTimeOffset.MinValue);
        foreach (var at in decreases.Append(now))
        {
            if (held < Burst)
            {
                var back = Math.Min(Burst - held, (int)Math.Floor((at - since).TotalHours));
                held += back;
                since = since.AddHours(back);
            }

            if (at != now)
            {
                since = held == Burst ? at : since;
                held--;
            }
        }

        return (held, since);
    }
}
