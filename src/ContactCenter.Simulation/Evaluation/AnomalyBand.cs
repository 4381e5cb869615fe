namespace ContactCenter.Simulation.Evaluation;

/// <summary>
/// What is normal for one metric at a time of the week: mean and standard deviation per quarter of an hour, learned from earlier weeks,
/// with straight lines between the quarters. CloudWatch trains a richer model (trend); in the weeks that this simulation makes, which
/// differ by chance alone, the time of the week is all there is to learn.
/// </summary>
public sealed class AnomalyBand
{
    /// <summary>Fewer values than this in a quarter of an hour say nothing.</summary>
    public const int MinimumSamples = 10;

    private const int SlotMinutes = 15;
    private const int MinutesPerWeek = 7 * 24 * 60;

    /// <summary>A band is never narrower than this share of the mean, so that a steady metric does not alarm on a trifle.</summary>
    private const double MinimumDeviation = 0.02;

    /// <summary>
    /// The spread is taken over this many slots to either side as well: values within a quarter of an hour resemble one another, and a
    /// few days of one slot alone would make the band too narrow.
    /// </summary>
    private const int SpreadSlots = 3;

    private readonly double[] _sum;
    private readonly double[] _squares;
    private readonly int[] _count;
    private readonly int _later;

    /// <summary>A band of which nothing is known yet.</summary>
    public AnomalyBand()
        : this(new double[MinutesPerWeek / SlotMinutes], new double[MinutesPerWeek / SlotMinutes], new int[MinutesPerWeek / SlotMinutes], 0)
    {
    }

    private AnomalyBand(double[] sum, double[] squares, int[] count, int later) =>
        (_sum, _squares, _count, _later) = (sum, squares, count, later);

    /// <summary>The same band for a place where clocks reach an hour so many minutes later.</summary>
    public AnomalyBand Later(int minutes) => new(_sum, _squares, _count, _later + minutes);

    /// <summary>Takes in one datapoint of a normal day.</summary>
    /// <param name="minute">The minute at which it starts, from the Unix epoch.</param>
    /// <param name="value">The value.</param>
    public void Learn(long minute, double value)
    {
        var slot = (int)(minute % MinutesPerWeek) / SlotMinutes;
        _sum[slot] += value;
        _squares[slot] += value * value;
        _count[slot]++;
    }

    /// <summary>The band at a minute, or null when too little was learned about its time of day.</summary>
    /// <param name="minute">The minute, from the Unix epoch.</param>
    /// <param name="width">Half the width of the band in standard deviations.</param>
    public (double Lower, double Upper)? At(long minute, double width)
    {
        minute -= _later;

        // Halfway through a slot its own figures hold; towards its ends those of the neighbour come in.
        var position = ((minute % MinutesPerWeek) + 0.5) / SlotMinutes - 0.5;
        var before = (int)Math.Floor(position);
        var share = position - before;
        if (Slot(before) is not { } left || Slot(before + 1) is not { } right)
        {
            return Slot((int)(minute % MinutesPerWeek) / SlotMinutes) is { } own ? Around(own.Mean, own.Deviation, width) : null;
        }

        return Around(
            left.Mean + (share * (right.Mean - left.Mean)), left.Deviation + (share * (right.Deviation - left.Deviation)), width);
    }

    private static (double Lower, double Upper) Around(double mean, double deviation, double width)
    {
        var half = width * Math.Max(deviation, MinimumDeviation * Math.Abs(mean));
        return (mean - half, mean + half);
    }

    private (double Mean, double Deviation)? Slot(int slot)
    {
        var index = (slot + _count.Length) % _count.Length;
        if (_count[index] < MinimumSamples)
        {
            return null;
        }

        var variance = 0.0;
        var samples = 0;
        for (var near = slot - SpreadSlots; near <= slot + SpreadSlots; near++)
        {
            var neighbour = (near + _count.Length) % _count.Length;
            if (_count[neighbour] >= MinimumSamples)
            {
                variance += _squares[neighbour] - (_sum[neighbour] * _sum[neighbour] / _count[neighbour]);
                samples += _count[neighbour] - 1;
            }
        }

        return (_sum[index] / _count[index], Math.Sqrt(Math.Max(0, variance / samples)));
    }
}
