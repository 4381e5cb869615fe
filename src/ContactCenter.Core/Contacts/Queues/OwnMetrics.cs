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

    /// <summary>Contacts that wait now.</summary>
    public static OwnMetric ContactsInQueue { get; } = new(OwnMetricNames.ContactsInQueue, "Count", Queue);

    /// <summary>How long the first of them has waited.</summary>
    public static OwnMetric OldestContactAge { get; } = new(OwnMetricNames.OldestContactAge, "Seconds", Queue);

    /// <summary>Agents of the queue who are not offline.</summary>
    public static OwnMetric AgentsOnline { get; } = new(OwnMetricNames.AgentsOnline, "Count", Queue);

    /// <summary>Those of them who are in no status of their own, such as a break.</summary>
    public static OwnMetric AgentsStaffed { get; } = new(OwnMetricNames.AgentsStaffed, "Count", Queue);

    /// <summary>Those who can take a contact now.</summary>
    public static OwnMetric AgentsAvailable { get; } = new(OwnMetricNames.AgentsAvailable, "Count", Queue);

    /// <summary>Those who have one.</summary>
    public static OwnMetric AgentsOnContact { get; } = new(OwnMetricNames.AgentsOnContact, "Count", Queue);

    /// <summary>Those who are in a status of their own.</summary>
    public static OwnMetric AgentsNonProductive { get; } = new(OwnMetricNames.AgentsNonProductive, "Count", Queue);

    /// <summary>Contacts that came into the queue lately.</summary>
    public static OwnMetric ContactsQueued { get; } = new(OwnMetricNames.ContactsQueued, "Count", Queue);

    /// <summary>Share of them that gave up.</summary>
    public static OwnMetric AbandonmentRate { get; } = new(OwnMetricNames.AbandonmentRate, "Percent", Queue);

    /// <summary>Share of them that left the queue in time.</summary>
    public static OwnMetric ServiceLevel { get; } = new(OwnMetricNames.ServiceLevel, "Percent", Queue);

    /// <summary>Mean wait of those who were answered.</summary>
    public static OwnMetric AverageAnswerTime { get; } = new(OwnMetricNames.AverageAnswerTime, "Seconds", Queue);

    /// <summary>Mean time that agents spent on a contact.</summary>
    public static OwnMetric AverageHandleTime { get; } = new(OwnMetricNames.AverageHandleTime, "Seconds", Queue);

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

    /// <summary>All of them.</summary>
    public static IReadOnlyList<OwnMetric> All { get; } =
    [
        ContactsInQueue, OldestContactAge, AgentsOnline, AgentsStaffed, AgentsAvailable, AgentsOnContact, AgentsNonProductive,
        ContactsQueued,
        AbandonmentRate, ServiceLevel, AverageAnswerTime, AverageHandleTime, CustomerSentiment, CustomerSentimentTrend, AgentOccupancy,
        AgentsNonProductiveShare, ProfileAgentsOnline, ProfileAgentsAvailable, ProfileAgentsOnContact, ProfileAgentsNonProductive,
        FlowsStarted,
        FlowsDropped, BotConversations, BotConversationsFailed, ContactLensFailures,
    ];
}

/// <summary>A metric that this system publishes in its own namespace.</summary>
/// <param name="Name">Name.</param>
/// <param name="Unit">Unit, as CloudWatch writes it.</param>
/// <param name="Dimension">The dimension besides <c>InstanceId</c>, or null.</param>
public sealed record OwnMetric(string Name, string Unit, string? Dimension);

/// <summary>Values of metrics about one thing.</summary>
/// <param name="Resource">Its name, the value of the metrics' dimension; null when they are about the instance.</param>
/// <param name="Values">The metrics, all with the same dimension, and their values.</param>
public sealed record MetricGroup(string? Resource, IReadOnlyList<(OwnMetric Metric, double Value)> Values);
