using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Functions.Tests;

/// <summary>Events as AWS sends them.</summary>
internal static class Events
{
    /// <summary>An alarm on how long somebody waits in a queue.</summary>
    /// <param name="at">When it changed.</param>
    /// <param name="state">To what.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="ofCallers">True: on our own metric of callers; false: on Amazon Connect's, in which all channels are mixed.</param>
    public static string Alarm(DateTimeOffset at, string state = "ALARM", string queue = "Billing", bool ofCallers = false)
    {
        var dimensions = new JsonArray(new JsonObject { ["name"] = "QueueName", ["value"] = queue });
        if (ofCallers)
        {
            dimensions.Add(new JsonObject { ["name"] = "Channel", ["value"] = "VOICE" });
        }

        var message = new JsonObject
        {
            ["AlarmName"] = $"cc-test-queue-wait-{queue}",
            ["AlarmDescription"] = null,
            ["AWSAccountId"] = "123456789012",
            ["AlarmArn"] = $"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:cc-test-queue-wait-{queue}",
            ["NewStateValue"] = state,
            ["NewStateReason"] = "Threshold Crossed: 1 datapoint [412.0 (04/05/26 11:59:00)] was greater than the threshold (300.0).",
            ["StateChangeTime"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff+0000", CultureInfo.InvariantCulture),
            ["Region"] = "EU (Frankfurt)",
            ["OldStateValue"] = "OK",
            ["Trigger"] = new JsonObject
            {
                ["MetricName"] = ofCallers ? "OldestContactWait" : "LongestQueueWaitTime",
                ["Namespace"] = ofCallers ? "ContactCenter" : "AWS/Connect",
                ["StatisticType"] = "Statistic",
                ["Statistic"] = "MAXIMUM",
                ["Dimensions"] = dimensions,
                ["Period"] = 60,
                ["EvaluationPeriods"] = 1,
                ["ComparisonOperator"] = "GreaterThanThreshold",
                ["Threshold"] = 300.0,
            },
        };
        return Sns(message.ToJsonString());
    }

    public static string Sns(string message) => new JsonObject
    {
        ["Records"] = new JsonArray(new JsonObject
        {
            ["EventSource"] = "aws:sns",
            ["EventVersion"] = "1.0",
            ["Sns"] = new JsonObject
            {
                ["Type"] = "Notification",
                ["MessageId"] = "95df01b4-ee98-5cb9-9903-4c221d41eb5e",
                ["TopicArn"] = "arn:aws:sns:eu-central-1:123456789012:cc-test-alarms",
                ["Message"] = message,
                ["Timestamp"] = "2026-05-04T12:00:01.000Z",
            },
        }),
    }.ToJsonString();

    /// <summary>The message of the remediation topic.</summary>
    public static string Remediation(RemediateEffect repair) => new JsonObject
    {
        ["kind"] = "remediate",
        ["id"] = repair.Id,
        ["incidentId"] = repair.IncidentId,
        ["at"] = repair.At,
        ["remediation"] = repair.Remediation,
        ["target"] = repair.Target,
        ["alarmName"] = repair.AlarmName,
        ["approvedBy"] = repair.ApprovedBy,
        ["rolledBackBy"] = repair.RolledBackBy,
    }.ToJsonString();

    /// <summary>The alarm of throttled reads of a table, in the words of CloudWatch.</summary>
    public static string TableAlarm(DateTimeOffset at, string table, string state = "ALARM") => Sns(new JsonObject
    {
        ["AlarmName"] = $"cc-test-table-read-throttled-{table}",
        ["AWSAccountId"] = "123456789012",
        ["AlarmArn"] = $"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:cc-test-table-read-throttled-{table}",
        ["NewStateValue"] = state,
        ["NewStateReason"] = "Threshold Crossed: 2 datapoints were greater than or equal to the threshold (1.0).",
        ["StateChangeTime"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff+0000", CultureInfo.InvariantCulture),
        ["Region"] = "EU (Frankfurt)",
        ["OldStateValue"] = "OK",
        ["Trigger"] = new JsonObject
        {
            ["MetricName"] = "ReadThrottleEvents",
            ["Namespace"] = "AWS/DynamoDB",
            ["StatisticType"] = "Statistic",
            ["Statistic"] = "SUM",
            ["Dimensions"] = new JsonArray(new JsonObject { ["name"] = "TableName", ["value"] = table }),
            ["Period"] = 60,
            ["EvaluationPeriods"] = 3,
            ["ComparisonOperator"] = "GreaterThanOrEqualToThreshold",
            ["Threshold"] = 1.0,
        },
    }.ToJsonString());

    /// <summary>What the stream needs of an effect's item.</summary>
    public static Dictionary<string, AttributeValue> Item(Effect effect) => new()
    {
        [TableLayout.PartitionKey] = new(effect.IncidentId.Split('-')[0]),
        [TableLayout.Kind] = new(TableLayout.EffectKind),
        [TableLayout.Id] = new(effect.Id),
    };

    /// <summary>The stream's records of items that were inserted.</summary>
    public static string Inserted(IEnumerable<Dictionary<string, AttributeValue>> items) => Stream(items, "INSERT");

    public static string Stream(IEnumerable<Dictionary<string, AttributeValue>> items, string eventName) => new JsonObject
    {
        ["Records"] = new JsonArray([.. items.Select((item, i) => (JsonNode)new JsonObject
        {
            ["eventID"] = $"event-{i}",
            ["eventName"] = eventName,
            ["eventSource"] = "aws:dynamodb",
            ["awsRegion"] = "eu-central-1",
            ["dynamodb"] = new JsonObject
            {
                ["ApproximateCreationDateTime"] = 1777896000,
                ["SequenceNumber"] = $"{i + 1:D21}",
                ["StreamViewType"] = "NEW_IMAGE",
                ["NewImage"] = new JsonObject(item.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Attribute(pair.Value)))),
            },
        })]),
    }.ToJsonString();

    public static string CloudTrail(
        string id, DateTimeOffset at, string name, string? errorCode = null) => JsonSerializer.Serialize(new JsonObject
        {
            ["version"] = "0",
            ["id"] = "6a7e8feb-b491-4cf7-a9f1-bf3703467718",
            ["detail-type"] = "AWS API Call via CloudTrail",
            ["source"] = "aws.lambda",
            ["account"] = "123456789012",
            ["region"] = "eu-central-1",
            ["detail"] = new JsonObject
            {
                ["eventID"] = id,
                ["eventTime"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                ["eventSource"] = "lambda.amazonaws.com",
                ["eventName"] = name,
                ["awsRegion"] = "eu-central-1",
                ["errorCode"] = errorCode,
                ["readOnly"] = false,
                ["userIdentity"] = new JsonObject
                {
                    ["type"] = "AssumedRole",
                    ["arn"] = "arn:aws:sts::123456789012:assumed-role/Deploy/ada",
                },
                ["requestParameters"] = new JsonObject { ["functionName"] = "look-up-customer" },
            },
        });

    public static string Http(string method, string path, string? body, params (string Name, string Value)[] headers) => new JsonObject
    {
        ["version"] = "2.0",
        ["routeKey"] = $"{method} {path}",
        ["rawPath"] = path,
        ["rawQueryString"] = "",
        ["headers"] = new JsonObject(headers.Select(header => KeyValuePair.Create(header.Name, (JsonNode?)header.Value))),
        ["requestContext"] = new JsonObject
        {
            ["accountId"] = "123456789012",
            ["http"] = new JsonObject { ["method"] = method, ["path"] = path, ["protocol"] = "HTTP/1.1", ["sourceIp"] = "192.0.2.1" },
            ["requestId"] = "id",
            ["timeEpoch"] = 1777896000000,
        },
        ["body"] = body,
        ["isBase64Encoded"] = false,
    }.ToJsonString();

    private static JsonObject Attribute(AttributeValue value) => value switch
    {
        { S: { } text } => new JsonObject { ["S"] = text },
        { N: { } number } => new JsonObject { ["N"] = number },
        _ => new JsonObject { ["B"] = Convert.ToBase64String(value.B.ToArray()) },
    };
}
