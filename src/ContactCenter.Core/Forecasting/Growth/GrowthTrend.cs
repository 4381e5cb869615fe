using ContactCenter.Core.Common;

namespace ContactCenter.Core.Forecasting.Growth;

/// <summary>
/// Whether a series of days grows or shrinks, and how fast: the median of all slopes between two days (Theil 1950, Sen 1968), which a third
/// of strange days does not move, and whether that is more than chance (Mann 1945, Kendall 1975). Days are compared with the same weekday
/// only (Hirsch, Slack and Smith 1982), so that a week is no trend.
/// </summary>
public sealed record GrowthTrend
{
    /// <summary>With fewer days of which something is known nothing is said.</summary>
    public const int MinimumDays = 28;

    /// <summary>The last days that count, so that what was a year ago does not speak for now.</summary>
    public const int MaximumDays = 400;

    /// <summary>Chance of a trend where there is none at which one is told.</summary>
    public const double Significance = 0.01;

    /// <summary>Deviations within which nine of ten normal values are.</summary>
    private const double NineOfTen = 1.6449;

    private const int Week = 7;
    private const int Month = 30;

    private GrowthTrend()
    {
    }

    /// <summary>Days of which something is known.</summary>
    public required int Days { get; init; }

    /// <summary>By how much a day is more than the day before.</summary>
    public required double Slope { get; init; }

    /// <summary>Not less than this, in nine of ten cases together with <see cref="HighSlope"/>.</summary>
    public required double LowSlope { get; init; }

    /// <summary>Not more than this.</summary>
    public required double HighSlope { get; init; }

    /// <summary>The level of the last day, without what chance and the weekday did to it.</summary>
    public required double Level { get; init; }

    /// <summary>How likely chance alone makes as much of a trend, on either side.</summary>
    public required double Chance { get; init; }

    /// <summary>By how much it is more in thirty days, in percent of the level.</summary>
    public double Percent => PercentOf(Slope);

    /// <summary>Whether it is more than chance.</summary>
    public bool IsSignificant => Chance < Significance;

    /// <summary>The trend of the last days; null where too few are known.</summary>
    /// <param name="days">Days in order, each with its value; no number where nobody measured.</param>
    public static GrowthTrend? Of(IReadOnlyList<(DateOnly Day, double Value)> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        (int Day, double Value)[] known =
            [.. days.Where(static day => double.IsFinite(day.Value)).Select(static day => (day.Day.DayNumber, day.Value))];
        known = known[^Math.Min(known.Length, MaximumDays)..];
        if (known.Length < MinimumDays)
        {
            return null;
        }

        var slopes = new List<double>();
        var (sign, variance) = (0L, 0.0);
        foreach (var weekday in known.GroupBy(static day => day.Day % Week))
        {
            (int Day, double Value)[] same = [.. weekday];
            for (var i = 0; i < same.Length; i++)
            {
                for (var j = i + 1; j < same.Length; j++)
                {
                    slopes.Add((same[j].Value - same[i].Value) / (same[j].Day - same[i].Day));
                    sign += Math.Sign(same[j].Value - same[i].Value);
                }
            }

            variance += Variance(same);
        }

        slopes.Sort();
        var slope = Middle.OfSorted(slopes);
        var margin = NineOfTen * Math.Sqrt(variance);
        var last = known[^1].Day;
        return new GrowthTrend
        {
            Days = known.Length,
            Slope = slope,
            LowSlope = slopes[Math.Clamp((int)Math.Floor((slopes.Count - margin) / 2), 0, slopes.Count - 1)],
            HighSlope = slopes[Math.Clamp((int)Math.Ceiling((slopes.Count + margin) / 2), 0, slopes.Count - 1)],
            Level = Middle.OfSorted([.. known.Select(day => day.Value - (slope * (day.Day - last))).Order()]),
            Chance = variance == 0 ? 1 : Outside((Math.Abs(sign) - 1) / Math.Sqrt(variance)),
        };
    }

    /// <summary>The same of another slope, such as the lowest.</summary>
    public double PercentOf(double slope) => Level == 0 ? 0 : 100 * slope * Month / Math.Abs(Level);

    /// <summary>In how many days a limit is reached; null where it does not grow towards it beyond chance.</summary>
    /// <param name="limit">The limit, a quota such as 400.</param>
    public GrowthReach? Until(double limit)
    {
        var room = limit - Level;
        if (!IsSignificant || room * Slope <= 0)
        {
            return room <= 0 && Slope > 0 && IsSignificant ? new(0, 0, 0) : null;
        }

        var (fast, slow) = Slope > 0 ? (HighSlope, LowSlope) : (LowSlope, HighSlope);
        return new(room / Slope, room / fast, slow * Slope <= 0 ? null : room / slow);
    }

    /// <summary>Of the sum of signs where there is no trend, with what is equal taken into account (Kendall 1975).</summary>
    private static double Variance((int Day, double Value)[] same)
    {
        var ties = same.GroupBy(static day => day.Value).Sum(static equal => Ordered(equal.Count()));
        return (Ordered(same.Length) - ties) / 18;

        static double Ordered(double n) => n * (n - 1) * ((2 * n) + 5);
    }

    /// <summary>Share of a normal distribution farther out than so many deviations on either side (Abramowitz and Stegun 7.1.26).</summary>
    private static double Outside(double deviations)
    {
        if (deviations <= 0)
        {
            return 1;
        }

        var x = deviations / Math.Sqrt(2);
        var t = 1 / (1 + (0.3275911 * x));
        var sum = t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429))))))));
        return sum * Math.Exp(-x * x);
    }
}

/// <summary>In how many days a limit is reached.</summary>
/// <param name="Days">As it grows.</param>
/// <param name="Soonest">Not sooner, in nine of ten cases together with <paramref name="Latest"/>.</param>
/// <param name="Latest">Not later; null: it may be never.</param>
public sealed record GrowthReach(double Days, double Soonest, double? Latest);
