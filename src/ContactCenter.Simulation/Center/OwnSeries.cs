using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Simulation.Center;

/// <summary>Where this system publishes what it makes of the figures of the center: with the code that is deployed.</summary>
internal sealed class OwnSeries(MetricPublisher publisher, BusinessCalendar calendar)
{
    private readonly Dictionary<(OwnMetric Metric, string? Resource, ContactChannel? Channel), MetricSeries> _series = [];

    public void Publish(long minute, CenterFigures figures)
    {
        foreach (var group in CenterMetrics.Of(figures, calendar))
        {
            foreach (var (metric, value) in group.Values)
            {
                Series(metric, group).Add(minute, value);
            }
        }
    }

    private MetricSeries Series(OwnMetric metric, MetricGroup group)
    {
        var key = (metric, group.Resource, group.Channel);
        if (!_series.TryGetValue(key, out var series))
        {
            series = publisher.Own(metric.Name, Dimensions(metric, group));
            _series.Add(key, series);
        }

        return series;
    }

    private static IEnumerable<MetricDimension> Dimensions(OwnMetric metric, MetricGroup group)
    {
        if (metric.Dimension is { } dimension)
        {
            yield return new MetricDimension(dimension, group.Resource!);
        }

        if (group.Channel is { } channel)
        {
            yield return new MetricDimension(OwnMetrics.Channel, channel.Name());
        }
    }
}
