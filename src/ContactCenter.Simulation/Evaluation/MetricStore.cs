namespace ContactCenter.Simulation.Evaluation;

/// <summary>Recent datapoints of every metric, bounded: the simulation's CloudWatch.</summary>
public sealed class MetricStore
{
    /// <summary>Enough for three datapoints of an hour with the two more that the evaluation range reads.</summary>
    public static readonly TimeSpan DefaultRetention = TimeSpan.FromHours(6);

    private readonly Dictionary<MetricKey, MetricSeries> _series = [];
    private readonly int _minutesKept;

    /// <summary>Makes an empty store.</summary>
    /// <param name="retention">How long datapoints are kept; null: <see cref="DefaultRetention"/>.</param>
    public MetricStore(TimeSpan? retention = null)
    {
        _minutesKept = (int)(retention ?? DefaultRetention).TotalMinutes;
        ArgumentOutOfRangeException.ThrowIfLessThan(_minutesKept, 1, nameof(retention));
    }

    /// <summary>How long datapoints are kept.</summary>
    public TimeSpan Retention => TimeSpan.FromMinutes(_minutesKept);

    /// <summary>The series of a metric; made when it is asked for the first time.</summary>
    public MetricSeries Series(MetricKey key)
    {
        if (!_series.TryGetValue(key, out var series))
        {
            series = new MetricSeries(_minutesKept);
            _series.Add(key, series);
        }

        return series;
    }

    /// <summary>The minute that a moment falls in, counted from the Unix epoch.</summary>
    public static long MinuteOf(DateTimeOffset at) => Math.DivRem(at.ToUnixTimeSeconds(), 60).Quotient;
}
