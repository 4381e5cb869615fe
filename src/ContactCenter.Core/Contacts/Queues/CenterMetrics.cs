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

    /// <summary>The metrics of everything that was read.</summary>
    public static IReadOnlyList<MetricGroup> Of(CenterFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return
        [
            .. figures.Queues.Select(static queue => new MetricGroup(queue.Key, Values(Queue(queue.Value)))),
            .. figures.RoutingProfiles.Select(static profile => new MetricGroup(profile.Key, Values(Profile(profile.Value)))),
            .. figures.ContactFlows.Select(static flow =>
                new MetricGroup(flow.Key, Values(Outcome(flow.Value, OwnMetrics.FlowsStarted, OwnMetrics.FlowsDropped)))),
            .. figures.Bots.Select(static bot =>
                new MetricGroup(bot.Key, Values(Outcome(bot.Value, OwnMetrics.BotConversations, OwnMetrics.BotConversationsFailed)))),
        ];
    }

    /// <summary>The states of the queues, for the routing of contacts.</summary>
    public static QueueStates States(CenterFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return new QueueStates(
            figures.At,
            [
                .. figures.Queues.Where(static queue => queue.Value is { Waiting: not null, AgentsStaffed: not null }).Select(queue =>
                    State(queue.Key, queue.Value, figures.Window))
            ]);
    }

    private static QueueState State(string name, QueueFigures figures, TimeSpan window) => new(
        name,
        Whole(figures.Waiting),
        Valid(Seconds(figures.OldestSeconds)) ?? 0,
        Whole(figures.AgentsStaffed),
        Whole(figures.AgentsAvailable),
        Whole(figures.AgentsOnContact),
        Valid(figures.Queued) / window.TotalMinutes,
        Valid(figures.AverageHandleSeconds),
        Rate(figures.AbandonmentRate, figures.Queued, MinimumSample.Contacts));

    private static IEnumerable<(OwnMetric, double?)> Queue(QueueFigures figures) =>
    [
        (OwnMetrics.ContactsInQueue, figures.Waiting),
        (OwnMetrics.OldestContactAge, Seconds(figures.OldestSeconds)),
        (OwnMetrics.AgentsOnline, figures.AgentsOnline),
        (OwnMetrics.AgentsStaffed, figures.AgentsStaffed),
        (OwnMetrics.AgentsAvailable, figures.AgentsAvailable),
        (OwnMetrics.AgentsOnContact, figures.AgentsOnContact),
        (OwnMetrics.AgentsNonProductive, figures.AgentsNonProductive),
        (OwnMetrics.ContactsQueued, figures.Queued),
        (OwnMetrics.AbandonmentRate, Rate(figures.AbandonmentRate, figures.Queued, MinimumSample.Contacts)),
        (OwnMetrics.ServiceLevel, Rate(figures.ServiceLevel, figures.Queued, MinimumSample.Contacts)),
        (OwnMetrics.AverageAnswerTime, figures.AverageAnswerSeconds),
        (OwnMetrics.AverageHandleTime, figures.AverageHandleSeconds),
    ];

    private static IEnumerable<(OwnMetric, double?)> Profile(ProfileFigures figures) =>
    [
        (OwnMetrics.ProfileAgentsOnline, figures.AgentsOnline),
        (OwnMetrics.ProfileAgentsAvailable, figures.AgentsAvailable),
        (OwnMetrics.ProfileAgentsOnContact, figures.AgentsOnContact),
        (OwnMetrics.ProfileAgentsNonProductive, figures.AgentsNonProductive),
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
