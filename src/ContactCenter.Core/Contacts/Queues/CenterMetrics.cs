using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Contacts.Queues;

/// <summary>
/// Makes metrics of what Amazon Connect says. A rate of a few contacts is left out, so that one caller who hangs up at night is no alarm;
/// what cannot be is left out too.
/// </summary>
public static class CenterMetrics
{
    /// <summary>
    /// A contact waits at most seven days (tasks); an age beyond that is in milliseconds, which the API says without a grouping.
    /// </summary>
    private const double MaximumWaitSeconds = 7 * 24 * 3600;

    /// <summary>
    /// Agents log in around the time at which a queue opens, and callers have waited for it: for so long neither says anything.
    /// </summary>
    public static readonly TimeSpan Opening = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Callers who come while a queue is closed are told so; who waits from before it opened is a callback of the night, and its age says
    /// nothing of callers; who came in the first minutes waits behind it. That is expected for so long, and rates of a quarter of an hour
    /// say nothing either; after that it counts.
    /// </summary>
    public static readonly TimeSpan Settling = TimeSpan.FromHours(1);

    /// <summary>Ages are asked for a moment before they are told.</summary>
    private const double Tolerance = 5;

    /// <summary>The metrics of everything that was read.</summary>
    /// <param name="figures">What was read.</param>
    /// <param name="calendar">When queues are served.</param>
    public static IReadOnlyList<MetricGroup> Of(CenterFigures figures, BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(calendar);
        return
        [
            .. figures.Queues.SelectMany(queue => Queue(queue.Key, queue.Value, figures, calendar)),
            .. figures.RoutingProfiles.Select(static profile => new MetricGroup(profile.Key, Values(Profile(profile.Value)))),
            .. figures.ContactFlows.Select(static flow =>
                new MetricGroup(flow.Key, Values(Outcome(flow.Value, OwnMetrics.FlowsStarted, OwnMetrics.FlowsDropped)))),
            .. figures.Bots.Select(static bot =>
                new MetricGroup(bot.Key, Values(Outcome(bot.Value, OwnMetrics.BotConversations, OwnMetrics.BotConversationsFailed)))),
        ];
    }

    /// <summary>The states of the queues for the routing of contacts: what callers find there, and no other channel.</summary>
    public static QueueStates States(CenterFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return new QueueStates(
            figures.At,
            [
                .. figures.Queues.Where(static queue => queue.Value.Voice is { Waiting: not null, AgentsStaffed: not null }).Select(queue =>
                    State(queue.Key, queue.Value, queue.Value.Voice!, figures.Window))
            ]);
    }

    private static QueueState State(string name, QueueFigures queue, ChannelFigures voice, TimeSpan window) => new(
        name,
        Whole(voice.Waiting),
        Valid(Seconds(voice.OldestSeconds)) ?? 0,
        Whole(voice.AgentsStaffed),
        Whole(voice.AgentsAvailable),
        Whole(queue.AgentsOnContact),
        Valid(voice.Queued) / window.TotalMinutes,
        Valid(voice.AverageHandleSeconds),
        Rate(voice.AbandonmentRate, voice.Queued, MinimumSample.Contacts));

    private static IEnumerable<MetricGroup> Queue(string name, QueueFigures figures, CenterFigures center, BusinessCalendar calendar)
    {
        var at = center.At;
        var isOpen = calendar.IsOpen(name, at);
        yield return new MetricGroup(name, Values(
        [
            (OwnMetrics.AgentsOnline, figures.AgentsOnline),
            (OwnMetrics.AgentsOnContact, figures.AgentsOnContact),
            (OwnMetrics.AgentsNonProductive, figures.AgentsNonProductive),
            (OwnMetrics.AfterContactWork, figures.AfterContactWork),
            (OwnMetrics.AgentsInError, figures.AgentsInError),
            (OwnMetrics.AgentsIdleElsewhere, figures.Voice is null ? null : IdleElsewhere(name, center)),
            (OwnMetrics.CallbacksScheduled, figures.CallbacksScheduled),
            (OwnMetrics.OldestCallbackWait, CallbackWait(name, figures, center, calendar)),
            (OwnMetrics.AgentsAgainstPlan, 100 * figures.AgentsOnline / calendar.PlannedAgents(name, at)),
            (OwnMetrics.QueueOpen, isOpen && calendar.IsOpen(name, at - Opening) ? 1 : 0),
            (OwnMetrics.QueueSettled, isOpen && calendar.IsOpen(name, at - Settling) ? 1 : 0),
            (OwnMetrics.QueueBacklog, isOpen && IsBacklog(name, figures.Voice, at, calendar) ? 1 : 0),
        ]));
        foreach (var (channel, its) in figures.Channels)
        {
            yield return new MetricGroup(name, Values(Channel(its, Wait(name, its, at, calendar))), channel);
        }
    }

    private static IEnumerable<(OwnMetric, double?)> Channel(ChannelFigures figures, double? wait) =>
    [
        (OwnMetrics.ContactsInQueue, figures.Waiting),
        (OwnMetrics.OldestContactAge, Seconds(figures.OldestSeconds)),
        (OwnMetrics.OldestContactWait, wait),
        (OwnMetrics.AgentsStaffed, figures.AgentsStaffed),
        (OwnMetrics.AgentsAvailable, figures.AgentsAvailable),
        (OwnMetrics.ContactsQueued, figures.Queued),
        (OwnMetrics.AbandonmentRate, Rate(figures.AbandonmentRate, figures.Queued, MinimumSample.Contacts)),
        (OwnMetrics.ServiceLevel, Rate(figures.ServiceLevel, figures.Queued, MinimumSample.Contacts)),
        (OwnMetrics.AverageAnswerTime, figures.AverageAnswerSeconds),
        (OwnMetrics.AverageHandleTime, figures.AverageHandleSeconds),
    ];

    /// <summary>
    /// Of the other queues in which nobody waits the one with most agents who are available: who serves several queues counts once.
    /// </summary>
    private static double IdleElsewhere(string queue, CenterFigures center) => center.Queues
        .Where(other => other.Key != queue && other.Value.Voice is { Waiting: 0 })
        .Max(static other => Valid(other.Value.Voice!.AgentsAvailable)) ?? 0;

    private static bool IsBacklog(string queue, ChannelFigures? voice, DateTimeOffset at, BusinessCalendar calendar) =>
        voice is not null
        && !calendar.IsOpen(queue, at - Settling)
        && Valid(Seconds(voice.OldestSeconds)) is > 0 and { } age
        && (Wait(queue, voice, at, calendar) < age - Tolerance || !calendar.IsOpen(queue, at - TimeSpan.FromSeconds(age) - Opening));

    private static double? Wait(string queue, ChannelFigures figures, DateTimeOffset at, BusinessCalendar calendar) =>
        Valid(Seconds(figures.OldestSeconds)) is { } age
            ? calendar.OpenTime(queue, at - TimeSpan.FromSeconds(Math.Min(age, MaximumWaitSeconds)), at).TotalSeconds
            : null;

    /// <summary>Unknown unless both are known that bound it: what waits in the queue, and what is not there yet.</summary>
    private static double? CallbackWait(string queue, QueueFigures figures, CenterFigures center, BusinessCalendar calendar) =>
        center.Callbacks is { } wishes
        && Valid(figures.CallbacksScheduled) is { } scheduled
        && Valid(figures.Voice is { Waiting: 0 } ? 0 : Seconds(figures.Voice?.OldestSeconds)) is { } oldest
            ? OpenCallbacks.Oldest(
                wishes.Where(wish => wish.Queue == queue), TimeSpan.FromSeconds(oldest), Whole(scheduled), center.At) is { } wish
                ? calendar.OpenTime(queue, wish.At, center.At).TotalSeconds
                : 0
            : null;

    private static IEnumerable<(OwnMetric, double?)> Profile(ProfileFigures figures) =>
    [
        (OwnMetrics.ProfileAgentsOnline, figures.AgentsOnline),
        (OwnMetrics.ProfileAgentsAvailable, figures.AgentsAvailable),
        (OwnMetrics.ProfileAgentsOnContact, figures.AgentsOnContact),
        (OwnMetrics.ProfileAgentsNonProductive, figures.AgentsNonProductive),
        (OwnMetrics.ProfileAfterContactWork, figures.AfterContactWork),
        (OwnMetrics.ProfileAgentsInError, figures.AgentsInError),
        (OwnMetrics.AgentsNonProductiveShare,
            Rate(100 * figures.AgentsNonProductive / figures.AgentsOnline, figures.AgentsOnline, MinimumSample.Agents)),
        (OwnMetrics.AgentOccupancy, Percent(figures.Occupancy)),
    ];

    private static IEnumerable<(OwnMetric, double?)> Outcome(OutcomeFigures figures, OwnMetric count, OwnMetric bad) =>
        [(count, figures.Count), (bad, Rate(figures.BadPercent, figures.Count, MinimumSample.Contacts))];

    private static IReadOnlyList<(OwnMetric Metric, double Value)> Values(IEnumerable<(OwnMetric Metric, double? Value)> values) =>
        [.. values.Where(static value => Valid(value.Value) is not null).Select(static value => (value.Metric, value.Value!.Value))];

    private static double? Rate(double? percent, double? sample, int fewest) => sample >= fewest ? Percent(percent) : null;

    private static double? Percent(double? value) => value is >= 0 and <= 100 ? value : null;

    private static double? Seconds(double? age) => age > MaximumWaitSeconds ? age / 1000 : age;

    private static double? Valid(double? value) => value is >= 0 and < double.PositiveInfinity ? value : null;

    private static int Whole(double? value) => (int)Math.Min(Valid(value) ?? 0, int.MaxValue);
}
