using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Functions.Incidents;

/// <summary>
/// Counts the messages that were given up, which the alarm "messages-given-up" watches: the log alone tells nobody. A telephone that nobody
/// answers is no broken channel.
/// </summary>
public sealed class DeliveryMetric(MetricLine metrics, ContactCenterConfiguration configuration)
{
    /// <summary>Tells of an outcome what there is to count.</summary>
    /// <param name="at">When.</param>
    /// <param name="outcome">What became of an effect.</param>
    public void Tell(DateTimeOffset at, DeliveryOutcome outcome)
    {
        if (outcome is { Result: DeliveryFailed { IsUnanswered: false }, Channel: { } channel })
        {
            metrics.Tell(
                at,
                [("InstanceId", configuration.Instance.Id), ("Channel", OwnMetricNames.ValueOf(channel))],
                (OwnMetricNames.MessagesGivenUp, "Count", 1));
        }
    }
}
