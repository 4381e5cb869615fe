using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;

namespace ContactCenter.Functions.Incidents;

/// <summary>
/// Tells the metric that the alarm "heartbeat-missing" watches. Name and dimension come from the alarm's own definition.
/// </summary>
public sealed class HeartbeatMetric(MetricLine metrics)
{
    private static readonly MetricSource Metric = AlarmCatalog.Default.Find(AlarmIds.HeartbeatMissing)!.Metrics[0];

    /// <summary>Tells one heartbeat.</summary>
    /// <param name="at">When.</param>
    /// <param name="component">Whose: <see cref="HeartbeatComponents.Clock"/> or <see cref="HeartbeatComponents.Pipeline"/>.</param>
    public void Tell(DateTimeOffset at, string component) =>
        metrics.Tell(at, [(Metric.Dimensions[0].Name, component)], (Metric.Name, "Count", 1));
}
