using ContactCenter.Core.Forecasting.Growth;

namespace ContactCenter.Core.Monitoring.Growth;

/// <summary>How a series went over weeks, and where that leads.</summary>
/// <param name="Series">The series, with the limit that held last.</param>
/// <param name="Days">Its days, in order.</param>
/// <param name="Trend">Whether it grows or shrinks; null while too few days are known.</param>
/// <param name="IsTold">Whether it was told that it grows, and is not over.</param>
public sealed record SeriesTrend(
    GrowthSeries Series, IReadOnlyList<(DateOnly Day, double Value)> Days, GrowthTrend? Trend, bool IsTold)
{
    /// <summary>Longer ago a series that ended is none of now.</summary>
    private const int Gone = 7;

    /// <summary>In how many days its limit is reached; null where there is none, or it does not grow towards it beyond chance.</summary>
    public GrowthReach? Reach => Series.Limit is { } limit ? Trend?.Until(limit) : null;

    /// <summary>
    /// Whether it goes up or down beyond chance, by an amount: of a count that is nothing on most days the median slope is none, whatever
    /// the signs say, and of nothing nothing is a share.
    /// </summary>
    public bool Goes => Trend is { IsSignificant: true, Slope: not 0, Level: > 0 };

    /// <summary>What is said of it; null where nothing is beyond chance.</summary>
    public string? Sentence => Goes ? Growing.SentenceOf(Series, Trend!) : null;

    /// <summary>Every series of days: first what was told, then what reaches a limit, the soonest first, then what goes up most.</summary>
    /// <param name="days">The days, in order.</param>
    public static IReadOnlyList<SeriesTrend> Of(IReadOnlyList<CenterDay> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (days.Count == 0)
        {
            return [];
        }

        var told = (days.LastOrDefault(static day => day.Told is not null)?.Told ?? []).ToHashSet(StringComparer.Ordinal);
        var last = days[^1].Day;
        return
        [
            .. days.SelectMany(static day => day.Values.Select(value => (day.Day, Value: value)))
                .GroupBy(static one => (one.Value.Name, one.Value.Of))
                .Where(series => last.DayNumber - series.Last().Day.DayNumber < Gone)
                .Select(series => Of([.. series], told))
                .OrderByDescending(static one => one.IsTold)
                .ThenBy(static one => one.Reach?.Days ?? double.MaxValue)
                .ThenByDescending(static one => one.Goes ? one.Trend!.Percent : double.MinValue)
                .ThenBy(static one => one.Series.Key, StringComparer.Ordinal),
        ];
    }

    private static SeriesTrend Of((DateOnly Day, DayValue Value)[] days, HashSet<string> told)
    {
        var series = new GrowthSeries(
            days[^1].Value.Name,
            days[^1].Value.Of,
            CountedThings.LimitOf(Enumerable.Reverse(days).TakeWhile(day => days[^1].Day.DayNumber - day.Day.DayNumber < Gone)
                .Select(static day => day.Value)));
        (DateOnly Day, double Value)[] values = [.. days.Select(static day => (day.Day, day.Value.Value))];
        return new(series, values, GrowthTrend.Of(values), told.Contains(series.Key));
    }
}
