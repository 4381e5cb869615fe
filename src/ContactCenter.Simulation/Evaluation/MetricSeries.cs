namespace ContactCenter.Simulation.Evaluation;

/// <summary>The recent past of one metric, minute by minute, in a ring of fixed size.</summary>
public sealed class MetricSeries
{
    private readonly MinuteValues[] _ring;

    internal MetricSeries(int minutesKept)
    {
        _ring = new MinuteValues[minutesKept];
        Array.Fill(_ring, new MinuteValues { Minute = long.MinValue });
    }

    /// <summary>Set before the first value when a percentile will be asked for: then single values are kept.</summary>
    public bool KeepsSamples { get; set; }

    /// <summary>Adds one value to a minute (minutes since the Unix epoch). A minute older than the ring is passed over.</summary>
    public void Add(long minute, double value)
    {
        ref var slot = ref _ring[(int)(minute % _ring.Length)];
        if (slot.Minute > minute)
        {
            return;
        }

        if (slot.Minute < minute)
        {
            slot.Samples?.Clear();
            slot = new MinuteValues { Minute = minute, Minimum = value, Maximum = value, Samples = slot.Samples };
        }

        slot.Count++;
        slot.Sum += value;
        slot.Minimum = Math.Min(slot.Minimum, value);
        slot.Maximum = Math.Max(slot.Maximum, value);
        if (KeepsSamples)
        {
            (slot.Samples ??= []).Add(value);
        }
    }

    /// <summary>
    /// The datapoint of the minutes from <paramref name="start"/> (inclusive), or null when nothing was published in them.
    /// </summary>
    public double? Read(long start, int minutes, MetricStatistic statistic)
    {
        var total = default(MinuteValues);
        List<double>? samples = null;
        for (var minute = start; minute < start + minutes; minute++)
        {
            ref readonly var slot = ref _ring[(int)(minute % _ring.Length)];
            if (slot.Minute != minute)
            {
                continue;
            }

            total.Minimum = total.Count == 0 ? slot.Minimum : Math.Min(total.Minimum, slot.Minimum);
            total.Maximum = total.Count == 0 ? slot.Maximum : Math.Max(total.Maximum, slot.Maximum);
            total.Count += slot.Count;
            total.Sum += slot.Sum;
            if (statistic.IsPercentile && slot.Samples is not null)
            {
                (samples ??= []).AddRange(slot.Samples);
            }
        }

        return total.Count == 0 ? null : Reduce(total, samples, statistic);
    }

    private static double? Reduce(in MinuteValues total, List<double>? samples, MetricStatistic statistic) => statistic.Name switch
    {
        "Sum" => total.Sum,
        "Average" => total.Sum / total.Count,
        "Maximum" => total.Maximum,
        "Minimum" => total.Minimum,
        "SampleCount" => total.Count,
        _ => samples is null ? null : NearestRank(samples, statistic.Percentile),
    };

    private static double NearestRank(List<double> samples, double percentile)
    {
        samples.Sort();
        return samples[Math.Max(0, (int)Math.Ceiling(percentile / 100 * samples.Count) - 1)];
    }

    private struct MinuteValues
    {
        public long Minute;
        public int Count;
        public double Sum;
        public double Minimum;
        public double Maximum;
        public List<double>? Samples;
    }
}

/// <summary>One datapoint that an alarm looked at.</summary>
/// <param name="At">Start of its period.</param>
/// <param name="Value">Its value.</param>
/// <param name="Limit">The edge of the anomaly band nearest to the breach, or the static threshold.</param>
/// <param name="Breaching">Whether it is outside.</param>
public readonly record struct Datapoint(DateTimeOffset At, double Value, double Limit, bool Breaching);
