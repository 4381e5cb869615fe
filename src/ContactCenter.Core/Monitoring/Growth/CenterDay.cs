namespace ContactCenter.Core.Monitoring.Growth;

/// <summary>What is remembered of a day (UTC) of a center, for looking at weeks.</summary>
/// <param name="Day">The day.</param>
/// <param name="Values">What is known of it, by name and of what.</param>
public sealed record CenterDay(DateOnly Day, IReadOnlyList<DayValue> Values)
{
    /// <summary>Keys of the series of which it was told, when this day was looked at, that they grow; null: nobody has looked.</summary>
    public IReadOnlyList<string>? Told { get; init; }
}

/// <summary>A value of a day.</summary>
/// <param name="Name">The name of a metric, or of what was counted.</param>
/// <param name="Of">Of what; empty for what there is once.</param>
/// <param name="Value">The value.</param>
/// <param name="Limit">What it must not reach; null: there was no limit.</param>
public sealed record DayValue(string Name, string Of, double Value, double? Limit);

/// <summary>Keeps days of a center for as long as the other numbers.</summary>
public interface ICenterDays
{
    /// <summary>Keeps days in the place of what was known of them.</summary>
    ValueTask KeepAsync(IReadOnlyList<CenterDay> days, CancellationToken cancellationToken);

    /// <summary>What is known of the days from one until before another, in order; a day of which nothing is known is not there.</summary>
    ValueTask<IReadOnlyList<CenterDay>> BetweenAsync(DateOnly from, DateOnly until, CancellationToken cancellationToken);
}

/// <summary>Counts what no metric tells, with the quotas that it must not reach.</summary>
public interface ICenterCounts
{
    /// <summary>Counts once.</summary>
    Task<CenterCounts> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>What was counted.</summary>
/// <param name="Values">The counts, by the names of <see cref="CountedThings"/>.</param>
/// <param name="Problems">What could not be counted, and why; it stays unknown on this day.</param>
public sealed record CenterCounts(IReadOnlyList<DayValue> Values, IReadOnlyList<string> Problems);
