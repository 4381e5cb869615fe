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

    /// <summary>Routing profiles, and queues, of one request for both: as many pairs as there are queues and channels in another.</summary>
    private const int MaximumSide = 20;

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
                    () => ReadAsync(["QUEUE", "CHANNEL"], those, null, Of(group.Key), from, to, cancellationToken));
                queues.AddRange(cells is null ? [] : some.SelectMany(queue => HalfHours.Between(from, to).Select(at =>
                    new QueueNumbers(queue.Value, at, Channels(cells, queue.Key, at, group.Key)))));
            }
        }

        var profiles = new List<ProfileNumbers>();
        var profileIds = await directory.RoutingProfilesAsync(problems, cancellationToken);
        var work = configuration.Reports?.Coaching == true
            ? await WorkAsync([.. profileIds], [.. ids], from, to, problems, cancellationToken) : [];
        foreach (var some in profileIds.Chunk(MaximumLength))
        {
            string[] those = [.. some.Select(static profile => profile.Key)];
            var cells = await TryAsync(
                "numbers of routing profiles", problems,
                () => ReadAsync(["ROUTING_PROFILE"], those, null, OfAgents, from, to, cancellationToken));
            profiles.AddRange(cells is null ? [] : some.SelectMany(profile => HalfHours.Between(from, to).Select(at =>
                Profile(cells, profile.Key, profile.Value, at) with { Work = work.GetValueOrDefault((profile.Key, at)) })));
        }

        return new CenterNumbers { Queues = queues, Profiles = profiles, Problems = problems };
    }

    private static MetricV2[] OfAgents =>
    [
        Plain("SUM_ONLINE_TIME_AGENT"), Plain("SUM_CONTACT_TIME_AGENT"), Plain("SUM_IDLE_TIME_AGENT"),
        Plain("SUM_NON_PRODUCTIVE_TIME_AGENT"), Plain("SUM_ERROR_STATUS_TIME_AGENT"),
        .. OfWork,
    ];

    private static MetricV2[] OfWork =>
    [
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

    /// <summary>
    /// What routing profiles finished of each queue, by id of the profile and half hour; of what could not be read, nothing. Amazon Connect
    /// sums it up itself, so nobody asks for an agent.
    /// </summary>
    private async Task<Dictionary<(string Profile, DateTimeOffset At), WorkByQueue>> WorkAsync(
        KeyValuePair<string, string>[] profiles, KeyValuePair<string, string>[] queues, DateTimeOffset from, DateTimeOffset to,
        List<string> problems, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(string Profile, DateTimeOffset At), WorkByQueue>();
        foreach (var (some, those) in profiles.Chunk(MaximumSide).SelectMany(_ => queues.Chunk(MaximumSide), static (a, b) => (a, b)))
        {
            var cells = await TryAsync(
                "contacts of routing profiles by queue", problems,
                () => ReadAsync(
                    ["ROUTING_PROFILE", "QUEUE"], [.. some.Select(static profile => profile.Key)],
                    [.. those.Select(static queue => queue.Key)], OfWork, from, to, cancellationToken));
            if (cells is null)
            {
                continue;
            }

            foreach (var (profile, at) in some.SelectMany(_ => HalfHours.Between(from, to), static (profile, at) => (profile.Key, at)))
            {
                found[(profile, at)] = those.Where(queue => cells.Has(profile, null, at, queue.Key)).Aggregate(
                    found.GetValueOrDefault((profile, at), WorkByQueue.None),
                    (work, queue) => With(work, queue.Value, cells.At(profile, null, at, queue.Key)));
            }
        }

        return found;
    }

    private static WorkByQueue With(WorkByQueue work, string queue, IReadOnlyDictionary<string, double?> values)
    {
        return Whole("CONTACTS_HANDLED") > 0
            ? work.With(queue, new ProfileWork(
                Whole("CONTACTS_HANDLED"), Whole("SUM_HANDLE_TIME"), Whole("SUM_HOLD_TIME"), Whole("CONTACTS_TRANSFERRED_OUT")))
            : work;

        long Whole(string key) => (long)Math.Round(values.GetValueOrDefault(key) ?? 0);
    }

    private async Task<Cells> ReadAsync(
        string[] groupings, string[] ids, string[]? queues, MetricV2[] metrics, DateTimeOffset from, DateTimeOffset to,
        CancellationToken cancellationToken)
    {
        var cells = new Cells();
        var request = new GetMetricDataV2Request
        {
            ResourceArn = configuration.Instance.Arn,
            StartTime = from.UtcDateTime,
            EndTime = to.UtcDateTime,
            Interval = new IntervalDetails { TimeZone = "UTC", IntervalPeriod = IntervalPeriod.THIRTY_MIN },
            Filters =
            [
                new FilterV2 { FilterKey = groupings[0], FilterValues = [.. ids] },
                .. queues is null ? Array.Empty<FilterV2>() : [new FilterV2 { FilterKey = "QUEUE", FilterValues = [.. queues] }],
            ],
            Groupings = [.. groupings],
            Metrics = [.. metrics],
            MaxResults = MaximumLength,
        };
        for (var page = 0; page < MaximumPages; page++)
        {
            var response = await connect.GetMetricDataV2Async(request, cancellationToken);
            cells.Add(response.MetricResults ?? [], groupings[0], isByQueue: queues is not null);
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

    /// <summary>What was answered, by resource, channel and half hour; of a routing profile by queue too, where that was asked.</summary>
    private sealed class Cells
    {
        private readonly Dictionary<(string Id, ContactChannel? Channel, DateTimeOffset At, string? Queue), Dictionary<string, double?>>
            _all = [];

        public bool Has(string id, ContactChannel? channel, DateTimeOffset at, string? queue = null) =>
            _all.ContainsKey((id, channel, at, queue));

        public Dictionary<string, double?> At(string id, ContactChannel? channel, DateTimeOffset at, string? queue = null) =>
            _all[(id, channel, at, queue)];

        public void Add(IEnumerable<MetricResultV2> results, string dimension, bool isByQueue)
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
                    HalfHours.Begin(new DateTimeOffset(start.ToUniversalTime())),
                    isByQueue && result.Dimensions.GetValueOrDefault("QUEUE") is { } queue ? ConnectDirectory.IdOf(queue) : null);
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
