using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Simulation.Evaluation;

/// <summary>The bands of all metrics that anomaly-detection alarms watch.</summary>
public sealed class AnomalyModel
{
    private readonly Dictionary<(MetricKey Key, string Statistic), AnomalyBand> _bands = [];

    /// <summary>The band of a metric at a statistic, or null when nothing was learned about it.</summary>
    public AnomalyBand? Find(MetricSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return _bands.GetValueOrDefault((MetricKey.Of(source), source.Statistic));
    }

    /// <summary>The same model for a place where clocks reach an hour so many minutes later.</summary>
    public AnomalyModel Later(int minutes)
    {
        var later = new AnomalyModel();
        foreach (var (metric, band) in _bands)
        {
            later._bands.Add(metric, band.Later(minutes));
        }

        return later;
    }

    /// <summary>Learns from a stretch of normal operation whose datapoints are in a store.</summary>
    /// <param name="alarms">Alarms; those with an anomaly band are learned for.</param>
    /// <param name="store">Where the datapoints are.</param>
    /// <param name="from">First minute, inclusive, from the Unix epoch.</param>
    /// <param name="until">Last minute, exclusive.</param>
    public void Learn(IEnumerable<BoundAlarm> alarms, MetricStore store, long from, long until)
    {
        ArgumentNullException.ThrowIfNull(alarms);
        ArgumentNullException.ThrowIfNull(store);
        foreach (var source in alarms.Where(alarm => alarm.Definition.AnomalyBand is not null)
            .Select(alarm => alarm.Metrics[0])
            .DistinctBy(Identity))
        {
            var series = store.Series(MetricKey.Of(source));
            var statistic = MetricStatistic.Parse(source.Statistic);
            var minutes = (int)source.Period.TotalMinutes;
            if (!_bands.TryGetValue(Identity(source), out var band))
            {
                band = new AnomalyBand();
                _bands.Add(Identity(source), band);
            }

            for (var minute = from; minute + minutes <= until; minute += minutes)
            {
                if (series.Read(minute, minutes, statistic) is { } value)
                {
                    band.Learn(minute, value);
                }
            }
        }
    }

    private static (MetricKey Key, string Statistic) Identity(MetricSource source) => (MetricKey.Of(source), source.Statistic);
}
