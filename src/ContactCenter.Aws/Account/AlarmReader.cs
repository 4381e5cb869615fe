using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Aws.Account;

/// <summary>The alarms of the deployment, and the series of the namespaces that they read.</summary>
internal sealed class AlarmReader(IAmazonCloudWatch cloudWatch, Unread unread)
{
    private const int PageSize = 100;
    private const int MaximumAlarmPages = 100;

    /// <summary>Five hundred series to a page: an account with more in one namespace is looked at in part.</summary>
    private const int MaximumSeriesPages = 40;

    public async Task<AccountReading> ReadAsync(
        AccountReading reading, ContactCenterConfiguration configuration, CancellationToken cancellationToken)
    {
        var namespaces = AlarmPlan.For(configuration).SelectMany(static alarm => alarm.Metrics).Select(static metric => metric.Namespace)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return reading with
        {
            Alarms = await unread.TryAsync(
                "alarms",
                "cloudwatch:DescribeAlarms",
                () => AlarmsAsync($"{DeploymentNames.Of(configuration).Prefix}/", cancellationToken)),
            Series = await unread.TryAsync("metrics", "cloudwatch:ListMetrics", () => SeriesAsync(namespaces, cancellationToken)),
        };
    }

    private async Task<List<DeployedAlarm>> AlarmsAsync(string prefix, CancellationToken cancellationToken)
    {
        var found = new List<DeployedAlarm>();
        var request = new DescribeAlarmsRequest { AlarmNamePrefix = prefix, MaxRecords = PageSize, AlarmTypes = ["MetricAlarm"] };
        for (var page = 0; page < MaximumAlarmPages; page++)
        {
            var answer = await cloudWatch.DescribeAlarmsAsync(request, cancellationToken);
            found.AddRange((answer.MetricAlarms ?? []).Select(static alarm => new DeployedAlarm(
                alarm.AlarmName, alarm.Threshold, alarm.DatapointsToAlarm, alarm.EvaluationPeriods, alarm.ActionsEnabled != false)));
            if (string.IsNullOrEmpty(answer.NextToken))
            {
                break;
            }

            request.NextToken = answer.NextToken;
        }

        return found;
    }

    private async Task<List<PublishedSeries>> SeriesAsync(IEnumerable<string> namespaces, CancellationToken cancellationToken)
    {
        var found = new List<PublishedSeries>();
        foreach (var one in namespaces)
        {
            var request = new ListMetricsRequest { Namespace = one };
            for (var page = 0; page < MaximumSeriesPages; page++)
            {
                var answer = await cloudWatch.ListMetricsAsync(request, cancellationToken);
                found.AddRange((answer.Metrics ?? []).Select(static metric => new PublishedSeries(
                    metric.Namespace,
                    metric.MetricName,
                    [.. (metric.Dimensions ?? []).Select(static dimension => new MetricDimension(dimension.Name, dimension.Value))])));
                if (string.IsNullOrEmpty(answer.NextToken))
                {
                    break;
                }

                request.NextToken = answer.NextToken;
            }
        }

        return found;
    }
}
