using Amazon.Connect;
using Amazon.Connect.Model;
using ContactCenter.Aws.Notifications;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Queues;

namespace ContactCenter.Aws.Monitoring;

/// <summary>
/// Figures of the configured queues, routing profiles, contact flows and bots from Amazon Connect, in at most eight calls for a hundred of
/// each. What one call cannot say does not take away what the others say.
/// </summary>
public sealed class ConnectCenterMetrics(
    IAmazonConnect connect, ConnectDirectory directory, ContactCenterConfiguration configuration) : ICenterMetrics
{
    private static readonly (CurrentMetricName, Unit)[] QueueNow =
    [
        (CurrentMetricName.AGENTS_ONLINE, Unit.COUNT), (CurrentMetricName.AGENTS_STAFFED, Unit.COUNT),
        (CurrentMetricName.AGENTS_AVAILABLE, Unit.COUNT), (CurrentMetricName.AGENTS_ON_CONTACT, Unit.COUNT),
        (CurrentMetricName.AGENTS_NON_PRODUCTIVE, Unit.COUNT), (CurrentMetricName.AGENTS_AFTER_CONTACT_WORK, Unit.COUNT),
        (CurrentMetricName.AGENTS_ERROR, Unit.COUNT), (CurrentMetricName.CONTACTS_SCHEDULED, Unit.COUNT),
    ];

    private static readonly (CurrentMetricName, Unit)[] ChannelNow =
    [
        (CurrentMetricName.CONTACTS_IN_QUEUE, Unit.COUNT), (CurrentMetricName.OLDEST_CONTACT_AGE, Unit.SECONDS),
        (CurrentMetricName.AGENTS_STAFFED, Unit.COUNT), (CurrentMetricName.AGENTS_AVAILABLE, Unit.COUNT),
    ];

    /// <summary>Channels by which the call groups, as its documentation says; e-mail is not among them.</summary>
    private static readonly ContactChannel[] Grouped = [ContactChannel.Voice, ContactChannel.Chat, ContactChannel.Task];

    private static readonly (CurrentMetricName, Unit)[] ProfileNow =
    [
        (CurrentMetricName.AGENTS_ONLINE, Unit.COUNT), (CurrentMetricName.AGENTS_AVAILABLE, Unit.COUNT),
        (CurrentMetricName.AGENTS_ON_CONTACT, Unit.COUNT), (CurrentMetricName.AGENTS_NON_PRODUCTIVE, Unit.COUNT),
        (CurrentMetricName.AGENTS_AFTER_CONTACT_WORK, Unit.COUNT), (CurrentMetricName.AGENTS_ERROR, Unit.COUNT),
    ];

    private readonly ConnectMetricCalls _calls = new(connect, configuration.Instance.Arn, configuration.Instance.Id);

    /// <inheritdoc/>
    public async Task<CenterFigures> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var ids = await directory.QueuesAsync(problems, cancellationToken);
        var queues = await ReadQueuesAsync(ids, now, problems, cancellationToken);
        var profiles = await ReadProfilesAsync(now, problems, cancellationToken);
        return new CenterFigures
        {
            At = now,
            Window = ConnectMetricCalls.Window,
            Queues = queues,
            RoutingProfiles = profiles,
            ContactFlows = await ReadOutcomesAsync(
                "contact flows",
                "FLOWS_RESOURCE_ID",
                [.. configuration.ContactFlows.Where(static flow => flow.Id is not null).Select(static flow => (flow.Id!, flow.Name))],
                "FLOWS_STARTED",
                Share("PERCENT_FLOWS_OUTCOME", "FLOWS_OUTCOME_TYPE", "DROPPED"),
                ids.Keys,
                now,
                problems,
                cancellationToken),
            Bots = await ReadOutcomesAsync(
                "bots",
                "BOT_ID",
                [.. configuration.Bots.Select(static bot => (bot.BotId, bot.Name))],
                "BOT_CONVERSATIONS_COMPLETED",
                Share("PERCENT_BOT_CONVERSATIONS_OUTCOME", "BOT_CONVERSATION_OUTCOME_TYPE", "FAILED"),
                ids.Keys,
                now,
                problems,
                cancellationToken),
            Problems = problems,
        };
    }

    private async Task<Dictionary<string, QueueFigures>> ReadQueuesAsync(
        IReadOnlyDictionary<string, string> ids, DateTimeOffset now, List<string> problems, CancellationToken cancellationToken)
    {
        var within = configuration.Queues.ToDictionary(static queue => queue.Name, static queue => queue.ServiceLevelWithin.TotalSeconds);
        MetricV2[] recent =
        [
            Plain("CONTACTS_QUEUED"), Plain("ABANDONMENT_RATE"), Plain("AVG_QUEUE_ANSWER_TIME"), Plain("AVG_HANDLE_TIME"),
            .. ids.Values.Select(name => within[name]).Distinct().Order().Select(static seconds => new MetricV2
            {
                Name = "SERVICE_LEVEL",
                Threshold = [new ThresholdV2 { Comparison = "LT", ThresholdValue = seconds }],
            }),
        ];
        var reading = new ConnectReading();
        var isLive = await TryAsync(
            "queues now", ids, problems, () => _calls.ReadCurrentAsync(reading, Grouping.QUEUE, ids.Keys, QueueNow, cancellationToken));
        var isByChannel = await TryAsync(
            "channels of queues now", ids, problems,
            () => _calls.ReadChannelsAsync(reading, Grouped, ids.Keys, ChannelNow, cancellationToken));
        string[] withEmail =
        [
            .. ids.Where(queue => configuration.Queues.Any(known => known.Name == queue.Value && known.MaximumWaits.Email is not null))
                .Select(static queue => queue.Key)
        ];
        var isByEmail = withEmail.Length > 0 && await TryAsync(
            "e-mails of queues now", ids, problems,
            () => _calls.ReadChannelAsync(reading, ContactChannel.Email, withEmail, ChannelNow, cancellationToken));
        var isRecent = await TryAsync(
            "queues lately", ids, problems,
            () => _calls.ReadRecentAsync(reading, ["QUEUE", "CHANNEL"], ids.Keys, recent, now, cancellationToken));
        return ids.ToDictionary(static queue => queue.Value, queue => new QueueFigures
        {
            AgentsOnline = Now(queue.Key, CurrentMetricName.AGENTS_ONLINE),
            AgentsOnContact = Now(queue.Key, CurrentMetricName.AGENTS_ON_CONTACT),
            AgentsNonProductive = Now(queue.Key, CurrentMetricName.AGENTS_NON_PRODUCTIVE),
            AfterContactWork = Now(queue.Key, CurrentMetricName.AGENTS_AFTER_CONTACT_WORK),
            AgentsInError = Now(queue.Key, CurrentMetricName.AGENTS_ERROR),
            CallbacksScheduled = Now(queue.Key, CurrentMetricName.CONTACTS_SCHEDULED),
            Voice = Channel(queue.Key, ContactChannel.Voice),
            Chat = IfAny(queue.Key, ContactChannel.Chat),
            Task = IfAny(queue.Key, ContactChannel.Task),
            Email = isByEmail ? IfAny(queue.Key, ContactChannel.Email) : null,
        });

        double? Now(string id, CurrentMetricName metric) => isLive ? reading.OrZero(id, metric.Value) : null;

        ChannelFigures? IfAny(string id, ContactChannel channel) => reading.Has(id, channel) ? Channel(id, channel) : null;

        ChannelFigures Channel(string id, ContactChannel channel) => new()
        {
            Waiting = Contacts(id, CurrentMetricName.CONTACTS_IN_QUEUE, channel),
            OldestSeconds = Contacts(id, CurrentMetricName.OLDEST_CONTACT_AGE, channel),
            AgentsStaffed = Agents(id, CurrentMetricName.AGENTS_STAFFED, channel),
            AgentsAvailable = Agents(id, CurrentMetricName.AGENTS_AVAILABLE, channel),
            Queued = isRecent ? reading.OrZero(id, "CONTACTS_QUEUED", channel) : null,
            AbandonmentRate = reading[id, "ABANDONMENT_RATE", channel],
            ServiceLevel = reading[id, ConnectReading.Key("SERVICE_LEVEL", within[ids[id]]), channel],
            AverageAnswerSeconds = reading[id, "AVG_QUEUE_ANSWER_TIME", channel],
            AverageHandleSeconds = reading[id, "AVG_HANDLE_TIME", channel],
        };

        double? Contacts(string id, CurrentMetricName metric, ContactChannel channel) =>
            isByChannel || channel == ContactChannel.Email ? reading.OrZero(id, metric.Value, channel) : null;

        // no answer that counts agents by channel was seen: where they are not in it, those of the queue are the agents
        double? Agents(string id, CurrentMetricName metric, ContactChannel channel) =>
            reading[id, metric.Value, channel] ?? Now(id, metric);
    }

    private async Task<Dictionary<string, ProfileFigures>> ReadProfilesAsync(
        DateTimeOffset now, List<string> problems, CancellationToken cancellationToken)
    {
        var ids = await directory.RoutingProfilesAsync(problems, cancellationToken);
        var reading = new ConnectReading();
        var isLive = await TryAsync(
            "routing profiles now", ids, problems,
            () => _calls.ReadCurrentAsync(reading, Grouping.ROUTING_PROFILE, ids.Keys, ProfileNow, cancellationToken));
        _ = await TryAsync(
            "routing profiles lately", ids, problems,
            () => _calls.ReadRecentAsync(reading, ["ROUTING_PROFILE"], ids.Keys, [Plain("AGENT_OCCUPANCY")], now, cancellationToken));
        return ids.ToDictionary(static profile => profile.Value, profile => new ProfileFigures(
            Now(profile.Key, CurrentMetricName.AGENTS_ONLINE),
            Now(profile.Key, CurrentMetricName.AGENTS_AVAILABLE),
            Now(profile.Key, CurrentMetricName.AGENTS_ON_CONTACT),
            Now(profile.Key, CurrentMetricName.AGENTS_NON_PRODUCTIVE),
            reading[profile.Key, "AGENT_OCCUPANCY"],
            Now(profile.Key, CurrentMetricName.AGENTS_AFTER_CONTACT_WORK),
            Now(profile.Key, CurrentMetricName.AGENTS_ERROR)));

        double? Now(string id, CurrentMetricName metric) => isLive ? reading.OrZero(id, metric.Value) : null;
    }

    private async Task<Dictionary<string, OutcomeFigures>> ReadOutcomesAsync(
        string what,
        string filter,
        IReadOnlyList<(string Id, string Name)> wanted,
        string count,
        MetricV2 share,
        IEnumerable<string> queues,
        DateTimeOffset now,
        List<string> problems,
        CancellationToken cancellationToken)
    {
        var ids = wanted.DistinctBy(static item => item.Id).ToDictionary(static item => item.Id, static item => item.Name);
        if (ids.Count > 0 && !queues.Any())
        {
            problems.Add(
                $"{what} lately: Amazon Connect tells of them only to who names a queue, and none of the configured ones is there");
            return [];
        }

        var reading = new ConnectReading();
        return await TryAsync(
            $"{what} lately",
            ids,
            problems,
            () => _calls.ReadRecentAsync(reading, filter, ids.Keys, queues, [Plain(count), share], now, cancellationToken))
            ? ids.ToDictionary(
                static item => item.Value, item => new OutcomeFigures(reading.OrZero(item.Key, count), reading[item.Key, share.Name]))
            : [];
    }

    private static async Task<bool> TryAsync(string what, IReadOnlyDictionary<string, string> ids, List<string> problems, Func<Task> read)
    {
        if (ids.Count == 0)
        {
            return false;
        }

        try
        {
            await read();
            return true;
        }
        catch (Exception failure) when (AwsFailure.IsOne(failure))
        {
            problems.Add($"{what}: {AwsRefusal.Text(failure)}");
            return false;
        }
    }

    private static MetricV2 Plain(string name) => new() { Name = name };

    private static MetricV2 Share(string name, string filter, string outcome) =>
        new() { Name = name, MetricFilters = [new MetricFilterV2 { MetricFilterKey = filter, MetricFilterValues = [outcome] }] };
}
