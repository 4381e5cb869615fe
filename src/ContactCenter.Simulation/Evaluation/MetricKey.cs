using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Simulation.Evaluation;

/// <summary>Identity of one metric: namespace, name and the complete dimension set, in whatever order it was written.</summary>
/// <param name="Namespace">CloudWatch namespace.</param>
/// <param name="Name">Metric name.</param>
/// <param name="Dimensions">The dimensions as <c>name=value</c>, sorted by name and joined by line feeds.</param>
public readonly record struct MetricKey(string Namespace, string Name, string Dimensions)
{
    /// <summary>The key of a metric with these dimensions.</summary>
    public static MetricKey Of(string @namespace, string name, params IEnumerable<MetricDimension> dimensions) => new(
        @namespace,
        name,
        string.Join('\n', dimensions.OrderBy(d => d.Name, StringComparer.Ordinal).Select(d => $"{d.Name}={d.Value}")));

    /// <summary>The key of the metric that a source reads.</summary>
    public static MetricKey Of(MetricSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Of(source.Namespace, source.Name, source.Dimensions);
    }
}
