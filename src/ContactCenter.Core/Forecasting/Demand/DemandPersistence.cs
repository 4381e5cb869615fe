namespace ContactCenter.Core.Forecasting.Demand;

/// <summary>
/// Whether what rises stays up: least squares, through the origin, of how far the next quarter of an hour is from the mean of an hour
/// on how far its last ten minutes were. Waves of web requests ebb, the morning of an office does not, and neither does a new level.
/// </summary>
/// <param name="Share">How much of it is left, 0 to 1.</param>
/// <param name="Usual">How far ten minutes usually are above their hour (root of the mean square), as a share of the hour.</param>
public sealed record DemandPersistence(double Share, double Usual)
{
    private const int MinimumBins = 6 * 12;
    private const int MaximumBins = 3 * 24 * 12;
    private const int HourBins = 12;
    private const int LevelBins = 2;
    private const int AheadBins = 3;

    // Further above the hour than this many times the usual is nothing that was seen: it counts whole.
    private const double AsSeen = 2;

    /// <summary>Too little was seen: what is above the hour stays.</summary>
    public static DemandPersistence Unknown { get; } = new(1, 0);

    /// <summary>Of the last three days.</summary>
    public static DemandPersistence From(IReadOnlyList<double> fiveMinutes)
    {
        ArgumentNullException.ThrowIfNull(fiveMinutes);
        if (fiveMinutes.Count < MinimumBins)
        {
            return Unknown;
        }

        var (both, own, count) = (0.0, 0.0, 0);
        for (var at = Math.Max(HourBins, fiveMinutes.Count - MaximumBins); at + AheadBins <= fiveMinutes.Count; at++)
        {
            var hour = Mean(fiveMinutes, at - HourBins, HourBins);
            if (hour <= 0)
            {
                continue;
            }

            var above = (Mean(fiveMinutes, at - LevelBins, LevelBins) / hour) - 1;
            if (above > 0)
            {
                both += above * ((Mean(fiveMinutes, at, AheadBins) / hour) - 1);
                own += above * above;
                count++;
            }
        }

        return own > 0 ? new DemandPersistence(Math.Clamp(both / own, 0, 1), Math.Sqrt(own / count)) : Unknown;
    }

    /// <summary>Units per second that are there for longer, of a level and the mean of its hour.</summary>
    public double Lasting(double level, double hour)
    {
        var (above, seen) = (level - hour, AsSeen * Usual * hour);
        return above <= 0 ? level : hour + (Share * Math.Min(above, seen)) + Math.Max(0, above - seen);
    }

    private static double Mean(IReadOnlyList<double> bins, int from, int count)
    {
        var sum = 0.0;
        for (var i = from; i < from + count; i++)
        {
            sum += bins[i];
        }

        return sum / count;
    }
}
