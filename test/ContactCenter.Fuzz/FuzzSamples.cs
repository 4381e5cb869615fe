using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Engine;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Embedded.Calls;

namespace ContactCenter.Fuzz;

/// <summary>
/// Valid inputs: what was recorded in accounts and what people of the trade have reported, and where there is none, as it is documented.
/// </summary>
internal static class FuzzSamples
{
    /// <summary>An alarm of this deployment.</summary>
    public static byte[] QueueFull { get; } =
        Utf8("""{"AlarmName":"cc-prod/queue-full/Billing","AlarmArn":"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:cc-prod/queue-full/Billing","NewStateValue":"ALARM","OldStateValue":"OK","StateChangeTime":"2026-03-02T11:59:00.000+0000","NewStateReason":"Threshold Crossed","Region":"EU (Frankfurt)","AWSAccountId":"123456789012","Trigger":{"MetricName":"QueueCapacityExceededError","Namespace":"AWS/Connect","Statistic":"SUM","Period":60,"EvaluationPeriods":1,"Threshold":1,"ComparisonOperator":"GreaterThanOrEqualToThreshold","Dimensions":[{"name":"QueueName","value":"Billing"}]}}""");

    public static IReadOnlyList<byte[]> Alarms { get; } =
    [
        .. Recorded("alarm-").Where(static sample => sample.Length < 8000),
        QueueFull,
        Utf8("the queue is on fire"),
        .. Recorded("foreign-"),
    ];

    public static IReadOnlyList<byte[]> Slack { get; } = [.. Recorded("27-slack")];

    public static IReadOnlyList<byte[]> SlackReplies { get; } =
        [Utf8("""{"ok":true,"channel":"C1","ts":"17.2"}"""), Utf8("""{"ok":false,"error":"ratelimited"}""")];

    public static IReadOnlyList<byte[]> ServiceNow { get; } =
    [
        Utf8("""{"correlation_id":"7Q2M9KXA-3","state":"6","sys_updated_by":"beth","assigned_to":"beth","close_notes":"done","number":"INC1"}"""),
        Utf8("""{"correlation_id":"7Q2M9KXA-3","state":"2","sys_updated_by":"beth","assigned_to":"bob"}"""),
    ];

    public static IReadOnlyList<byte[]> PagerDuty { get; } = [.. Recorded("26-pagerduty"), .. Recorded("pagerduty-")];

    public static IReadOnlyList<byte[]> Jira { get; } = [.. Recorded("jira-")];

    public static IReadOnlyList<byte[]> FlowRequests { get; } =
        [.. Recorded("10-lambda"), .. Recorded("11-lambda"), .. Recorded("12-lambda"), .. Recorded("13-lambda"), .. Recorded("14-lex")];

    /// <summary>What other monitoring systems tell.</summary>
    public static IReadOnlyList<byte[]> Foreign { get; } = [.. Recorded("foreign-")];

    /// <summary>Flows in which a customer wishes to be called back.</summary>
    public static IReadOnlyList<byte[]> CallbackWishes { get; } =
        [CallbackEvent.Wished("c-1", "Billing"), .. Recorded("11-lambda"), .. Recorded("12-lambda")];

    /// <summary>Contact events after which nobody waits.</summary>
    public static IReadOnlyList<byte[]> CallbackEnds { get; } =
    [
        CallbackEvent.Served("c-1"),
        Utf8("""{"id":"e2","source":"aws.connect","detail-type":"Amazon Connect Contact Event","time":"2026-03-02T11:59:00Z","detail":{"eventType":"DISCONNECTED","contactId":"c-2","relatedContactId":"c-1","initiationMethod":"CALLBACK_CUSTOMER_FIRST_DIALED","channel":"VOICE","queueInfo":{"queueArn":"arn:aws:connect:eu-central-1:123456789012:instance/i/queue/q1"}}}"""),
    ];

    /// <summary>Turns of a conversation with the deployed bot.</summary>
    public static IReadOnlyList<byte[]> BotTurns { get; } = [.. Recorded("14-lex"), .. Recorded("15-lex")];

    /// <summary>What a person has agreed to, and the schedule.</summary>
    public static IReadOnlyList<byte[]> Failovers { get; } =
    [
        Utf8(new JsonObject
        {
            ["Records"] = new JsonArray(new JsonObject
            {
                ["EventSource"] = "aws:sns",
                ["Sns"] = new JsonObject
                {
                    ["Message"] =
                        """{"kind":"remediate","remediation":"force-queue-fallback","target":"Billing","alarmName":"a","id":"7Q2M9KXA-3.2","incidentId":"7Q2M9KXA-3","at":"2026-03-02T11:59:00+00:00","approvedBy":"ann@example.com"}""",
                },
            }),
        }.ToJsonString()),
        Utf8("""{"source":"aws.events","detail-type":"Scheduled Event","detail":{}}"""),
    ];

    /// <summary>Keys that somebody has pressed in a call that tells of an incident.</summary>
    public static IReadOnlyList<byte[]> PressedKeys { get; } =
    [
        Utf8("""{"Name":"ContactFlowEvent","Details":{"ContactData":{"ContactId":"c-1","Channel":"VOICE","Attributes":{"call":"call-1/ABCDEFGH"}},"Parameters":{"key":"1"}}}"""),
        .. Recorded("10-lambda"),
    ];

    /// <summary>Calls that the instance has placed, and others, end.</summary>
    public static IReadOnlyList<byte[]> EndedCalls { get; } =
    [
        Utf8("""{"id":"e1","source":"aws.connect","detail-type":"Amazon Connect Contact Event","time":"2026-03-02T11:59:00Z","detail":{"eventType":"DISCONNECTED","contactId":"c-1","initiationMethod":"API","channel":"VOICE"}}"""),
        .. CallbackEnds,
    ];

    /// <summary>Scenarios of exercises, as people write files of their own.</summary>
    public static IReadOnlyList<byte[]> Scenarios { get; } = [.. Recorded("scenario-")];

    public static IReadOnlyList<byte[]> FlowContent { get; } =
    [
        Utf8("""{"Version":"2019-10-30","StartAction":"a","Actions":[{"Identifier":"a","Type":"MessageParticipant","Parameters":{"Text":"Hello"},"Transitions":{"NextAction":"b","Errors":[{"NextAction":"b","ErrorType":"NoMatchingError"}]}},{"Identifier":"b","Type":"DisconnectParticipant","Parameters":{},"Transitions":{}}]}"""),
        Utf8("""{"ContactFlow":{"Content":"{\"Version\":\"2019-10-30\",\"StartAction\":\"a\",\"Actions\":[]}"}}"""),
    ];

    public static IReadOnlyList<byte[]> ContactSignals { get; } =
    [
        Utf8("""{"id":"e1","detail-type":"Contact Lens Realtime Rules Matched","source":"aws.connect","time":"2026-03-02T11:59:00Z","detail":{"version":"1.0","ruleName":"angry","contactArn":"arn:aws:connect:eu-central-1:123456789012:instance/i/contact/c1","queueArn":"arn:aws:connect:eu-central-1:123456789012:instance/i/queue/q1"}}"""),
        Utf8("""{"id":"e2","detail-type":"Amazon Connect Contact Event","time":"2026-03-02T11:59:00Z","detail":{"eventType":"QUEUED","contactId":"c1","channel":"VOICE","queueInfo":{"queueArn":"arn:aws:connect:eu-central-1:123456789012:instance/i/queue/q1"}}}"""),
        .. Recorded("25-").Select(StreamOf),
    ];

    public static IReadOnlyList<byte[]> Segments { get; } = [.. Recorded("25-")];

    public static IReadOnlyList<byte[]> Repairs { get; } =
    [
        Utf8(new JsonObject
        {
            ["Records"] = new JsonArray(new JsonObject
            {
                ["EventSource"] = "aws:sns",
                ["Sns"] = new JsonObject
                {
                    ["Message"] =
                        """{"kind":"remediate","remediation":"heal-capacity","target":"customers","alarmName":"a","id":"7Q2M9KXA-3.2","incidentId":"7Q2M9KXA-3","at":"2026-03-02T11:59:00+00:00"}""",
                },
            }),
        }.ToJsonString()),
        Utf8("{}"),
        .. Recorded("alarm-").Take(2),
    ];

    public static IReadOnlyList<byte[]> Changes { get; } =
        [.. Enumerable.Range(1, 7).SelectMany(static number => Recorded($"0{number}-cloudtrail"))];

    public static IReadOnlyList<byte[]> Configurations { get; } = [Resource("contactcenter")];

    public static IReadOnlyList<byte[]> Customers { get; } =
        [Utf8("""{"name":"Ann Example","address":{"city":"Bonn"},"history":{"since":2019,"orders":[1,2]},"isKnown":true}""")];

    public static IReadOnlyList<byte[]> Secrets { get; } =
        [Utf8("""{"botToken":"xoxb-example","signingSecret":"abc","rotated":true}"""), Utf8("https://hooks.example.com/services/abc")];

    public static IReadOnlyList<byte[]> QueueStates { get; } =
        [Utf8("""{"at":"2026-03-02T11:59:00Z","queues":[{"name":"Billing","waiting":3,"oldestSeconds":60,"agentsStaffed":4,"agentsAvailable":0}]}""")];

    /// <summary>A link for each thing that people can do.</summary>
    public static IReadOnlyList<string> Links(LinkKeys keys, DateTimeOffset now) =>
    [
        .. Enum.GetValues<PersonAction>()
            .Where(static action => action is not PersonAction.HandOver and <= PersonAction.Approve)
            .Select(action => SignedLinks.Make(new LinkClaim("7Q2M9KXA-3", action, "ann@example.com", "5", now.AddHours(8)), keys)),
    ];

    /// <summary>Segments of real-time analysis as a stream brings them.</summary>
    public static byte[] StreamOf(byte[] segments) => Utf8(new JsonObject
    {
        ["Records"] = new JsonArray(new JsonObject
        {
            ["kinesis"] = new JsonObject
            {
                ["sequenceNumber"] = "1",
                ["approximateArrivalTimestamp"] = 1_772_452_740.5,
                ["data"] = Convert.ToBase64String(segments),
            },
        }),
    }.ToJsonString());

    /// <summary>An incident that has just opened.</summary>
    public static Decision Decision(IncidentPolicy policy, DateTimeOffset now)
    {
        var key = new CorrelationKey("queue", "Billing", "123456789012/eu-central-1");
        var alarm = new TriagedAlarm
        {
            Id = new AlarmId("arn:aws:cloudwatch:eu-central-1:123456789012:alarm:cc-prod/queue-full/Billing", null),
            Name = "cc-prod/queue-full/Billing",
            Moment = new AlarmMoment(now, AlarmState.Alarm),
            Key = key,
            Assessment = new SeverityAssessment(Severity.P1, ["Callers are turned away."]),
            Subject = "Queue Billing",
            Symptom = "queue is full",
            Description = "Callers are turned away.",
            Runbook = "queue-full",
            Owner = "workforce",
        };
        return IncidentEngine.Decide(Correlation.Empty(key), new AlarmReceived(alarm), policy, now);
    }

    public static byte[] Resource(string name)
    {
        using var stream = typeof(FuzzSamples).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the project was built without its sample {name}");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static IEnumerable<byte[]> Recorded(string begin) => typeof(FuzzSamples).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(begin, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(Resource);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
