using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

#pragma warning disable CA1507 // the member names are CloudWatch's; they do not follow this record's when it is renamed

namespace ContactCenter.Core.Tests.Monitoring.Parsing;

/// <summary>One state change of an alarm, and how each service would write it down.</summary>
internal sealed record AlarmPayload
{
    /// <summary>A Monday, 12:00 in Berlin.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 5, 4, 10, 0, 0, TimeSpan.Zero);

    public string Name { get; init; } = "billing-wait";

    public string? Description { get; init; } = "Customers of Billing wait.";

    public string AccountId { get; init; } = "123456789012";

    public string Region { get; init; } = "eu-central-1";

    public string State { get; init; } = "ALARM";

    public string PreviousState { get; init; } = "OK";

    public DateTimeOffset At { get; init; } = Noon;

    public string Namespace { get; init; } = "AWS/Connect";

    public string Metric { get; init; } = "LongestQueueWaitTime";

    public (string Name, string Value)[] Dimensions { get; init; } =
        [("InstanceId", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"), ("MetricGroup", "Queue"), ("QueueName", "Billing")];

    public string Statistic { get; init; } = "Maximum";

    public int Period { get; init; } = 60;

    public string Comparison { get; init; } = "GreaterThanOrEqualToThreshold";

    public double Threshold { get; init; } = 120;

    /// <summary>Newest first.</summary>
    public double[] Values { get; init; } = [372, 240];

    public string TreatMissingData { get; init; } = "notBreaching";

    /// <summary>Set for metric math, over the metric as <c>m1</c>.</summary>
    public string? Expression { get; init; }

    /// <summary>Set for anomaly detection.</summary>
    public double? Band { get; init; }

    /// <summary>Set for a composite alarm.</summary>
    public string? Rule { get; init; }

    public string[] Children { get; init; } = [];

    public string? ContributorId { get; init; }

    public (string Name, string Value)[] ContributorAttributes { get; init; } = [];

    public string Arn => $"arn:aws:cloudwatch:{Region}:{AccountId}:alarm:{Name}";

    public string Reason => Rule is not null
        ? $"{Children.FirstOrDefault() ?? "A child"} transitioned to {State}"
        : Band is not null
            ? $"Thresholds Crossed: {Values.Length} out of the last {Values.Length} datapoints [{Points}] were greater than the "
                + "upper thresholds [9.5]."
            : $"Threshold Crossed: {Values.Length} out of the last {Values.Length} datapoints [{Points}] were {Words} the threshold "
                + $"({Text(Threshold)}).";

    private string Points => string.Join(", ", Values.Select((value, i) => $"{Text(value)} ({At.AddMinutes(-i):dd/MM/yy HH:mm:ss})"));

    private string Words => Comparison switch
    {
        "GreaterThanOrEqualToThreshold" => "greater than or equal to",
        "GreaterThanThreshold" => "greater than",
        "LessThanOrEqualToThreshold" => "less than or equal to",
        _ => "less than",
    };

    /// <summary>CloudWatch's timestamp: an offset without a colon.</summary>
    public static string Stamp(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    /// <summary>What CloudWatch publishes to SNS.</summary>
    public JsonObject Message()
    {
        var message = new JsonObject
        {
            ["AlarmName"] = Name,
            ["AlarmDescription"] = Description,
            ["AWSAccountId"] = AccountId,
            ["AlarmConfigurationUpdatedTimestamp"] = Stamp(At.AddDays(-9)),
            ["NewStateValue"] = State,
            ["NewStateReason"] = Reason,
            ["StateChangeTime"] = Stamp(At),
            ["Region"] = "EU (Frankfurt)",
            ["AlarmArn"] = Arn,
            ["OldStateValue"] = PreviousState,
            ["OKActions"] = new JsonArray(),
            ["AlarmActions"] = new JsonArray("arn:aws:sns:eu-central-1:123456789012:alarms"),
            ["InsufficientDataActions"] = new JsonArray(),
            ["ActionExecutedAfterMuteWindow"] = false,
        };
        if (Rule is not null)
        {
            message["AlarmRule"] = Rule;
            message["TriggeringChildren"] = new JsonArray([.. Children.Select(child => new JsonObject
            {
                ["Arn"] = child,
                ["State"] = new JsonObject { ["Value"] = "ALARM", ["Timestamp"] = Stamp(At) },
            })]);
        }
        else
        {
            message["Trigger"] = Trigger();
        }

        if (ContributorId is not null)
        {
            message["AlarmContributorId"] = ContributorId;
            message["AlarmContributorAttributes"] = Map(ContributorAttributes);
        }

        return message;
    }

    /// <summary>The event that EventBridge carries.</summary>
    public JsonObject Event() => new()
    {
        ["version"] = "0",
        ["id"] = "2f6a1b34-0000-4000-8000-00000000000e",
        ["detail-type"] = ContributorId is null ? "CloudWatch Alarm State Change" : "CloudWatch Alarm Contributor State Change",
        ["source"] = "aws.cloudwatch",
        ["account"] = AccountId,
        ["time"] = At.AddSeconds(1).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["region"] = Region,
        ["resources"] = new JsonArray(Arn),
        ["detail"] = Detail(),
    };

    /// <summary>What CloudWatch hands to a function that is the alarm's own action.</summary>
    public JsonObject Direct() => new()
    {
        ["source"] = "aws.cloudwatch",
        ["alarmArn"] = Arn,
        ["accountId"] = AccountId,
        ["time"] = Stamp(At.AddSeconds(1)),
        ["region"] = Region,
        ["alarmData"] = Detail(),
    };

    /// <summary>The event with which SNS calls a function.</summary>
    public static JsonObject SnsEvent(params ReadOnlySpan<string> messages)
    {
        var records = new JsonArray();
        foreach (var message in messages)
        {
            records.Add(new JsonObject
            {
                ["EventSource"] = "aws:sns",
                ["EventVersion"] = "1.0",
                ["EventSubscriptionArn"] = "arn:aws:sns:eu-central-1:123456789012:alarms:0f000000-0000-4000-8000-000000000001",
                ["Sns"] = Notification(message, "SigningCertUrl", "UnsubscribeUrl"),
            });
        }

        return new JsonObject { ["Records"] = records };
    }

    /// <summary>What SNS posts to a web address; it spells the addresses with capitals.</summary>
    public static JsonObject HttpNotification(string message) => Notification(message, "SigningCertURL", "UnsubscribeURL");

    /// <summary>The event with which SQS calls a function.</summary>
    public static JsonObject SqsEvent(string body) => new()
    {
        ["Records"] = new JsonArray(new JsonObject
        {
            ["messageId"] = "59a00000-0000-4000-8000-000000000002",
            ["receiptHandle"] = "handle",
            ["body"] = body,
            ["attributes"] = new JsonObject { ["ApproximateReceiveCount"] = "1" },
            ["eventSource"] = "aws:sqs",
            ["eventSourceARN"] = "arn:aws:sqs:eu-central-1:123456789012:alarms",
        }),
    };

    public JsonObject As(PayloadShape shape) => shape switch
    {
        PayloadShape.SnsMessage => Message(),
        PayloadShape.SnsEvent => SnsEvent(Message().ToJsonString()),
        PayloadShape.SnsHttpNotification => HttpNotification(Message().ToJsonString()),
        PayloadShape.EventBridgeEvent => Event(),
        PayloadShape.DirectAction => Direct(),
        PayloadShape.SnsInSqs => SqsEvent(HttpNotification(Message().ToJsonString()).ToJsonString()),
        PayloadShape.RawMessageInSqs => SqsEvent(Message().ToJsonString()),
        PayloadShape.EventBridgeInSnsEvent => SnsEvent(Event().ToJsonString()),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    public byte[] Bytes(PayloadShape shape) => Encoding.UTF8.GetBytes(As(shape).ToJsonString());

    private static JsonObject Notification(string message, string certificate, string unsubscribe) => new()
    {
        ["Type"] = "Notification",
        ["MessageId"] = "5b000000-0000-4000-8000-000000000003",
        ["TopicArn"] = "arn:aws:sns:eu-central-1:123456789012:alarms",
        ["Subject"] = "ALARM: \"billing-wait\" in EU (Frankfurt)",
        ["Message"] = message,
        ["Timestamp"] = "2026-05-04T10:00:02.000Z",
        ["SignatureVersion"] = "1",
        ["Signature"] = "c2lnbmF0dXJl",
        [certificate] = "https://sns.eu-central-1.amazonaws.com/cert.pem",
        [unsubscribe] = "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe",
        ["MessageAttributes"] = new JsonObject(),
    };

    private JsonObject Trigger()
    {
        var trigger = new JsonObject
        {
            ["Period"] = Period,
            ["EvaluationPeriods"] = Values.Length,
            ["DatapointsToAlarm"] = Values.Length,
            ["ComparisonOperator"] = Comparison,
            ["TreatMissingData"] = TreatMissingData,
            ["EvaluateLowSampleCountPercentile"] = "",
        };
        if (Expression is not null || Band is not null)
        {
            trigger["Metrics"] = new JsonArray(
                new JsonObject
                {
                    ["Expression"] = Expression ?? BandExpression,
                    ["Id"] = Band is null ? "e1" : "ad1",
                    ["Label"] = "expression",
                    ["ReturnData"] = true,
                },
                new JsonObject
                {
                    ["Id"] = "m1",
                    ["MetricStat"] = new JsonObject
                    {
                        ["Metric"] = new JsonObject { ["Dimensions"] = List(), ["MetricName"] = Metric, ["Namespace"] = Namespace },
                        ["Period"] = Period,
                        ["Stat"] = Statistic,
                    },
                    ["ReturnData"] = Band is not null,
                });
        }
        else
        {
            trigger["MetricName"] = Metric;
            trigger["Namespace"] = Namespace;
            trigger["Unit"] = null;
            trigger["Dimensions"] = List();
            var isPercentile = Statistic.StartsWith('p');
            trigger["StatisticType"] = isPercentile ? "ExtendedStatistic" : "Statistic";
            trigger[isPercentile ? "ExtendedStatistic" : "Statistic"] = isPercentile ? Statistic : Statistic.ToUpperInvariant();
        }

        if (Band is null)
        {
            trigger["Threshold"] = Threshold;
        }
        else
        {
            trigger["ThresholdMetricId"] = "ad1";
        }

        return trigger;
    }

    private JsonObject Detail()
    {
        var detail = new JsonObject
        {
            ["alarmName"] = Name,
            ["state"] = new JsonObject
            {
                ["value"] = State,
                ["reason"] = Reason,
                ["reasonData"] = ReasonData().ToJsonString(),
                ["timestamp"] = Stamp(At),
            },
            ["previousState"] = new JsonObject { ["value"] = PreviousState, ["timestamp"] = Stamp(At.AddHours(-1)) },
            ["configuration"] = Configuration(),
        };
        if (ContributorId is not null)
        {
            detail["alarmContributor"] = new JsonObject { ["id"] = ContributorId, ["attributes"] = Map(ContributorAttributes) };
        }

        return detail;
    }

    private JsonObject ReasonData()
    {
        if (Rule is not null)
        {
            return new JsonObject
            {
                ["triggeringAlarms"] = new JsonArray([.. Children.Select(child => new JsonObject
                {
                    ["arn"] = child,
                    ["state"] = new JsonObject { ["value"] = "ALARM", ["timestamp"] = Stamp(At) },
                })]),
            };
        }

        var data = new JsonObject
        {
            ["version"] = "1.0",
            ["queryDate"] = Stamp(At),
            ["statistic"] = Statistic,
            ["period"] = Period,
            ["recentDatapoints"] = new JsonArray([.. Values.Reverse().Select(value => JsonValue.Create(value))]),
        };
        if (Band is null)
        {
            data["threshold"] = Threshold;
        }

        return data;
    }

    private JsonObject Configuration()
    {
        var configuration = new JsonObject { ["description"] = Description };
        if (Rule is not null)
        {
            configuration["alarmRule"] = Rule;
            return configuration;
        }

        var metrics = new JsonArray(new JsonObject
        {
            ["id"] = "m1",
            ["metricStat"] = new JsonObject
            {
                ["metric"] = new JsonObject { ["namespace"] = Namespace, ["name"] = Metric, ["dimensions"] = Map(Dimensions) },
                ["period"] = Period,
                ["stat"] = Statistic,
            },
            ["returnData"] = true,
        });
        if (Expression is not null || Band is not null)
        {
            metrics.Add(new JsonObject
            {
                ["id"] = "e1",
                ["expression"] = Expression ?? BandExpression,
                ["label"] = "expression",
                ["returnData"] = true
            });
        }

        configuration["metrics"] = metrics;
        return configuration;
    }

    private string BandExpression => $"ANOMALY_DETECTION_BAND(m1, {Text(Band ?? 0)})";

    private JsonArray List() =>
        [.. Dimensions.Select(dimension => new JsonObject { ["value"] = dimension.Value, ["name"] = dimension.Name })];

    private static JsonObject Map((string Name, string Value)[] pairs)
    {
        var map = new JsonObject();
        foreach (var (name, value) in pairs)
        {
            map[name] = value;
        }

        return map;
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
