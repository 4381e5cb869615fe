using System.Collections.Immutable;
using Amazon.Connect;
using Amazon.Connect.Model;
using ContactCenter.Aws.Notifications;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Numbers;

namespace ContactCenter.Aws.Monitoring;

/// <summary>
/// How long contacts waited, from <c>GetMetricDataV2</c>: the same count with every threshold of a ladder, a request for those who were
/// answered and one for those who gave up, because a request takes twenty thresholds.
/// </summary>
public sealed class ConnectWaits(IAmazonConnect connect, ConnectDirectory directory, ContactCenterConfiguration configuration) : IWaitSource
{
    private const string Answered = "SUM_CONTACTS_ANSWERED_IN_X";
    private const string Abandoned = "SUM_CONTACTS_ABANDONED_IN_X";

    /// <summary>Values of a filter, and results of a page, that the API takes at most.</summary>
    private const int MaximumLength = 100;

    /// <summary>A hundred queues in four channels are four pages; an answer that is longer must not be half an answer.</summary>
    private const int MaximumPages = 10;

    /// <summary>The longest threshold that a metric takes: everybody waited for less.</summary>
    private const int Ever = 604_800;

    /// <inheritdoc/>
    public async Task<WaitReading> ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        try
        {
            var (queues, channels) = (new List<string>(), new List<ChannelWaits>());
            foreach (var some in (await directory.QueuesAsync(cancellationToken)).Chunk(MaximumLength))
            {
                var reading = new ConnectReading();
                foreach (var metric in new[] { Answered, Abandoned })
                {
                    await ReadAsync(reading, metric, [.. some.Select(static queue => queue.Key)], from, to, cancellationToken);
                }

                foreach (var (id, queue) in some)
                {
                    ChannelWaits?[] its =
                    [
                        .. Enum.GetValues<ContactChannel>().Where(channel => reading.Has(id, channel)).Select(channel =>
                            (Counts(reading, id, Answered, channel), Counts(reading, id, Abandoned, channel)) is ({ } served, { } given)
                                ? new ChannelWaits(queue, channel, served, given) : null),
                    ];

                    // of a queue of which one count could not be computed the day is not known
                    if (its.All(static one => one is not null))
                    {
                        queues.Add(queue);
                        channels.AddRange(its!);
                    }
                }
            }

            return new WaitReading(queues, channels, []);
        }
        catch (Exception failure) when (AwsFailure.IsOne(failure))
        {
            return new WaitReading([], [], [$"how long contacts waited: {AwsRefusal.Text(failure)}"]);
        }
    }

    private static WaitCounts? Counts(ConnectReading reading, string id, string metric, ContactChannel channel)
    {
        var below = WaitCounts.Ladder.ToDictionary(static step => step, step => At(step));
        return At(Ever) is { } all && below.Values.All(static count => count is not null)
            ? new WaitCounts(below.ToImmutableSortedDictionary(static step => step.Key, static step => step.Value!.Value), all)
            : null;

        long? At(int step) => reading.OrZero(id, ConnectReading.Key(metric, step), channel) is { } value ? (long)Math.Round(value) : null;
    }

    private async Task ReadAsync(
        ConnectReading reading, string metric, List<string> ids, DateTimeOffset from, DateTimeOffset to,
        CancellationToken cancellationToken)
    {
        var request = new GetMetricDataV2Request
        {
            ResourceArn = configuration.Instance.Arn,
            StartTime = from.UtcDateTime,
            EndTime = to.UtcDateTime,
            Interval = new IntervalDetails { TimeZone = "UTC", IntervalPeriod = IntervalPeriod.TOTAL },
            Filters = [new FilterV2 { FilterKey = "QUEUE", FilterValues = ids }],
            Groupings = ["QUEUE", "CHANNEL"],
            Metrics =
            [
                .. WaitCounts.Ladder.Append(Ever).Select(step => new MetricV2
                {
                    Name = metric,
                    Threshold = [new ThresholdV2 { Comparison = "LT", ThresholdValue = step }],
                }),
            ],
            MaxResults = MaximumLength,
        };
        for (var page = 0; page < MaximumPages; page++)
        {
            var response = await connect.GetMetricDataV2Async(request, cancellationToken);
            reading.Add(response.MetricResults, "QUEUE");
            if (string.IsNullOrEmpty(response.NextToken))
            {
                return;
            }

            request.NextToken = response.NextToken;
        }

        throw new AmazonConnectException($"Amazon Connect answers more than {MaximumPages} pages, and half of an answer is none");
    }
}
