namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>What kind of CloudWatch alarm changed, told by which members its payload has.</summary>
public enum AlarmKind
{
    /// <summary>One metric against a threshold.</summary>
    Metric,

    /// <summary>A metric-math or Metrics Insights expression against a threshold.</summary>
    MetricMath,

    /// <summary>A metric against an anomaly-detection band; the payload has no threshold.</summary>
    AnomalyDetection,

    /// <summary>A rule over other alarms; the payload has no trigger.</summary>
    Composite,

    /// <summary>A kind that names no metric, such as a log or PromQL alarm.</summary>
    Other,
}
