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

    /// <summary>
    /// Queues whose filter lets a request through that asks about something else: half of the values of a request, the other half are what
    /// it asks about.
    /// </summary>
    private const int MaximumAllowing = MaximumLength / 2;

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
    public Task ReadRecentAsync(
        ConnectReading reading, string[] groupings, IEnumerable<string> ids, IReadOnlyList<MetricV2> metrics, DateTimeOffset now,
        CancellationToken cancellationToken) =>
        ReadRecentAsync(reading, groupings, ids, [], metrics, now, cancellationToken);

    /// <summary>
    /// Asks what went on in the last quarter of an hour in flows or with bots. By the service's model a request must have a filter by which
    /// it is authorised, which flows and bots are not: it has that of the queues too.
    /// </summary>
    /// <param name="reading">Takes in the answers.</param>
    /// <param name="grouping">The kind of the resources.</param>
    /// <param name="ids">Ids of the resources.</param>
    /// <param name="queues">Ids of the queues.</param>
    /// <param name="metrics">What is asked for.</param>
    /// <param name="now">The end of the time, to five minutes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task ReadRecentAsync(
        ConnectReading reading, string grouping, IEnumerable<string> ids, IEnumerable<string> queues, IReadOnlyList<MetricV2> metrics,
        DateTimeOffset now, CancellationToken cancellationToken) =>
        ReadRecentAsync(reading, [grouping], ids, [.. queues.Take(MaximumAllowing)], metrics, now, cancellationToken);

    private async Task ReadRecentAsync(
        ConnectReading reading, string[] groupings, IEnumerable<string> ids, string[] queues, IReadOnlyList<MetricV2> metrics,
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        MetricV2[] plain = [.. metrics.Where(static metric => metric.Threshold is null)];
        MetricV2[][] limited = [.. metrics.Where(static metric => metric.Threshold is not null).Chunk(MaximumThresholds)];
        foreach (var some in ids.Chunk(MaximumLength - queues.Length))
        {
            var filters = Filters(groupings[0], some, queues);
            await ReadPagesAsync(reading, groupings, filters, [.. plain, .. limited.FirstOrDefault() ?? []], now, cancellationToken);
            foreach (var more in limited.Skip(1))
            {
                await ReadPagesAsync(reading, groupings, filters, more, now, cancellationToken);
            }
        }
    }

    private static List<FilterV2> Filters(string kind, string[] ids, string[] queues)
    {
        var filters = new List<FilterV2> { new() { FilterKey = kind, FilterValues = [.. ids] } };
        if (queues.Length > 0)
        {
            filters.Add(new FilterV2 { FilterKey = "QUEUE", FilterValues = [.. queues] });
        }

        return filters;
    }

    private async Task ReadPagesAsync(
        ConnectReading reading, string[] groupings, List<FilterV2> filters, MetricV2[] metrics, DateTimeOffset now,
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
            Filters = filters,
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
