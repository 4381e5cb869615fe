using System.Collections.Immutable;
using Amazon.Connect;
using Amazon.Connect.Model;
using ContactCenter.Aws.Notifications;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Numbers;

namespace ContactCenter.Aws.Monitoring;

/// <summary>
/// The numbers of queues and routing profiles from <c>GetMetricDataV2</c>, by intervals of half an hour: queues of one service target in a
/// request, one request after the other, because the limit of ten a second is shared with everybody in the account.
/// </summary>
public sealed class ConnectNumbers(
    IAmazonConnect connect, ConnectDirectory directory, ContactCenterConfiguration configuration) : INumbersSource
{
    /// <summary>Values of a filter, and results of a page, that the API takes at most.</summary>
    private const int MaximumLength = 100;

    /// <summary>Two days of a hundred queues in four channels: no answer is longer, and one that is must not be half an answer.</summary>
    private const int MaximumPages = 400;

    /// <summary>The longest threshold that a metric takes: whoever was answered at all was answered within it.</summary>
    private const int Ever = 604_800;

    /// <inheritdoc/>
    public async Task<CenterNumbers> ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var queues = new List<QueueNumbers>();
        var targets = configuration.Queues.ToDictionary(
            static queue => queue.Name, static queue => (int)queue.ServiceLevelWithin.TotalSeconds);
        var ids = await directory.QueuesAsync(problems, cancellationToken);
        foreach (var group in ids.GroupBy(queue => targets[queue.Value]))
        {
            foreach (var some in group.Chunk(MaximumLength))
            {
                string[] those = [.. some.Select(static queue => queue.Key)];
                var cells = await TryAsync(
                    "numbers of queues", problems,
                    () => ReadAsync(["QUEUE", "CHANNEL"], those, Of(group.Key), from, to, cancellationToken));
                queues.AddRange(cells is null ? [] : some.SelectMany(queue => HalfHours.Between(from, to).Select(at =>
                    new QueueNumbers(queue.Value, at, Channels(cells, queue.Key, at, group.Key)))));
            }
        }

        var profiles = new List<ProfileNumbers>();
        var profileIds = await directory.RoutingProfilesAsync(problems, cancellationToken);
        foreach (var some in profileIds.Chunk(MaximumLength))
        {
            string[] those = [.. some.Select(static profile => profile.Key)];
            var cells = await TryAsync(
                "numbers of routing profiles", problems,
                () => ReadAsync(["ROUTING_PROFILE"], those, OfAgents, from, to, cancellationToken));
            profiles.AddRange(cells is null ? [] : some.SelectMany(profile => HalfHours.Between(from, to).Select(at =>
                Profile(cells, profile.Key, profile.Value, at))));
        }

        return new CenterNumbers { Queues = queues, Profiles = profiles, Problems = problems };
    }

    private static MetricV2[] OfAgents =>
    [
        Plain("SUM_ONLINE_TIME_AGENT"), Plain("SUM_CONTACT_TIME_AGENT"), Plain("SUM_IDLE_TIME_AGENT"),
        Plain("SUM_NON_PRODUCTIVE_TIME_AGENT"), Plain("SUM_ERROR_STATUS_TIME_AGENT"),
        Plain("CONTACTS_HANDLED"), Plain("SUM_HANDLE_TIME"), Plain("SUM_HOLD_TIME"), Plain("CONTACTS_TRANSFERRED_OUT"),
    ];

    private static MetricV2[] Of(int target) =>
    [
        Plain("CONTACTS_QUEUED_BY_ENQUEUE"), Plain("CONTACTS_QUEUED"), Within("CONTACTS_REMOVED_FROM_QUEUE_IN_X", target),
        Within("SUM_CONTACTS_ANSWERED_IN_X", Ever), Within("SUM_CONTACTS_ANSWERED_IN_X", target),
        Plain("CONTACTS_ABANDONED"), Within("SUM_CONTACTS_ABANDONED_IN_X", target),
        Plain("AVG_QUEUE_ANSWER_TIME"), Plain("AVG_ABANDON_TIME"), Plain("MAX_QUEUED_TIME"),
        Plain("CONTACTS_HANDLED"), Plain("SUM_HANDLE_TIME"), Plain("SUM_AFTER_CONTACT_WORK_TIME"), Plain("SUM_HOLD_TIME"),
        Plain("CONTACTS_TRANSFERRED_OUT"),
        new()
        {
            Name = "CONTACTS_HANDLED",
            MetricFilters = [new MetricFilterV2 { MetricFilterKey = "INITIATION_METHOD", MetricFilterValues = ["CALLBACK"] }],
        },
        Plain("AGENT_NON_RESPONSE"),
    ];

    private static ImmutableSortedDictionary<ContactChannel, ChannelNumbers> Channels(
        Cells cells, string id, DateTimeOffset at, int target) =>
        Enum.GetValues<ContactChannel>()
            .Where(channel => cells.Has(id, channel, at))
            .ToImmutableSortedDictionary(static channel => channel, channel => Channel(cells.At(id, channel, at), target));

    private static ChannelNumbers Channel(IReadOnlyDictionary<string, double?> values, int target)
    {
        var (answered, abandoned) = (Whole(ConnectReading.Key("SUM_CONTACTS_ANSWERED_IN_X", Ever)), Whole("CONTACTS_ABANDONED"));
        return new ChannelNumbers
        {
            TargetSeconds = target,
            Offered = Whole("CONTACTS_QUEUED_BY_ENQUEUE"),
            Queued = Whole("CONTACTS_QUEUED"),
            LeftWithin = Whole(ConnectReading.Key("CONTACTS_REMOVED_FROM_QUEUE_IN_X", target)),
            Answered = answered,
            AnsweredWithin = Whole(ConnectReading.Key("SUM_CONTACTS_ANSWERED_IN_X", target)),
            Abandoned = abandoned,
            AbandonedWithin = Whole(ConnectReading.Key("SUM_CONTACTS_ABANDONED_IN_X", target)),
            AnswerSeconds = Sum("AVG_QUEUE_ANSWER_TIME", answered),
            AbandonSeconds = Sum("AVG_ABANDON_TIME", abandoned),
            MaximumWaitSeconds = Whole("MAX_QUEUED_TIME"),
            Handled = Whole("CONTACTS_HANDLED"),
            HandleSeconds = Whole("SUM_HANDLE_TIME"),
            AfterContactSeconds = Whole("SUM_AFTER_CONTACT_WORK_TIME"),
            HoldSeconds = Whole("SUM_HOLD_TIME"),
            TransferredOut = Whole("CONTACTS_TRANSFERRED_OUT"),
            Callbacks = Whole("CONTACTS_HANDLED/CALLBACK"),
            Missed = Whole("AGENT_NON_RESPONSE"),
        };

        long? Whole(string key) => values.GetValueOrDefault(key) is { } value ? (long)Math.Round(value) : null;

        // of nobody there is no mean, and together they waited for no time
        long? Sum(string mean, long? count) =>
            count == 0 ? 0 : values.GetValueOrDefault(mean) is { } value && count is { } many ? (long)Math.Round(value * many) : null;
    }

    /// <summary>A routing profile of which nothing is answered had nobody who was logged in.</summary>
    private static ProfileNumbers Profile(Cells cells, string id, string name, DateTimeOffset at)
    {
        if (!cells.Has(id, null, at))
        {
            return ProfileNumbers.Nobody(name, at);
        }

        var values = cells.At(id, null, at);
        return new ProfileNumbers(
            name, at, Whole("SUM_ONLINE_TIME_AGENT"), Whole("SUM_CONTACT_TIME_AGENT"), Whole("SUM_IDLE_TIME_AGENT"),
            Whole("SUM_NON_PRODUCTIVE_TIME_AGENT"), Whole("SUM_ERROR_STATUS_TIME_AGENT"))
        {
            Handled = Whole("CONTACTS_HANDLED"),
            HandleSeconds = Whole("SUM_HANDLE_TIME"),
            HoldSeconds = Whole("SUM_HOLD_TIME"),
            TransferredOut = Whole("CONTACTS_TRANSFERRED_OUT"),
        };

        long? Whole(string key) => values.GetValueOrDefault(key) is { } value ? (long)Math.Round(value) : null;
    }

    private async Task<Cells> ReadAsync(
        string[] groupings, string[] ids, MetricV2[] metrics, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var cells = new Cells();
        var request = new GetMetricDataV2Request
        {
            ResourceArn = configuration.Instance.Arn,
            StartTime = from.UtcDateTime,
            EndTime = to.UtcDateTime,
            Interval = new IntervalDetails { TimeZone = "UTC", IntervalPeriod = IntervalPeriod.THIRTY_MIN },
            Filters = [new FilterV2 { FilterKey = groupings[0], FilterValues = [.. ids] }],
            Groupings = [.. groupings],
            Metrics = [.. metrics],
            MaxResults = MaximumLength,
        };
        for (var page = 0; page < MaximumPages; page++)
        {
            var response = await connect.GetMetricDataV2Async(request, cancellationToken);
            cells.Add(response.MetricResults ?? [], groupings[0]);
            if (string.IsNullOrEmpty(response.NextToken))
            {
                return cells;
            }

            request.NextToken = response.NextToken;
        }

        throw new AmazonConnectException($"Amazon Connect answers more than {MaximumPages} pages, and half of an answer is none");
    }

    private static async Task<T?> TryAsync<T>(string what, List<string> problems, Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (Exception failure) when (AwsFailure.IsOne(failure))
        {
            problems.Add($"{what}: {AwsRefusal.Text(failure)}");
            return null;
        }
    }

    private static MetricV2 Plain(string name) => new() { Name = name };

    private static MetricV2 Within(string name, int seconds) =>
        new() { Name = name, Threshold = [new ThresholdV2 { Comparison = "LT", ThresholdValue = seconds }] };

    /// <summary>What was answered, by resource, channel and half hour.</summary>
    private sealed class Cells
    {
        private readonly Dictionary<(string Id, ContactChannel? Channel, DateTimeOffset At), Dictionary<string, double?>> _all = [];

        public bool Has(string id, ContactChannel? channel, DateTimeOffset at) => _all.ContainsKey((id, channel, at));

        public Dictionary<string, double?> At(string id, ContactChannel? channel, DateTimeOffset at) => _all[(id, channel, at)];

        public void Add(IEnumerable<MetricResultV2> results, string dimension)
        {
            foreach (var result in results)
            {
                if (result.Dimensions?.GetValueOrDefault(dimension) is not { } id || result.MetricInterval?.StartTime is not { } start)
                {
                    continue;
                }

                var key = (
                    ConnectDirectory.IdOf(id),
                    ContactChannels.Find(result.Dimensions.GetValueOrDefault("CHANNEL")),
                    HalfHours.Begin(new DateTimeOffset(start.ToUniversalTime())));
                if (!_all.TryGetValue(key, out var values))
                {
                    _all[key] = values = [];
                }

                foreach (var value in result.Collections ?? [])
                {
                    if (value.Metric?.Name is { } name)
                    {
                        values[NameOf(name, value.Metric)] = value.Value;
                    }
                }
            }
        }

        private static string NameOf(string name, MetricV2 metric) =>
            metric.Threshold?.FirstOrDefault()?.ThresholdValue is { } seconds ? ConnectReading.Key(name, seconds)
                : metric.MetricFilters?.FirstOrDefault()?.MetricFilterValues?.FirstOrDefault() is { } filter ? $"{name}/{filter}"
                : name;
    }
}
