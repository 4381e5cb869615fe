using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Simulation.Center;

/// <summary>Hands out the series to which the parts of the center publish, and remembers which there are.</summary>
internal sealed class MetricPublisher(MetricStore store, string instanceId)
{
    private readonly HashSet<MetricKey> _published = [];

    public IReadOnlySet<MetricKey> Published => _published;

    public MetricSeries Connect(string name, string group) =>
        Series("AWS/Connect", name, new("InstanceId", instanceId), new("MetricGroup", group));

    public MetricSeries ConnectQueue(string name, string queue) =>
        Series("AWS/Connect", name, new("InstanceId", instanceId), new("MetricGroup", "Queue"), new("QueueName", queue));

    public MetricSeries ConnectFlow(string name, string flow) =>
        Series("AWS/Connect", name, new("InstanceId", instanceId), new("MetricGroup", "ContactFlow"), new("ContactFlowName", flow));

    public MetricSeries Function(string name, string function) => Series("AWS/Lambda", name, new MetricDimension("FunctionName", function));

    /// <summary>What Amazon Lex publishes of a call; the way of input differs from metric to metric.</summary>
    public MetricSeries Bot(string name, string inputMode, BotDescription bot) => Series(
        "AWS/Lex",
        name,
        new("Operation", "StartConversation"),
        new("BotId", bot.BotId),
        new("BotAliasId", bot.AliasId),
        new("LocaleId", bot.Locale),
        new("InputMode", inputMode));

    public MetricSeries Table(string name, string table, string? index) => index is null
        ? Series("AWS/DynamoDB", name, new MetricDimension("TableName", table))
        : Series("AWS/DynamoDB", name, new("TableName", table), new("GlobalSecondaryIndexName", index));

    /// <summary>Errors of a table, which DynamoDB publishes by operation.</summary>
    public MetricSeries TableErrors(string operation, string table) =>
        Series("AWS/DynamoDB", "SystemErrors", new("TableName", table), new("Operation", operation));

    /// <summary>A metric of this system's own namespace, with the instance and at most one dimension more.</summary>
    public MetricSeries Own(string name, params IEnumerable<MetricDimension> more) =>
        Series("ContactCenter", name, [new("InstanceId", instanceId), .. more]);

    public MetricSeries Series(string @namespace, string name, params IEnumerable<MetricDimension> dimensions)
    {
        var key = MetricKey.Of(@namespace, name, dimensions);
        _ = _published.Add(key);
        return store.Series(key);
    }
}
