using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Functions.Incidents;

/// <summary>Counts the times that settings could not be read: what was known last, and then the file, counts meanwhile.</summary>
public sealed class SettingsMetric(MetricLine metrics, ContactCenterConfiguration configuration)
{
    /// <summary>Tells of a read that failed.</summary>
    /// <param name="at">When.</param>
    public void Tell(DateTimeOffset at) =>
        metrics.Tell(at, [("InstanceId", configuration.Instance.Id)], (OwnMetricNames.SettingsUnread, "Count", 1));
}
