namespace ContactCenter.Core.Learning.Reports;

/// <summary>A mean or a share of some contacts, and between what it lies for all that are like them, 95 times of 100.</summary>
/// <param name="Value">The mean or share.</param>
/// <param name="Count">On how many contacts it rests.</param>
/// <param name="Low">At least; null: there are too few days to say.</param>
/// <param name="High">At most.</param>
public sealed record Estimate(double Value, long Count, double? Low, double? High)
{
    /// <summary>Of fewer days no range is told.</summary>
    public const int MinimumDays = 5;

    // the 97.5th percentile of the normal distribution
    private const double Normal = 1.959964;

    /// <summary>
    /// The ratio of a sum by a count, with days as what varies: contacts of one day are alike, so the range is not that of as many contacts
    /// that had nothing to do with each other (W. G. Cochran, Sampling Techniques, 1977, chapter 6). Null: nothing was counted.
    /// </summary>
    /// <param name="days">What was summed and counted, each day once.</param>
    internal static Estimate? OfDays(IReadOnlyCollection<(double Sum, long Count)> days)
    {
        var (sum, count) = (days.Sum(static day => day.Sum), days.Sum(static day => day.Count));
        if (count == 0)
        {
            return null;
        }

        var ratio = sum / count;
        var known = days.Count(static day => day.Count > 0);
        if (known < MinimumDays)
        {
            return new Estimate(ratio, count, null, null);
        }

        var squares = days.Sum(day => Math.Pow(day.Sum - (ratio * day.Count), 2));
        var half = Student(known - 1) * Math.Sqrt(squares * known / (known - 1)) / count;
        return new Estimate(ratio, count, ratio - half, ratio + half);
    }

    /// <summary>The same of a share: at least as wide as chance alone makes it, also where no day differs from another.</summary>
    internal static Estimate? OfShareByDays(IReadOnlyCollection<(double Sum, long Count)> days) => OfDays(days) switch
    {
        { Low: { } low, High: { } high } share => new Satisfaction(share.Count, Met(share), 0).Interval is { } chance
            ? share with { Low = Math.Min(low, chance.Low), High = Math.Max(high, chance.High) } : share,
        var other => other,
    };

    /// <summary>A share of contacts that have nothing to do with each other. Null: of nothing.</summary>
    internal static Estimate? Of(Satisfaction rated) => rated.Interval is { } interval
        ? new Estimate(rated.Share.Value!.Value, rated.Rated, interval.Low, interval.High) : null;

    /// <summary>
    /// Between what the difference to another lies (R. G. Newcombe, 1998, and for means the usual interval). Null where one of both has no
    /// range.
    /// </summary>
    /// <param name="other">What is taken away.</param>
    public Spread? Minus(Estimate other)
    {
        if (Low is not { } low || High is not { } high || other.Low is not { } otherLow || other.High is not { } otherHigh)
        {
            return null;
        }

        var difference = Value - other.Value;
        return new Spread(
            difference - Root(Value - low, otherHigh - other.Value), difference + Root(high - Value, other.Value - otherLow));
    }

    // a contact may be transferred more than once
    private static long Met(Estimate share) => (long)Math.Round(Math.Clamp(share.Value, 0, 1) * share.Count);

    private static double Root(double one, double other) => Math.Sqrt((one * one) + (other * other));

    /// <summary>
    /// The 97.5th percentile of Student's distribution, by the expansion in M. Abramowitz and I. Stegun (1964), 26.7.5: from four degrees
    /// of freedom on within half of a percent.
    /// </summary>
    internal static double Student(int degrees)
    {
        var (z, z2) = (Normal, Normal * Normal);
        return z
            + (z * (z2 + 1) / (4.0 * degrees))
            + (z * ((5 * z2 * z2) + (16 * z2) + 3) / (96.0 * degrees * degrees))
            + (z * ((3 * z2 * z2 * z2) + (19 * z2 * z2) + (17 * z2) - 15) / (384.0 * degrees * degrees * degrees));
    }
}

/// <summary>Between what a difference lies, 95 times of 100.</summary>
/// <param name="Low">At least.</param>
/// <param name="High">At most.</param>
public sealed record Spread(double Low, double High);
