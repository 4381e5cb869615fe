using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Core.Contacts.Queues;

/// <summary>What is collected from Amazon Connect and Contact Lens, because CloudWatch does not have it.</summary>
public static class OwnMetrics
{
    /// <summary>Dimension of everything about one queue.</summary>
    public const string Queue = "QueueName";

    /// <summary>Dimension of everything about the agents of one routing profile.</summary>
    public const string RoutingProfile = "RoutingProfile";

    /// <summary>Dimension of everything about one contact flow.</summary>
    public const string ContactFlow = "ContactFlowName";

    /// <summary>Dimension of everything about one bot.</summary>
    public const string Bot = "Bot";

    /// <summary>Dimension of everything about one promise to contacts.</summary>
    public const string Promise = OwnMetricNames.Promise;

    /// <summary>Second dimension of everything about one channel of a queue.</summary>
    public const string Channel = OwnMetricNames.Channel;

    /// <summary>Contacts that wait now.</summary>
    public static OwnMetric ContactsInQueue { get; } = OfChannel(OwnMetricNames.ContactsInQueue, "Count") with { IsAlways = true };

    /// <summary>How long the first of them has waited.</summary>
    public static OwnMetric OldestContactAge { get; } = OfChannel(OwnMetricNames.OldestContactAge, "Seconds");

    /// <summary>How long it has waited in the hours of the queue.</summary>
    public static OwnMetric OldestContactWait { get; } = OfChannel(OwnMetricNames.OldestContactWait, "Seconds");

    /// <summary>Agents who serve the channel and are in no status of their own, such as a break.</summary>
    public static OwnMetric AgentsStaffed { get; } = OfChannel(OwnMetricNames.AgentsStaffed, "Count") with { IsAlways = true };

    /// <summary>Those of them who can take a contact now.</summary>
    public static OwnMetric AgentsAvailable { get; } = OfChannel(OwnMetricNames.AgentsAvailable, "Count");

    /// <summary>Contacts that came into the queue lately.</summary>
    public static OwnMetric ContactsQueued { get; } = OfChannel(OwnMetricNames.ContactsQueued, "Count");

    /// <summary>Share of them that gave up.</summary>
    public static OwnMetric AbandonmentRate { get; } = OfChannel(OwnMetricNames.AbandonmentRate, "Percent");

    /// <summary>Share of them that left the queue in time.</summary>
    public static OwnMetric ServiceLevel { get; } = OfChannel(OwnMetricNames.ServiceLevel, "Percent");

    /// <summary>Mean wait of those who were answered.</summary>
    public static OwnMetric AverageAnswerTime { get; } = OfChannel(OwnMetricNames.AverageAnswerTime, "Seconds");

    /// <summary>Mean time that agents spent on a contact.</summary>
    public static OwnMetric AverageHandleTime { get; } = OfChannel(OwnMetricNames.AverageHandleTime, "Seconds");

    /// <summary>How unusual what goes on is: from 0.5 on longer, or farther out, than ever of late.</summary>
    public static OwnMetric AnomalyScore { get; } = OfChannel(OwnMetricNames.AnomalyScore, "None");

    /// <summary>Agents of the queue who are not offline.</summary>
    public static OwnMetric AgentsOnline { get; } = new(OwnMetricNames.AgentsOnline, "Count", Queue);

    /// <summary>Those who have a contact.</summary>
    public static OwnMetric AgentsOnContact { get; } = new(OwnMetricNames.AgentsOnContact, "Count", Queue);

    /// <summary>Those who are in a status of their own.</summary>
    public static OwnMetric AgentsNonProductive { get; } = new(OwnMetricNames.AgentsNonProductive, "Count", Queue);

    /// <summary>Contacts after which agents have not finished their work.</summary>
    public static OwnMetric AfterContactWork { get; } = new(OwnMetricNames.AfterContactWork, "Count", Queue);

    /// <summary>Agents in the status of an error.</summary>
    public static OwnMetric AgentsInError { get; } = new(OwnMetricNames.AgentsInError, "Count", Queue);

    /// <summary>Agents who are available for another queue in which nobody waits: of the queue that has most of them.</summary>
    public static OwnMetric AgentsIdleElsewhere { get; } = new(OwnMetricNames.AgentsIdleElsewhere, "Count", Queue);

    /// <summary>Callbacks whose time to be put into the queue has not come.</summary>
    public static OwnMetric CallbacksScheduled { get; } = new(OwnMetricNames.CallbacksScheduled, "Count", Queue);

    /// <summary>How long the customer who has waited longest for a callback has waited, in the hours of the queue.</summary>
    public static OwnMetric OldestCallbackWait { get; } = new(OwnMetricNames.OldestCallbackWait, "Seconds", Queue);

    /// <summary>Agents of the queue who are not offline, of those that the plan has for the time.</summary>
    public static OwnMetric AgentsAgainstPlan { get; } = new(OwnMetricNames.AgentsAgainstPlan, "Percent", Queue);

    /// <summary>1 while the queue is served, from ten minutes after it opens; else 0.</summary>
    public static OwnMetric QueueOpen { get; } = new(OwnMetricNames.QueueOpen, "Count", Queue) { IsAlways = true };

    /// <summary>1 while the queue is served, from an hour after it opens; else 0.</summary>
    public static OwnMetric QueueSettled { get; } = new(OwnMetricNames.QueueSettled, "Count", Queue) { IsAlways = true };

    /// <summary>1 in the first hour while a contact waits that came before the queue opened, or in its first ten minutes; else 0.</summary>
    public static OwnMetric QueueBacklog { get; } = new(OwnMetricNames.QueueBacklog, "Count", Queue);

    /// <summary>Exponential average of how customers sound, -1 to 1.</summary>
    public static OwnMetric CustomerSentiment { get; } = new(OwnMetricNames.CustomerSentiment, "None", Queue);

    /// <summary>How fast that changes: units an hour.</summary>
    public static OwnMetric CustomerSentimentTrend { get; } = new(OwnMetricNames.CustomerSentimentTrend, "None", Queue);

    /// <summary>Share of their time for contacts that agents had one.</summary>
    public static OwnMetric AgentOccupancy { get; } = new(OwnMetricNames.AgentOccupancy, "Percent", RoutingProfile);

    /// <summary>Share of the agents who are not offline that is in a status of its own.</summary>
    public static OwnMetric AgentsNonProductiveShare { get; } = new(OwnMetricNames.AgentsNonProductiveShare, "Percent", RoutingProfile);

    /// <summary>Agents of a routing profile who are not offline.</summary>
    public static OwnMetric ProfileAgentsOnline { get; } = new(OwnMetricNames.AgentsOnline, "Count", RoutingProfile);

    /// <summary>Those of them who can take a contact now.</summary>
    public static OwnMetric ProfileAgentsAvailable { get; } = new(OwnMetricNames.AgentsAvailable, "Count", RoutingProfile);

    /// <summary>Those who have one.</summary>
    public static OwnMetric ProfileAgentsOnContact { get; } = new(OwnMetricNames.AgentsOnContact, "Count", RoutingProfile);

    /// <summary>Those who are in a status of their own.</summary>
    public static OwnMetric ProfileAgentsNonProductive { get; } = new(OwnMetricNames.AgentsNonProductive, "Count", RoutingProfile);

    /// <summary>Contacts after which they have not finished their work.</summary>
    public static OwnMetric ProfileAfterContactWork { get; } = new(OwnMetricNames.AfterContactWork, "Count", RoutingProfile);

    /// <summary>Those who are in the status of an error.</summary>
    public static OwnMetric ProfileAgentsInError { get; } = new(OwnMetricNames.AgentsInError, "Count", RoutingProfile);

    /// <summary>Executions of a flow that began lately.</summary>
    public static OwnMetric FlowsStarted { get; } = new(OwnMetricNames.FlowsStarted, "Count", ContactFlow);

    /// <summary>Share of those that ended in which the customer was dropped.</summary>
    public static OwnMetric FlowsDropped { get; } = new(OwnMetricNames.FlowsDropped, "Percent", ContactFlow);

    /// <summary>Conversations of a bot that ended lately.</summary>
    public static OwnMetric BotConversations { get; } = new(OwnMetricNames.BotConversations, "Count", Bot);

    /// <summary>Share of them that failed.</summary>
    public static OwnMetric BotConversationsFailed { get; } = new(OwnMetricNames.BotConversationsFailed, "Percent", Bot);

    /// <summary>Contacts that Contact Lens could not analyse.</summary>
    public static OwnMetric ContactLensFailures { get; } = new(OwnMetricNames.ContactLensFailures, "Count", null);

    /// <summary>Contacts that are near what they were promised now, told every minute.</summary>
    public static OwnMetric ContactsNearPromise { get; } = new(OwnMetricNames.ContactsNearPromise, "Count", Promise);

    /// <summary>Contacts that are past what they were promised now, told every minute.</summary>
    public static OwnMetric ContactsPastPromise { get; } = new(OwnMetricNames.ContactsPastPromise, "Count", Promise);

    /// <summary>Contacts of which a lead or supervisor was told.</summary>
    public static OwnMetric ContactsEscalated { get; } = new(OwnMetricNames.ContactsEscalated, "Count", null);

    /// <summary>Contacts of which nobody could be told, because every channel refused.</summary>
    public static OwnMetric ContactsUntold { get; } = new(OwnMetricNames.ContactsUntold, "Count", null);

    /// <summary>1 for a synthetic contact that went wrong, 0 for one that went right.</summary>
    public static OwnMetric SyntheticContactsWrong { get; } = new(OwnMetricNames.SyntheticContactsWrong, "Count", ContactFlow);

    /// <summary>How long a synthetic contact lasted.</summary>
    public static OwnMetric SyntheticContactTime { get; } = new(OwnMetricNames.SyntheticContactTime, "Seconds", ContactFlow);

    /// <summary>Synthetic contacts that have proved nothing for two turns, told every minute.</summary>
    public static OwnMetric SyntheticContactsUnproven { get; } = new(OwnMetricNames.SyntheticContactsUnproven, "Count", null);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<OwnMetric> All { get; } =
    [
        ContactsInQueue, OldestContactAge, OldestContactWait, AgentsStaffed, AgentsAvailable, ContactsQueued, AbandonmentRate, ServiceLevel,
        AverageAnswerTime, AverageHandleTime, AgentsOnline, AgentsOnContact, AgentsNonProductive, AfterContactWork, AgentsInError,
        AgentsIdleElsewhere, CallbacksScheduled, OldestCallbackWait, AgentsAgainstPlan, QueueOpen, QueueSettled, QueueBacklog,
        CustomerSentiment, CustomerSentimentTrend, AgentOccupancy,
        AgentsNonProductiveShare, ProfileAgentsOnline, ProfileAgentsAvailable, ProfileAgentsOnContact, ProfileAgentsNonProductive,
        ProfileAfterContactWork, ProfileAgentsInError,
        FlowsStarted,
        FlowsDropped, BotConversations, BotConversationsFailed, ContactLensFailures,
        SyntheticContactsWrong, SyntheticContactTime, SyntheticContactsUnproven, AnomalyScore,
        ContactsNearPromise, ContactsPastPromise, ContactsEscalated, ContactsUntold,
    ];

    private static OwnMetric OfChannel(string name, string unit) => new(name, unit, Queue) { IsByChannel = true };
}

/// <summary>A metric that this system publishes in its own namespace.</summary>
/// <param name="Name">Name.</param>
/// <param name="Unit">Unit, as CloudWatch writes it.</param>
/// <param name="Dimension">The dimension besides <c>InstanceId</c>, or null.</param>
public sealed record OwnMetric(string Name, string Unit, string? Dimension)
{
    /// <summary>True for one that is told for each channel, by the dimension <see cref="OwnMetrics.Channel"/>.</summary>
    public bool IsByChannel { get; init; }

    /// <summary>True for one that is told every minute of every queue: without it alarms on waiting are blind.</summary>
    public bool IsAlways { get; init; }

    /// <summary>Names of all dimensions, in order.</summary>
    public IEnumerable<string> Dimensions =>
        IsByChannel ? ["InstanceId", Dimension!, OwnMetrics.Channel] : Dimension is null ? ["InstanceId"] : ["InstanceId", Dimension];
}

/// <summary>Values of metrics about one thing.</summary>
/// <param name="Resource">Its name, the value of the metrics' dimension; null when they are about the instance.</param>
/// <param name="Values">The metrics, all with the same dimensions, and their values.</param>
/// <param name="Channel">The channel that they are about, or null.</param>
public sealed record MetricGroup(
    string? Resource, IReadOnlyList<(OwnMetric Metric, double Value)> Values, ContactChannel? Channel = null);
