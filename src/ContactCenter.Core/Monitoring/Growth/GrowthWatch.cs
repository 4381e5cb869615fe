using System.Globalization;
using ContactCenter.Core.Forecasting.Growth;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Growth;

/// <summary>
/// What grows slowly, decided once a day: it begins only where it is far beyond chance and worth a word, and goes on until it is neither,
/// so that nobody hears of it twice. Pure.
/// </summary>
public static class GrowthWatch
{
    /// <summary>Chance alone makes as much less often than this: dozens of series are looked at each day.</summary>
    private const double Begins = 0.001;

    /// <summary>Growth of a month that is worth a word, as a share of the level.</summary>
    private const double WorthTelling = 0.1;

    /// <summary>Growth of a month below which it is over.</summary>
    private const double Over = 0.05;

    /// <summary>A limit that is farther away than this needs nobody now.</summary>
    private const double DaysToAct = 60;

    /// <summary>A limit that was told is over when it is farther away than this.</summary>
    private const double DaysOver = 90;

    private const double Month = 30;

    /// <summary>What grows, of a day.</summary>
    /// <param name="series">The series, each with its days.</param>
    /// <param name="told">Keys of those that were told and not over yesterday.</param>
    public static IReadOnlyList<Growing> Of(
        IEnumerable<(GrowthSeries Series, IReadOnlyList<(DateOnly Day, double Value)> Days)> series, IReadOnlySet<string> told)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(told);
        return
        [
            .. series.Select(one => (one.Series, Trend: GrowthTrend.Of(one.Days)))
                .Where(one => one.Trend is { } trend && Grows(one.Series, trend, told.Contains(one.Series.Key)))
                .Select(static one => new Growing(one.Series, one.Trend!)),
        ];
    }

    private static bool Grows(GrowthSeries series, GrowthTrend trend, bool isTold)
    {
        // how many queues there are, or how large a table is, is nobody's concern unless a limit is near
        if (trend.Slope <= 0 || trend.Level <= 0 || (series is { Source: null, Limit: null }))
        {
            return false;
        }

        var reach = series.Limit is { } limit ? trend.Until(limit) : null;
        return isTold
            ? trend.IsSignificant && (series.Limit is null ? trend.Slope * Month >= Over * trend.Level : reach?.Days <= DaysOver)
            : trend.Chance < Begins && trend.LowSlope > 0
                && (series.Limit is null ? trend.Slope * Month >= WorthTelling * trend.Level : reach?.Days <= DaysToAct);
    }
}

/// <summary>A series that grows.</summary>
/// <param name="Series">The series.</param>
/// <param name="Trend">How.</param>
public sealed record Growing(GrowthSeries Series, GrowthTrend Trend)
{
    /// <summary>Of a limit that is farther away nobody can say when it is reached.</summary>
    private const double MaximumDays = 365;

    /// <summary>What is said of it.</summary>
    public string Sentence => SentenceOf(Series, Trend);

    /// <summary>What is said of a series that goes up or down beyond chance.</summary>
    internal static string SentenceOf(GrowthSeries series, GrowthTrend trend)
    {
        var level = Number(trend.Level);
        return series.Limit is { } limit && trend.Until(limit) is { Days: <= MaximumDays } reach
            ? reach.Latest is { } latest
                ? Sentences.GrowsUntil(series.Label, level, Number(limit), Days(reach.Days), Days(reach.Soonest), Days(latest))
                : Sentences.GrowsPerhaps(series.Label, level, Number(limit), Days(reach.Days), Days(reach.Soonest))
            : trend.Slope < 0
                ? Sentences.ShrinksSlowly(series.Label, Number(-trend.Percent), level)
                : Sentences.GrowsSlowly(series.Label, Number(trend.Percent), level);
    }

    private static string Number(double value) => value.ToString(value >= 10 ? "0" : "0.##", CultureInfo.InvariantCulture);

    private static string Days(double days) => days.ToString("0", CultureInfo.InvariantCulture);
}
