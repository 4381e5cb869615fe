using System.Globalization;
using Amazon.Connect.Model;

namespace ContactCenter.Aws.Monitoring;

/// <summary>Values that the metric calls of Amazon Connect have answered, by id of the resource and metric.</summary>
internal sealed class ConnectReading
{
    private readonly Dictionary<(string Id, string Metric), double?> _values = [];

    /// <summary>What was answered; null when there was no answer or it could not be computed.</summary>
    public double? this[string id, string metric] => _values.GetValueOrDefault((id, metric));

    /// <summary>
    /// What was answered; 0 where there was no answer at all, because a queue in which nothing happens is not in an answer, and null where
    /// the answer says that the value could not be computed.
    /// </summary>
    public double? OrZero(string id, string metric) => _values.TryGetValue((id, metric), out var value) ? value : 0;

    /// <summary>The key of a metric of <c>GetMetricDataV2</c>: one may be asked for several times with different thresholds.</summary>
    public static string Key(string name, double? threshold) =>
        threshold is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"{name}<{seconds}") : name;

    public void Add(IEnumerable<CurrentMetricResult>? results)
    {
        foreach (var result in results ?? [])
        {
            var id = result.Dimensions?.Queue?.Id
                ?? result.Dimensions?.Queue?.Arn
                ?? result.Dimensions?.RoutingProfile?.Id
                ?? result.Dimensions?.RoutingProfile?.Arn;
            foreach (var value in result.Collections ?? [])
            {
                Add(id, value.Metric?.Name?.Value, value.Value);
            }
        }
    }

    public void Add(IEnumerable<MetricResultV2>? results, string dimension)
    {
        foreach (var result in results ?? [])
        {
            var id = result.Dimensions?.GetValueOrDefault(dimension);
            foreach (var value in result.Collections ?? [])
            {
                Add(
                    id,
                    value.Metric?.Name is { } name ? Key(name, value.Metric.Threshold?.FirstOrDefault()?.ThresholdValue) : null,
                    value.Value);
            }
        }
    }

    private void Add(string? id, string? metric, double? value)
    {
        if (id is not null && metric is not null)
        {
            _values[(ConnectDirectory.IdOf(id), metric)] = value;
        }
    }
}
