using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Monitoring.Catalog;

/// <summary>A metric that exists, with a dimension set under which it is published.</summary>
/// <param name="Namespace">Namespace.</param>
/// <param name="Name">Name.</param>
/// <param name="Dimensions">Names of the dimensions, or <c>name=value</c> where the value is part of the metric, in order.</param>
/// <param name="Scale">What its numbers mean.</param>
/// <param name="Minutes">How often it is published.</param>
internal sealed record PublishedMetric(string Namespace, string Name, string Dimensions, MetricScale Scale, int Minutes)
{
    /// <summary>
    /// Written from the metric pages of the services: Amazon Connect administrator guide, AWS Lambda, Amazon DynamoDB, Amazon Lex V2,
    /// Amazon SNS, Amazon SQS, EventBridge Scheduler, CloudWatch usage metrics; <c>ContactCenter</c> is what this system publishes.
    /// It is written apart from the catalog on purpose: a slip of the pen in one of them shows.
    /// </summary>
    private const string List = """
        # namespace | dimensions | scale | minutes | metrics
        AWS/Connect | InstanceId MetricGroup=VoiceCalls | Count | 1 | ConcurrentCalls CallsBreachingConcurrencyQuota ThrottledCalls MissedCalls MisconfiguredPhoneNumbers
        AWS/Connect | InstanceId MetricGroup=VoiceCalls | PerSecond | 1 | CallsPerInterval
        AWS/Connect | InstanceId MetricGroup=VoiceCalls | Fraction | 1 | ConcurrentCallsPercentage ConcurrentHighVolumeCallsPercentage
        AWS/Connect | InstanceId MetricGroup=Chats | Count | 1 | ConcurrentActiveChats ChatsBreachingActiveChatQuota SuccessfulChatsPerInterval
        AWS/Connect | InstanceId MetricGroup=Chats | Percent | 1 | ConcurrentActiveChatsPercentage
        AWS/Connect | InstanceId MetricGroup=Tasks | Count | 5 | ConcurrentTasks
        AWS/Connect | InstanceId MetricGroup=Tasks | Percent | 5 | ConcurrentTasksPercentage
        AWS/Connect | InstanceId MetricGroup=Tasks | Count | 1 | TasksBreachingConcurrencyQuota
        AWS/Connect | InstanceId MetricGroup=Emails | Count | 5 | ConcurrentEmails
        AWS/Connect | InstanceId MetricGroup=Emails | Percent | 5 | ConcurrentEmailsPercentage
        AWS/Connect | InstanceId MetricGroup=CallRecordings | Count | 1 | CallRecordingUploadError
        AWS/Connect | InstanceId MetricGroup=ContactFlow ContactFlowName | Count | 1 | ContactFlowErrors ContactFlowFatalErrors CallBackNotDialableNumber
        AWS/Connect | InstanceId MetricGroup=Queue QueueName | Count | 1 | QueueSize QueueCapacityExceededError
        AWS/Connect | InstanceId MetricGroup=Queue QueueName | Seconds | 1 | LongestQueueWaitTime
        AWS/Lambda | FunctionName | Count | 1 | Invocations Errors Throttles DeadLetterErrors ConcurrentExecutions
        ContactCenter | FunctionName | Count | 1 | EventSourcesDisabled
        AWS/Lambda | FunctionName | Milliseconds | 1 | Duration IteratorAge AsyncEventAge
        AWS/Lambda |  | Count | 1 | ClaimedAccountConcurrency ConcurrentExecutions
        AWS/DynamoDB | TableName | Count | 1 | ConsumedReadCapacityUnits ConsumedWriteCapacityUnits ReadThrottleEvents WriteThrottleEvents SystemErrors TransactionConflict
        AWS/DynamoDB | TableName GlobalSecondaryIndexName | Count | 1 | ConsumedReadCapacityUnits ConsumedWriteCapacityUnits ReadThrottleEvents WriteThrottleEvents
        AWS/DynamoDB | TableName | Count | 5 | ProvisionedReadCapacityUnits ProvisionedWriteCapacityUnits
        AWS/DynamoDB | TableName GlobalSecondaryIndexName | Count | 5 | ProvisionedReadCapacityUnits ProvisionedWriteCapacityUnits
        AWS/DynamoDB |  | Percent | 5 | AccountProvisionedReadCapacityUtilization AccountProvisionedWriteCapacityUtilization
        AWS/Lex | Operation=StartConversation BotId BotAliasId LocaleId | Count | 1 | MissedUtteranceCount RuntimeRequestCount RuntimeSystemErrors RuntimeUserErrors RuntimeThrottledEvents RuntimeLambdaErrors
        AWS/Lex | Operation=StartConversation BotId BotAliasId LocaleId | Milliseconds | 1 | RuntimeSuccessfulRequestLatency
        AWS/Usage | Type=API Resource=GetMetricDataV2 Service=Connect Class=None | Count | 1 | CallCount
        AWS/SNS | TopicName | Count | 1 | NumberOfNotificationsFailed NumberOfNotificationsDelivered
        AWS/SQS | QueueName | Count | 1 | ApproximateNumberOfMessagesVisible
        AWS/Scheduler |  | Count | 1 | InvocationDroppedCount TargetErrorThrottledCount InvocationThrottleCount
        ContactCenter | InstanceId QueueName Channel=VOICE | Count | 1 | ContactsInQueue ContactsQueued AgentsStaffed AgentsAvailable
        ContactCenter | InstanceId QueueName Channel=VOICE | Percent | 1 | AbandonmentRate ServiceLevel
        ContactCenter | InstanceId QueueName Channel=VOICE | Seconds | 1 | OldestContactWait
        ContactCenter | InstanceId QueueName Channel=CHAT | Seconds | 1 | OldestContactWait
        ContactCenter | InstanceId QueueName Channel=TASK | Seconds | 1 | OldestContactWait
        ContactCenter | InstanceId QueueName Channel=EMAIL | Seconds | 1 | OldestContactWait
        ContactCenter | InstanceId QueueName | Count | 1 | AgentsIdleElsewhere QueueOpen QueueSettled QueueBacklog SurveyRating
        ContactCenter | InstanceId QueueName | Score | 1 | CustomerSentiment CustomerSentimentTrend
        ContactCenter | InstanceId RoutingProfile | Count | 1 | AgentsOnline AfterContactWork AgentsInError
        ContactCenter | InstanceId RoutingProfile | Percent | 1 | AgentOccupancy AgentsNonProductiveShare
        ContactCenter | InstanceId Api | Count | 1 | ApiRequests ApiFailures
        ContactCenter | InstanceId Api | Milliseconds | 1 | ApiLatency
        ContactCenter | InstanceId | Count | 1 | ContactLensFailures
        ContactCenter | InstanceId | Count | 1440 | TopicDrift ConfidenceDrift
        ContactCenter/FlowLogs/{deployment} |  | Count | 1 | FlowLogErrors
        ContactCenter/Trail/{deployment} |  | Count | 1 | TrailChanged KeyChanged AlarmsChanged FlowsChanged
        ContactCenter | Component | Count | 1 | Heartbeat
        """;

    public static IReadOnlyList<PublishedMetric> All { get; } =
    [
        .. List.Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .SelectMany(cells => cells[4].Split(' ').Select(name => new PublishedMetric(
                cells[0], name, Sorted(cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)), Enum.Parse<MetricScale>(cells[2]),
                int.Parse(cells[3])))),
    ];

    /// <summary>The published metric that a reference of the catalog means, or null when nothing of the kind is published.</summary>
    public static PublishedMetric? Find(MetricSource metric) => All.SingleOrDefault(published =>
        (published.Namespace, published.Name, published.Dimensions) == (metric.Namespace, metric.Name, Names(metric)));

    private static string Names(MetricSource metric) =>
        Sorted(metric.Dimensions.Select(dimension =>
            dimension.Value.StartsWith('{') ? dimension.Name : $"{dimension.Name}={dimension.Value}"));

    private static string Sorted(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));
}
