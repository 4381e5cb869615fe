using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>
/// Metric references of the catalog, with the exact dimension sets that the services publish
/// (Amazon Connect administrator guide "Monitoring with CloudWatch", AWS Lambda, DynamoDB, Lex V2, SNS, SQS and Scheduler metric pages).
/// </summary>
internal static class CatalogMetrics
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    public static MetricSource Calls(string name, string statistic) =>
        Connect(name, statistic, "VoiceCalls");

    public static MetricSource Chats(string name, string statistic) =>
        Connect(name, statistic, "Chats");

    /// <summary>Task and e-mail metrics are published every five minutes; a shorter period would flap to missing.</summary>
    public static MetricSource EveryFiveMinutes(string name, string statistic, string metricGroup) =>
        Connect(name, statistic, metricGroup) with { Period = FiveMinutes };

    public static MetricSource Connect(string name, string statistic, string metricGroup) => new()
    {
        Namespace = "AWS/Connect",
        Name = name,
        Statistic = statistic,
        Dimensions = [new("InstanceId", "{instance}"), new("MetricGroup", metricGroup)],
    };

    public static MetricSource Queue(string name, string statistic) => new()
    {
        Namespace = "AWS/Connect",
        Name = name,
        Statistic = statistic,
        Dimensions = [new("InstanceId", "{instance}"), new("MetricGroup", "Queue"), new("QueueName", "{queue}")],
    };

    public static MetricSource Flow(string name, string statistic) => new()
    {
        Namespace = "AWS/Connect",
        Name = name,
        Statistic = statistic,
        Dimensions = [new("InstanceId", "{instance}"), new("MetricGroup", "ContactFlow"), new("ContactFlowName", "{flow}")],
    };

    public static MetricSource Function(string name, string statistic, string id = "m1") => new()
    {
        Id = id,
        Namespace = "AWS/Lambda",
        Name = name,
        Statistic = statistic,
        Dimensions = [new("FunctionName", "{function}")],
    };

    /// <summary>Amazon Lex V2, for each locale and operation; <see cref="BotSeries"/> says with which way of input.</summary>
    public static MetricSource Bot(string name, string statistic, string inputMode, string id = "m1") => new()
    {
        Id = id,
        Namespace = "AWS/Lex",
        Name = name,
        Statistic = statistic,
        Dimensions =
        [
            new("Operation", BotSeries.Operation), new("BotId", "{botId}"), new("BotAliasId", "{botAliasId}"), new("LocaleId", "{locale}"),
            new("InputMode", inputMode),
        ],
    };

    /// <summary>What our own hook counts of a bot: by its id, as Amazon Lex names it.</summary>
    public static MetricSource OwnBot(string name, string statistic, string id) => new()
    {
        Id = id,
        Namespace = OwnMetricNames.Namespace,
        Name = name,
        Statistic = statistic,
        Dimensions = [new("InstanceId", "{instance}"), new("BotId", "{botId}")],
        Period = FiveMinutes,
    };

    public static MetricSource Table(string name, string statistic, string id = "m1") => new()
    {
        Id = id,
        Namespace = "AWS/DynamoDB",
        Name = name,
        Statistic = statistic,
        Dimensions = [new("TableName", "{table}")],
    };

    public static MetricSource Index(string name, string statistic, string id = "m1") => new()
    {
        Id = id,
        Namespace = "AWS/DynamoDB",
        Name = name,
        Statistic = statistic,
        Dimensions = [new("TableName", "{table}"), new("GlobalSecondaryIndexName", "{index}")],
    };

    public static MetricSource OwnQueue(string name, string statistic, string id = "m1") => new()
    {
        Id = id,
        Namespace = OwnMetricNames.Namespace,
        Name = name,
        Statistic = statistic,
        Dimensions = [new("InstanceId", "{instance}"), new("QueueName", "{queue}")],
    };

    /// <summary>A metric of ours about one channel of a queue.</summary>
    public static MetricSource OwnChannel(ContactChannel channel, string name, string statistic, string id = "m1") =>
        OwnQueue(name, statistic, id) with
        {
            Dimensions =
            [
                new("InstanceId", "{instance}"), new("QueueName", "{queue}"), new(OwnMetricNames.Channel, channel.Name()),
            ],
        };

    /// <summary>What callers find in a queue.</summary>
    public static MetricSource Callers(string name, string statistic, string id) =>
        OwnChannel(ContactChannel.Voice, name, statistic, id);

    /// <summary>Whether the queue is served, some minutes after it has opened.</summary>
    public static MetricSource Open { get; } = OwnQueue(OwnMetricNames.QueueOpen, "Minimum", "open");

    /// <summary>Whether the queue has been served for an hour.</summary>
    public static MetricSource Settled { get; } = OwnQueue(OwnMetricNames.QueueSettled, "Minimum", "settled");

    /// <summary>Whether callbacks of the night are being worked off.</summary>
    public static MetricSource Backlog { get; } = OwnQueue(OwnMetricNames.QueueBacklog, "Maximum", "backlog");

    public static MetricSource OwnRoutingProfile(string name, string statistic, string id = "m1") => new()
    {
        Id = id,
        Namespace = OwnMetricNames.Namespace,
        Name = name,
        Statistic = statistic,
        Dimensions = [new("InstanceId", "{instance}"), new("RoutingProfile", "{routingProfile}")],
    };

    public static MetricSource Api(string name, string statistic, string id = "m1") => new()
    {
        Id = id,
        Namespace = OwnMetricNames.Namespace,
        Name = name,
        Statistic = statistic,
        Dimensions = [new("InstanceId", "{instance}"), new("Api", "{api}")],
    };

    public static MetricSource OwnInstance(string name, string statistic) => new()
    {
        Namespace = OwnMetricNames.Namespace,
        Name = name,
        Statistic = statistic,
        Dimensions = [new("InstanceId", "{instance}")],
    };

    /// <summary>
    /// What metric filters count in the flow log. A filter can take dimensions only from fields of a log entry, and none of them names the
    /// instance, so the namespace names the deployment: what two of them count in one account must not add up.
    /// </summary>
    public static MetricSource FlowLog(string name, string statistic) => new()
    {
        Namespace = $"{OwnMetricNames.FlowLogNamespace}/{{deployment}}",
        Name = name,
        Statistic = statistic,
        Dimensions = [],
    };

    /// <summary>
    /// What metric filters count in the trail; the namespace names the deployment for the same reason as that of the flow log.
    /// </summary>
    public static MetricSource Trail(string name) => new()
    {
        Namespace = $"{OwnMetricNames.TrailNamespace}/{{deployment}}",
        Name = name,
        Statistic = "Sum",
        Dimensions = [],
        Period = FiveMinutes,
    };

    public static MetricSource Of(string @namespace, string name, string statistic, params MetricDimension[] dimensions) => new()
    {
        Namespace = @namespace,
        Name = name,
        Statistic = statistic,
        Dimensions = dimensions,
    };
}
