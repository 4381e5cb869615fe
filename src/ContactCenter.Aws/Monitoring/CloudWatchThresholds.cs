using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using ContactCenter.Core.Settings;

namespace ContactCenter.Aws.Monitoring;

/// <summary>
/// Thresholds of alarms in CloudWatch. <c>PutMetricAlarm</c> replaces the whole alarm, so everything that it has is written again; the tags
/// of an alarm that is there are kept by CloudWatch itself (API reference, PutMetricAlarm).
/// </summary>
/// <param name="client">The client; it lives as long as the process.</param>
public sealed class CloudWatchThresholds(IAmazonCloudWatch client) : IAlarmThresholds
{
    /// <summary>DescribeAlarms takes at most 100 names (API reference).</summary>
    private const int MaximumNames = 100;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, double>> ReadAsync(
        IReadOnlyCollection<string> alarms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alarms);
        var thresholds = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var names in alarms.Chunk(MaximumNames))
        {
            foreach (var alarm in await DescribeAsync(names, cancellationToken))
            {
                if (alarm.Threshold is { } threshold)
                {
                    thresholds[alarm.AlarmName] = threshold;
                }
            }
        }

        return thresholds;
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(string alarm, double threshold, CancellationToken cancellationToken)
    {
        if (await DescribeAsync([alarm], cancellationToken) is not [var whole])
        {
            return;
        }

        await client.PutMetricAlarmAsync(
            new PutMetricAlarmRequest
            {
                AlarmName = whole.AlarmName,
                AlarmDescription = whole.AlarmDescription,
                ActionsEnabled = whole.ActionsEnabled,
                OKActions = whole.OKActions,
                AlarmActions = whole.AlarmActions,
                InsufficientDataActions = whole.InsufficientDataActions,
                MetricName = whole.MetricName,
                Namespace = whole.Namespace,
                Statistic = whole.Statistic,
                ExtendedStatistic = whole.ExtendedStatistic,
                Dimensions = whole.Dimensions,
                Period = whole.Period,
                Unit = whole.Unit,
                EvaluationPeriods = whole.EvaluationPeriods,
                DatapointsToAlarm = whole.DatapointsToAlarm,
                Threshold = threshold,
                ComparisonOperator = whole.ComparisonOperator,
                TreatMissingData = whole.TreatMissingData,
                EvaluateLowSampleCountPercentile = whole.EvaluateLowSampleCountPercentile,
                Metrics = whole.Metrics,
                ThresholdMetricId = whole.ThresholdMetricId,
                EvaluationCriteria = whole.EvaluationCriteria,
                EvaluationInterval = whole.EvaluationInterval,
            },
            cancellationToken);
    }

    private async Task<List<MetricAlarm>> DescribeAsync(string[] names, CancellationToken cancellationToken)
    {
        var page = await client.DescribeAlarmsAsync(
            new DescribeAlarmsRequest { AlarmNames = [.. names], AlarmTypes = ["MetricAlarm"], MaxRecords = MaximumNames },
                cancellationToken);
        return page.MetricAlarms ?? [];
    }
}
