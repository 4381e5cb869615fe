using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using ContactCenter.Aws.Notifications;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Texts;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Aws.Account;

/// <summary>The alarms of the deployment in both Regions, and the series of the namespaces that they read.</summary>
internal sealed class AlarmReader(IAmazonCloudWatch cloudWatch, IAmazonCloudWatch? standby, Unread unread)
{
    private const int PageSize = 100;
    private const int MaximumAlarmPages = 100;

    /// <summary>Five hundred series to a page: of an account with more in one namespace nothing is concluded.</summary>
    private const int MaximumSeriesPages = 40;

    public async Task<AccountReading> ReadAsync(
        AccountReading reading, ContactCenterConfiguration configuration, CancellationToken cancellationToken)
    {
        var namespaces = AlarmPlan.For(configuration).SelectMany(static alarm => alarm.Metrics).Select(static metric => metric.Namespace)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var prefix = $"{DeploymentNames.Of(configuration).Prefix}/";
        return reading with
        {
            Alarms = await unread.TryAsync(
                "alarms", "cloudwatch:DescribeAlarms", () => AlarmsAsync(cloudWatch, prefix, cancellationToken)),
            StandbyAlarms = standby is null || configuration.StandbyRegion is not { } region
                ? null
                : await unread.TryAsync(
                    Sentences.WhatAlarmsThere(prefix, region),
                    $"cloudwatch:DescribeAlarms ({region})",
                    () => AlarmsAsync(standby, prefix, cancellationToken)),
            Series = await unread.TryAsync("metrics", "cloudwatch:ListMetrics", () => SeriesAsync(namespaces, cancellationToken)),
        };
    }

    private static Task<List<DeployedAlarm>> AlarmsAsync(IAmazonCloudWatch client, string prefix, CancellationToken cancellationToken) =>
        Page<DeployedAlarm>.AllAsync(MaximumAlarmPages, async token =>
        {
            var page = await client.DescribeAlarmsAsync(
                new DescribeAlarmsRequest
                {
                    AlarmNamePrefix = prefix,
                    MaxRecords = PageSize,
                    AlarmTypes = [AlarmType.MetricAlarm.Value, AlarmType.CompositeAlarm.Value],
                    NextToken = token,
                },
                cancellationToken);
            return new(
                [
                    .. (page.MetricAlarms ?? []).Select(static alarm => new DeployedAlarm(
                        alarm.AlarmName, alarm.Threshold, alarm.DatapointsToAlarm, alarm.EvaluationPeriods, alarm.ActionsEnabled != false)),
                    .. (page.CompositeAlarms ?? []).Select(static alarm => new DeployedAlarm(
                        alarm.AlarmName, null, null, null, alarm.ActionsEnabled != false)),
                ],
                page.NextToken);
        });

    private async Task<List<PublishedSeries>> SeriesAsync(IEnumerable<string> namespaces, CancellationToken cancellationToken)
    {
        var found = new List<PublishedSeries>();
        foreach (var one in namespaces)
        {
            var pages = 0;
            found.AddRange(await Page<PublishedSeries>.AllAsync(MaximumSeriesPages, async token =>
            {
                var page = await cloudWatch.ListMetricsAsync(
                    new ListMetricsRequest { Namespace = one, NextToken = token }, cancellationToken);
                if (++pages == MaximumSeriesPages && !string.IsNullOrEmpty(page.NextToken))
                {
                    throw new ChannelException(Sentences.MoreSeries($"{one}"), isPassing: false);
                }

                return new(
                    page.Metrics?.Select(static metric => new PublishedSeries(
                        metric.Namespace,
                        metric.MetricName,
                        [.. (metric.Dimensions ?? []).Select(static dimension => new MetricDimension(dimension.Name, dimension.Value))])),
                    page.NextToken);
            }));
        }

        return found;
    }
}
