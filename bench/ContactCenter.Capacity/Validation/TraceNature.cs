using ContactCenter.Capacity.Policies;
using ContactCenter.Capacity.Traces;

namespace ContactCenter.Capacity.Validation;

/// <summary>What kind of traffic a trace is, in numbers that a planner could see.</summary>
/// <param name="PeakMinute">Highest minute over the mean minute.</param>
/// <param name="PeakSecond">Middle over all hours of the highest second over the mean second.</param>
/// <param name="Persistence">Autocorrelation of minutes ten minutes apart.</param>
/// <param name="Daily">Share of the variance of five minutes that the time of day explains; null: fewer than two days.</param>
/// <param name="Level">Mean of writes over the smallest capacity.</param>
public sealed record TraceNature(double PeakMinute, double PeakSecond, double Persistence, double? Daily, double Level)
{
    private const int Minute = 60;
    private const int Hour = 3600;
    private const int Bin = 300;
    private const int Day = 86_400;
    private const int Lag = 10;

    public static TraceNature Of(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var minutes = Sums(trace.Writes, Minute);
        var mean = minutes.Average();
        double[] hourly = [.. trace.Writes.Chunk(Hour).Where(hour => hour.Length == Hour && hour.Any(static units => units > 0))
            .Select(static hour => hour.Max() / hour.Average())
            .Order()];
        return new TraceNature(
            minutes.Max() / mean, hourly.Length == 0 ? 0 : hourly[hourly.Length / 2], Correlation(minutes, Lag), ByTimeOfDay(trace.Writes),
            mean / Minute / Limits.Minimum.Writes);
    }

    private static double[] Sums(int[] units, int seconds) =>
        [.. units.Chunk(seconds).Where(part => part.Length == seconds).Select(static part => (double)part.Sum(static u => (long)u))];

    private static double Correlation(double[] values, int lag)
    {
        var mean = values.Average();
        var (both, own) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            own += (values[i] - mean) * (values[i] - mean);
            both += i >= lag ? (values[i] - mean) * (values[i - lag] - mean) : 0;
        }

        return own > 0 ? both / own : 1;
    }

    private static double? ByTimeOfDay(int[] units)
    {
        if (units.Length < 2 * Day)
        {
            return null;
        }

        var bins = Sums(units, Bin);
        var mean = bins.Average();
        var means = bins.Select((value, i) => (value, i % (Day / Bin))).GroupBy(static one => one.Item2)
            .ToDictionary(static slot => slot.Key, static slot => slot.Average(static one => one.value));
        var all = bins.Sum(value => (value - mean) * (value - mean));
        return all > 0 ? 1 - (bins.Select((value, i) => Math.Pow(value - means[i % (Day / Bin)], 2)).Sum() / all) : 1;
    }
}
