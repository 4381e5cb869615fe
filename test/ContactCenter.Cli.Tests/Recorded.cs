using System.Text.Json;

namespace ContactCenter.Cli.Tests;

/// <summary>Alarm messages as CloudWatch writes them, with values of our own.</summary>
internal static class Recorded
{
    public static string Message(
        string alarm, string state, string at, string metric = "QueueCapacityExceededError", string queue = "Billing") =>
        JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["AlarmName"] = alarm,
            ["AWSAccountId"] = "123456789012",
            ["NewStateValue"] = state,
            ["NewStateReason"] = "Threshold Crossed: 1 datapoint [3.0 (02/03/26 08:00:00)] was greater than the threshold (0.0).",
            ["StateChangeTime"] = at,
            ["AlarmArn"] = $"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{alarm}",
            ["OldStateValue"] = state == "OK" ? "ALARM" : "OK",
            ["Trigger"] = new Dictionary<string, object?>
            {
                ["MetricName"] = metric,
                ["Namespace"] = "AWS/Connect",
                ["Statistic"] = "SUM",
                ["Dimensions"] = new[]
                {
                    new Dictionary<string, string> { ["name"] = "InstanceId", ["value"] = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee" },
                    new Dictionary<string, string> { ["name"] = "MetricGroup", ["value"] = "Queue" },
                    new Dictionary<string, string> { ["name"] = "QueueName", ["value"] = queue },
                },
                ["Period"] = 60,
                ["ComparisonOperator"] = "GreaterThanThreshold",
                ["Threshold"] = 0,
            },
        });

    public static string Envelope(params string[] messages) => JsonSerializer.Serialize(new
    {
        Records = messages.Select(message =>
            new
            {
                EventSource = "aws:sns",
                Sns = new
                {
                    Type = "Notification",
                    MessageId = "1",
                    TopicArn = "arn",
                    Message = message,
                    Timestamp = "2026-03-02T08:00:00.000Z",
                }
            }),
    });
}
