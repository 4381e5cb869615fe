namespace ContactCenter.Core.Forecasting.Demand;

/// <summary>
/// What the hours before say of the hour ahead, where something comes by the clock, such as jobs at each full or half hour. It is known
/// only where it has told the five minutes of the last day much better than the five minutes before them did.
/// </summary>
/// <param name="Ahead">Units per second in each five minutes of the next hour, the first beginning where what was seen ends.</param>
public sealed record HourSeason(IReadOnlyList<double> Ahead)
{
    private const int PerHour = 12;
    private const int MaximumBins = 24 * PerHour;
    private const int MinimumHours = 2;
    private const int MaximumHours = 5;
    private const int SoonBins = 2;
    private static readonly TimeSpan Bin = TimeSpan.FromMinutes(5);

    // The mean of ever so many hours halves the squared error of what only varies by chance: less than half of it is a season.
    private const double MaximumError = 0.4;

    /// <summary>The highest of the next five minutes and those after them: where the next begin nobody knows to the minute.</summary>
    public double Soon => Ahead.Take(SoonBins).Max();

    /// <summary>The highest five minutes of a time within the hour.</summary>
    /// <param name="from">When it begins, since the end of what was seen.</param>
    /// <param name="length">How long it is.</param>
    public double Highest(TimeSpan from, TimeSpan length)
    {
        var highest = 0.0;
        for (var at = BinAt(from); at <= BinAt(from + length); at++)
        {
            highest = Math.Max(highest, Ahead[at]);
        }

        return highest;

        int BinAt(TimeSpan time) => (int)Math.Clamp(Math.Floor(time / Bin), 0, Ahead.Count - 1);
    }

    /// <summary>Of all past five minutes, oldest first; null where no season of the hour is seen.</summary>
    public static HourSeason? From(IReadOnlyList<double> fiveMinutes)
    {
        ArgumentNullException.ThrowIfNull(fiveMinutes);
        var first = Math.Max(MinimumHours * PerHour, fiveMinutes.Count - MaximumBins);
        if (fiveMinutes.Count - first < MinimumHours * PerHour)
        {
            return null;
        }

        var (ofSeason, ofLast) = (0.0, 0.0);
        for (var at = first; at < fiveMinutes.Count; at++)
        {
            var (season, last) = (fiveMinutes[at] - Usual(fiveMinutes, at), fiveMinutes[at] - fiveMinutes[at - 1]);
            ofSeason += season * season;
            ofLast += last * last;
        }

        return ofSeason < MaximumError * ofLast
            ? new HourSeason([.. Enumerable.Range(fiveMinutes.Count, PerHour).Select(at => Usual(fiveMinutes, at))])
            : null;
    }

    /// <summary>
    /// How good a moment it is to go down to a capacity: how long it does from now on, as a share of the longest that it does in an hour.
    /// </summary>
    /// <param name="units">Units per second.</param>
    public double Moment(double units)
    {
        var (now, longest, run) = (0, 0, 0);
        for (var i = 0; i < 2 * Ahead.Count; i++)
        {
            run = Ahead[i % Ahead.Count] <= units ? run + 1 : 0;
            now = run == i + 1 ? run : now;
            longest = Math.Max(longest, run);
        }

        return longest == 0 ? 0 : (double)now / longest;
    }

    // The middle of the same five minutes of the last hours.
    private static double Usual(IReadOnlyList<double> bins, int at)
    {
        Span<double> hours = stackalloc double[MaximumHours];
        var count = 0;
        for (var before = at - PerHour; before >= 0 && count < MaximumHours; before -= PerHour)
        {
            hours[count++] = bins[before];
        }

        hours = hours[..count];
        hours.Sort();
        return (hours[count / 2] + hours[(count - 1) / 2]) / 2;
    }
}
