using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Simulation.Evaluation;

/// <summary>What the simulated account may use: the quotas that AWS gives by default.</summary>
internal static class ServiceQuota
{
    /// <summary>The quota that a metric of usage counts against; null when it counts against none.</summary>
    public static double? Of(MetricSource metric) => (metric.Namespace, metric.Name, metric.Dimensions.Count) switch
    {
        ("AWS/Lambda", "ConcurrentExecutions", 0) => AccountSettings.DefaultLambdaConcurrency,
        _ => null,
    };
}
