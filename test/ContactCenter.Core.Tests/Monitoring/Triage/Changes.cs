using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Monitoring.Triage;

/// <summary>Alarm changes as they look after parsing, named by somebody else than this system unless a test says otherwise.</summary>
internal static class Changes
{
    /// <summary>A Monday, 12:00 in Berlin: within the sample's business hours.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 5, 4, 10, 0, 0, TimeSpan.Zero);

    /// <summary>A Sunday, 03:00 in Berlin.</summary>
    public static readonly DateTimeOffset Night = new(2026, 5, 3, 1, 0, 0, TimeSpan.Zero);

    private const string Instance = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    /// <summary>A breach of the longest wait of callers: 240 s against 120 s unless told otherwise.</summary>
    public static AlarmChange Wait(string queue = "Billing", double value = 240, double threshold = 120) =>
        Of("wait", "ContactCenter", "OldestContactWait", value, threshold, OfCallers(queue));

    /// <summary>An alarm of somebody's own on Amazon Connect's metric, which adds all channels up.</summary>
    public static AlarmChange MixedWait(string queue = "Billing", double value = 240) =>
        Of("wait", "AWS/Connect", "LongestQueueWaitTime", value, 120, OfQueue(queue));

    public static AlarmChange QueueSize(string queue = "Billing", double value = 30) =>
        Of("size", "ContactCenter", "ContactsInQueue", value, 25, OfCallers(queue));

    private static (string Name, string Value)[] OfQueue(string queue) =>
        [("InstanceId", Instance), ("MetricGroup", "Queue"), ("QueueName", queue)];

    private static (string Name, string Value)[] OfCallers(string queue) =>
        [("InstanceId", Instance), ("QueueName", queue), ("Channel", "VOICE")];

    public static AlarmChange QueueFull(string queue = "Billing") =>
        Of(
            "full",
            "AWS/Connect",
            "QueueCapacityExceededError",
            1,
            0,
            ("InstanceId", Instance),
            ("MetricGroup", "Queue"),
            ("QueueName", queue)) with
        {
            Comparison = AlarmComparison.GreaterThanThreshold,
        };

    public static AlarmChange Calls(string metric, double? threshold, double value) =>
        Of("calls", "AWS/Connect", metric, value, threshold, ("InstanceId", Instance), ("MetricGroup", "VoiceCalls"));

    public static AlarmChange FlowFailed(string flow = "Inbound") =>
        Of(
            "flow",
            "AWS/Connect",
            "ContactFlowFatalErrors",
            1,
            0,
            ("InstanceId", Instance),
            ("MetricGroup", "ContactFlow"),
            ("ContactFlowName", flow)) with
        {
            Comparison = AlarmComparison.GreaterThanThreshold,
        };

    public static AlarmChange Throttled(string table = "customers", string? index = null) => index is null
        ? Of("throttled", "AWS/DynamoDB", "ReadThrottleEvents", 40, 1, ("TableName", table))
        : Of("index throttled", "AWS/DynamoDB", "ReadThrottleEvents", 40, 1, ("TableName", table), ("GlobalSecondaryIndexName", index));

    public static AlarmChange FunctionErrors(double value, double threshold = 1) =>
        Of("errors", "AWS/Lambda", "Errors", value, threshold, ("FunctionName", "cc-prod-classify-contact"));

    public static AlarmChange Composite(string name = "everything") =>
        Nameless(name) with { Kind = AlarmKind.Composite, Reason = "Two children are red." };

    /// <summary>An alarm of which nothing but the name is known.</summary>
    public static AlarmChange Nameless(string name) => new()
    {
        AlarmArn = $"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{name}",
        AlarmName = name,
        AccountId = "123456789012",
        Region = "eu-central-1",
        State = AlarmState.Alarm,
        At = Noon,
        Kind = AlarmKind.Other,
    };

    public static AlarmChange Of(
        string name, string @namespace, string metric, double? value, double? threshold,
        params (string Name, string Value)[] dimensions) => Nameless(name) with
        {
            Kind = AlarmKind.Metric,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = threshold,
            Value = value,
            Metrics =
            [
                new MetricSource
                {
                    Namespace = @namespace,
                    Name = metric,
                    Statistic = "Maximum",
                    Dimensions = [.. dimensions.Select(dimension => new MetricDimension(dimension.Name, dimension.Value))],
                },
            ],
        };
}
