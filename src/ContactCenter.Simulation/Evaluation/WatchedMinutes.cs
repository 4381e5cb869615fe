using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Simulation.Evaluation;

/// <summary>Reads the values of watched series, minute by minute.</summary>
/// <param name="store">Where they are.</param>
/// <param name="series">Those that CloudWatch has.</param>
public sealed class WatchedMinutes(MetricStore store, IReadOnlyList<WatchedSeries> series)
{
    private readonly (WatchedSeries Series, MetricSeries Values, MetricStatistic Statistic)[] _read =
    [
        .. series.Where(static one => one.Source is not null)
            .Select(one => (one, store.Series(MetricKey.Of(one.Source!)), MetricStatistic.Parse(one.Source!.Statistic))),
    ];

    /// <summary>The values of a minute from the Unix epoch; a count that nobody published is 0, anything else is left out.</summary>
    public IEnumerable<(WatchedSeries Series, double Value)> Read(long minute)
    {
        foreach (var (one, values, statistic) in _read)
        {
            if (values.Read(minute, 1, statistic) is { } value)
            {
                yield return (one, value);
            }
            else if (one.IsCount)
            {
                yield return (one, 0);
            }
        }
    }
}
