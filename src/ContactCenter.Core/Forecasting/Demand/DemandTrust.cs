namespace ContactCenter.Core.Forecasting.Demand;

/// <summary>
/// How far the rises that earlier days foretold came true, and those that came had been foretold. A spike of yesterday is no season only
/// because it was there.
/// </summary>
public static class DemandTrust
{
    private const int PerDay = 24 * 12;
    private const int MaximumBins = 7 * PerDay;
    private const int BeforeBins = 6;
    private const int AheadBins = 3;

    // What the next day is said to bring counts as a quarter of a day that came true: a season is believed until it is seen to be none.
    private const double Prior = 0.25;

    /// <summary>0: none; 1: all, or nothing was foretold.</summary>
    /// <param name="count">How many past five minutes there are.</param>
    /// <param name="foretold">What the season says of one of them or of the day ahead, units per second, or null.</param>
    /// <param name="came">What it was, as smooth as the season is.</param>
    public static double Of(int count, Func<int, double?> foretold, Func<int, double> came)
    {
        ArgumentNullException.ThrowIfNull(foretold);
        ArgumentNullException.ThrowIfNull(came);
        var first = Math.Max(PerDay, count - MaximumBins);
        if (count - first < BeforeBins + AheadBins)
        {
            return 1;
        }

        var said = Rises([.. Enumerable.Range(first, count - first + PerDay).Select(at => foretold(at) ?? 0)]);
        var was = Rises([.. Enumerable.Range(first, count - first).Select(came)]);

        if (said.All(static rise => rise <= 0))
        {
            return 1;
        }

        // Of the newest quarter of an hour it is not known yet whether it rises.
        var days = new List<(double Both, double Either)>();
        for (var end = was.Length - AheadBins; end > 0; end -= PerDay)
        {
            days.Add(Compare(said, was, Math.Max(0, end - PerDay), end));
        }

        var ahead = Compare(said, said, was.Length + BeforeBins, said.Length);

        // A usual day; of two, the larger, because the first may be a night.
        double[] sizes = [.. days.Append(ahead).Select(static day => day.Either).Order()];
        var usual = sizes[Math.Max(1, (sizes.Length - 1) / 2)];
        var (cameTrue, all) = (Prior * Weight(ahead.Either, usual), Prior * Weight(ahead.Either, usual));
        foreach (var (both, either) in days.Where(static day => day.Either > 0))
        {
            cameTrue += Weight(either, usual) * both / either;
            all += Weight(either, usual);
        }

        return all > 0 ? cameTrue / all : 1;
    }

    // A night tells less than a day, but no event, however high, more than a usual day.
    private static double Weight(double size, double usual) => size <= 0 ? 0 : usual <= 0 ? 1 : Math.Min(1, size / usual);

    // What both have in common, and what either has, in squares.
    private static (double Both, double Either) Compare(double[] said, double[] was, int from, int until)
    {
        var (both, either) = (0.0, 0.0);
        for (var at = from; at < until; at++)
        {
            both += said[at] * was[at];
            either += (said[at] * said[at]) + (was[at] * was[at]) - (said[at] * was[at]);
        }

        return (both, either);
    }

    // Highest five minutes of a quarter of an hour above the mean of the half hour before.
    private static double[] Rises(double[] bins)
    {
        var rises = new double[bins.Length];
        for (var at = BeforeBins; at + AheadBins <= bins.Length; at++)
        {
            var (before, highest) = (0.0, 0.0);
            for (var i = at - BeforeBins; i < at; i++)
            {
                before += bins[i] / BeforeBins;
            }

            for (var i = at; i < at + AheadBins; i++)
            {
                highest = Math.Max(highest, bins[i]);
            }

            rises[at] = Math.Max(0, highest - before);
        }

        return rises;
    }
}
