using ContactCenter.Core.Monitoring;

namespace ContactCenter.Functions;

/// <summary>
/// Tells the metric that the alarm "heartbeat-missing" watches. Name and dimension come from the alarm's own definition.
/// </summary>
public sealed class HeartbeatMetric(MetricLine metrics)
{
    private static readonly MetricSource Metric = AlarmCatalog.Default.Find("heartbeat-missing")!.Metrics[0];

    /// <summary>Tells one heartbeat.</summary>
    public void Tell(DateTimeOffset at) => metrics.Tell(at, [(Metric.Dimensions[0].Name, AlarmPlan.Clock)], (Metric.Name, "Count", 1));
}
