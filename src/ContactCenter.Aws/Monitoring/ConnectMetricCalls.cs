using Amazon.Connect;
using Amazon.Connect.Model;
using ContactCenter.Core.Common;

namespace ContactCenter.Aws.Monitoring;

/// <summary>
/// The two metric calls of Amazon Connect, for any number of resources: a hundred to a call, page by page, one call after the other,
/// because they share a limit of five or ten a second with everybody else in the account.
/// </summary>
internal sealed class ConnectMetricCalls(IAmazonConnect connect, string instanceArn, string instanceId)
{
    /// <summary>Values of a filter, and results of a page, that the API takes at most.</summary>
    private const int MaximumLength = 100;

    /// <summary>Metrics with a threshold that the API takes at most.</summary>
    private const int MaximumThresholds = 20;

    /// <summary>No answer is longer: a hundred resources in four channels are four pages.</summary>
    private const int MaximumPages = 10;

    /// <summary>Rates and means are about so much time.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Alignment = TimeSpan.FromMinutes(5);

    /// <summary>Asks what goes on now. A grouping is always sent: without one ages are in milliseconds.</summary>
    public Task ReadCurrentAsync(
        ConnectReading reading, Grouping grouping, IEnumerable<string> ids, IEnumerable<(CurrentMetricName Name, Unit Unit)> metrics,
        CancellationToken cancellationToken) => ReadCurrentAsync(
        reading,
        null,
        some => grouping == Grouping.QUEUE ? new Filters { Queues = some } : new Filters { RoutingProfiles = some },
        [grouping],
        ids,
        metrics,
        cancellationToken);

    /// <summary>Asks what goes on now in queues, channel by channel.</summary>
    public Task ReadChannelsAsync(
        ConnectReading reading, IEnumerable<ContactChannel> channels, IEnumerable<string> queues,
        IEnumerable<(CurrentMetricName Name, Unit Unit)> metrics, CancellationToken cancellationToken) => ReadCurrentAsync(
        reading,
        null,
        some => new Filters { Queues = some, Channels = [.. channels.Select(static channel => channel.Name())] },
        [Grouping.QUEUE, Grouping.CHANNEL],
        queues,
        metrics,
        cancellationToken);

    /// <summary>Asks what goes on now in one channel of queues, for a channel by which the call does not group.</summary>
    public Task ReadChannelAsync(
        ConnectReading reading, ContactChannel channel, IEnumerable<string> queues,
        IEnumerable<(CurrentMetricName Name, Unit Unit)> metrics, CancellationToken cancellationToken) => ReadCurrentAsync(
        reading,
        channel,
        some => new Filters { Queues = some, Channels = [channel.Name()] },
        [Grouping.QUEUE],
        queues,
        metrics,
        cancellationToken);

    private async Task ReadCurrentAsync(
        ConnectReading reading, ContactChannel? asked, Func<List<string>, Filters> filters, List<string> groupings, IEnumerable<string> ids,
        IEnumerable<(CurrentMetricName Name, Unit Unit)> metrics, CancellationToken cancellationToken)
    {
        CurrentMetric[] wanted = [.. metrics.Select(static metric => new CurrentMetric { Name = metric.Name, Unit = metric.Unit })];
        foreach (var some in ids.Chunk(MaximumLength))
        {
            var request = new GetCurrentMetricDataRequest
            {
                InstanceId = instanceId,
                Filters = filters([.. some]),
                Groupings = groupings,
                CurrentMetrics = [.. wanted],
                MaxResults = MaximumLength,
            };
            for (var page = 0; page < MaximumPages; page++)
            {
                var response = await connect.GetCurrentMetricDataAsync(request, cancellationToken);
                reading.Add(response.MetricResults, asked);
                if (string.IsNullOrEmpty(response.NextToken))
                {
                    break;
                }

                request.NextToken = response.NextToken;
            }
        }
    }

    /// <summary>Asks what went on in the last quarter of an hour.</summary>
    /// <param name="reading">Takes in the answers.</param>
    /// <param name="groupings">What it is grouped by; the first is the kind of the resources.</param>
    /// <param name="ids">Ids of the resources.</param>
    /// <param name="metrics">What is asked for.</param>
    /// <param name="now">The end of the time, to five minutes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task ReadRecentAsync(
        ConnectReading reading, string[] groupings, IEnumerable<string> ids, IReadOnlyList<MetricV2> metrics, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        MetricV2[] plain = [.. metrics.Where(static metric => metric.Threshold is null)];
        MetricV2[][] limited = [.. metrics.Where(static metric => metric.Threshold is not null).Chunk(MaximumThresholds)];
        foreach (var some in ids.Chunk(MaximumLength))
        {
            await ReadRecentAsync(reading, groupings, some, [.. plain, .. limited.FirstOrDefault() ?? []], now, cancellationToken);
            foreach (var more in limited.Skip(1))
            {
                await ReadRecentAsync(reading, groupings, some, more, now, cancellationToken);
            }
        }
    }

    private async Task ReadRecentAsync(
        ConnectReading reading, string[] groupings, string[] ids, MetricV2[] metrics, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        // on multiples of five minutes, which the older call demands and this one does not say that it does not
        var end = new DateTime(now.UtcTicks - (now.UtcTicks % Alignment.Ticks), DateTimeKind.Utc);
        var request = new GetMetricDataV2Request
        {
            ResourceArn = instanceArn,
            StartTime = end - Window,
            EndTime = end,
            Interval = new IntervalDetails { TimeZone = "UTC", IntervalPeriod = IntervalPeriod.TOTAL },
            Filters = [new FilterV2 { FilterKey = groupings[0], FilterValues = [.. ids] }],
            Groupings = [.. groupings],
            Metrics = [.. metrics],
            MaxResults = MaximumLength,
        };
        for (var page = 0; page < MaximumPages; page++)
        {
            var response = await connect.GetMetricDataV2Async(request, cancellationToken);
            reading.Add(response.MetricResults, groupings[0]);
            if (string.IsNullOrEmpty(response.NextToken))
            {
                break;
            }

            request.NextToken = response.NextToken;
        }
    }
}
