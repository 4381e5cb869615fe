using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>Events of the outside, written out as it sends them and signed as it signs them.</summary>
internal static class OutsideEvents
{
    public const string Schedule = """{"source":"aws.events","detail-type":"Scheduled Event","detail":{}}""";

    /// <summary>An alarm on one metric, through its topic.</summary>
    public static string Alarm(
        string name, DateTimeOffset at, string state, double value, string metric, params (string Name, string Value)[] dimensions) =>
        Events.Sns(Message(name, at, state, value, metric, dimensions).ToJsonString());


    /// <summary>Customers wait too long in a queue.</summary>
    public static string QueueWait(string queue, DateTimeOffset at, string state = "ALARM") =>
        Alarm($"wait in {queue}", at, state, 412, "AWS/Connect/LongestQueueWaitTime", ("QueueName", queue));

    /// <summary>Too many customers wait in a queue.</summary>
    public static string QueueSize(string queue, DateTimeOffset at, string state = "ALARM") =>
        Alarm($"size of {queue}", at, state, 26, "AWS/Connect/QueueSize", ("QueueName", queue));

    /// <summary>Reads of a table are turned away.</summary>
    public static string ReadThrottles(string table, DateTimeOffset at) =>
        Alarm($"reads of {table}", at, "ALARM", 30, "AWS/DynamoDB/ReadThrottleEvents", ("TableName", table));

    /// <summary>A click on a button of a message in Slack, signed with the app's secret.</summary>
    public static string SlackClick(string incidentId, string action, DateTimeOffset at)
    {
        var payload = new JsonObject
        {
            ["type"] = "block_actions",
            ["user"] = new JsonObject { ["id"] = "U1", ["username"] = "ada" },
            ["channel"] = new JsonObject { ["id"] = "C0987654321", ["name"] = "company" },
            ["message"] = new JsonObject { ["ts"] = "1777896000.000900" },
            ["actions"] = new JsonArray(new JsonObject { ["action_id"] = action, ["block_id"] = "incident", ["value"] = incidentId }),
            ["response_url"] = "https://hooks.slack.com/actions/T1/1/x",
        };
        var body = $"payload={Uri.EscapeDataString(payload.ToJsonString())}";
        var time = Seconds(at);
        return Events.Http(
            "POST",
            "/slack",
            body,
            ("content-type", "application/x-www-form-urlencoded"),
            ("x-slack-request-timestamp", time),
            ("x-slack-signature", Sign("v0", "slack-key", time, body)));
    }

    /// <summary>The business rule of ServiceNow calls back about a record.</summary>
    public static string ServiceNowCallback(string incidentId, string state, DateTimeOffset at)
    {
        var body = new JsonObject
        {
            ["correlation_id"] = incidentId,
            ["state"] = state,
            ["sys_updated_by"] = "grace",
            ["close_notes"] = "A trunk was full.",
        }.ToJsonString();
        var time = Seconds(at);
        return Events.Http(
            "POST",
            "/servicenow",
            body,
            ("content-type", "application/json"),
            ("x-contactcenter-timestamp", time),
            ("x-contactcenter-signature", Sign("v1", "callback-key", time, body)));
    }

    /// <summary>A person opens a signed link, or confirms it.</summary>
    public static string Link(string link, string method) => Events.Http(
        method, new Uri(link).AbsolutePath, method == "POST" ? "" : null, ("content-type", "application/x-www-form-urlencoded"));

    private static JsonObject Message(
        string name, DateTimeOffset at, string state, double value, string metric, (string Name, string Value)[] dimensions) => new()
        {
            ["AlarmName"] = name,
            ["AWSAccountId"] = "123456789012",
            ["AlarmArn"] = $"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{name}",
            ["NewStateValue"] = state,
            ["NewStateReason"] = string.Create(
            CultureInfo.InvariantCulture,
            $"Threshold Crossed: 1 datapoint [{value:0.0} (04/05/26 11:59:00)] was greater than the threshold (0.0)."),
            ["StateChangeTime"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff+0000", CultureInfo.InvariantCulture),
            ["Region"] = "EU (Frankfurt)",
            ["OldStateValue"] = "OK",
            ["Trigger"] = new JsonObject
            {
                ["MetricName"] = metric.Split('/')[^1],
                ["Namespace"] = metric[..metric.LastIndexOf('/')],
                ["StatisticType"] = "Statistic",
                ["Statistic"] = "MAXIMUM",
                ["Dimensions"] = new JsonArray([.. dimensions.Select(dimension =>
                (JsonNode)new JsonObject { ["name"] = dimension.Name, ["value"] = dimension.Value })]),
                ["Period"] = 60,
                ["EvaluationPeriods"] = 1,
                ["ComparisonOperator"] = "GreaterThanThreshold",
                ["Threshold"] = 0.0,
            },
        };

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Sign(string version, string key, string time, string body) =>
        $"{version}={Convert.ToHexStringLower(HMACSHA256.HashData(Utf8(key), Utf8($"{version}:{time}:{body}")))}";

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
