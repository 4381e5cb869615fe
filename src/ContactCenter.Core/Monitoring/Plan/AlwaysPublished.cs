using ContactCenter.Core.Deployment;

namespace ContactCenter.Core.Monitoring.Plan;

/// <summary>
/// Metrics that are published for as long as what they measure is in use, also when nothing is wrong. Where one of these has never had a
/// sample although the thing was used, the alarm on it is dead; of all others absence says nothing.
/// </summary>
internal static class AlwaysPublished
{
    /// <summary>Namespace and name. Tests hold it against what is recorded (<c>test/Recorded/metrics</c>).</summary>
    public static IReadOnlySet<(string Namespace, string Name)> Metrics { get; } = new HashSet<(string, string)>
    {
        ("AWS/Connect", "ConcurrentCalls"), ("AWS/Connect", "ConcurrentCallsPercentage"), ("AWS/Connect", "CallsPerInterval"),
        ("AWS/Connect", "ConcurrentActiveChats"), ("AWS/Connect", "ConcurrentActiveChatsPercentage"),
        ("AWS/Connect", "ConcurrentTasks"), ("AWS/Connect", "ConcurrentTasksPercentage"),
        ("AWS/Lambda", "Invocations"), ("AWS/Lambda", "Duration"), ("AWS/Lambda", "Errors"), ("AWS/Lambda", "Throttles"),
        ("AWS/Lambda", "ConcurrentExecutions"), ("AWS/Lambda", "ClaimedAccountConcurrency"),
        ("AWS/DynamoDB", "ProvisionedReadCapacityUnits"), ("AWS/DynamoDB", "ProvisionedWriteCapacityUnits"),
        ("AWS/Lex", "RuntimeSucessfulRequestLatency"), ("AWS/Lex", "RuntimeRequestCount"), ("AWS/Lex", "RuntimeConcurrency"),
        (OwnMetricNames.Namespace, OwnMetricNames.Heartbeat), (OwnMetricNames.Namespace, OwnMetricNames.EventSourcesDisabled),
        (OwnMetricNames.Namespace, OwnMetricNames.QueueOpen), (OwnMetricNames.Namespace, OwnMetricNames.QueueSettled),
        (OwnMetricNames.Namespace, OwnMetricNames.ContactsInQueue), (OwnMetricNames.Namespace, OwnMetricNames.AgentsStaffed),
        (OwnMetricNames.Namespace, OwnMetricNames.ApiRequests), (OwnMetricNames.Namespace, OwnMetricNames.ApiFailures),
        (OwnMetricNames.Namespace, OwnMetricNames.ApiLatency),
    };
}
