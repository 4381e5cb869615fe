using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Notifications.Links;

namespace ContactCenter.Functions.Benchmarks.ColdStart;

/// <summary>Events as the callers of the functions send them.</summary>
internal static class Events
{
    public const string Schedule = """{"source":"aws.events","detail-type":"Scheduled Event","detail":{}}""";

    public const string ContactId = "11111111-2222-3333-4444-555555555555";

    /// <summary>The recorded alarm of a deployment, as if it were sent now, through its topic.</summary>
    public static byte[] Alarm(DateTimeOffset at)
    {
        var file = Path.Combine(Packages.Repository(), "test", "ContactCenter.Infra.Tests", "EndToEnd", "alarm.json");
        var alarm = JsonNode.Parse(File.ReadAllText(file))!;
        alarm["StateChangeTime"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff+0000", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes(new JsonObject
        {
            ["Records"] = new JsonArray(new JsonObject
            {
                ["EventSource"] = "aws:sns",
                ["EventVersion"] = "1.0",
                ["Sns"] = new JsonObject
                {
                    ["Type"] = "Notification",
                    ["MessageId"] = "95df01b4-ee98-5cb9-9903-4c221d41eb5e",
                    ["Message"] = alarm.ToJsonString(),
                },
            }),
        }.ToJsonString());
    }

    /// <summary>What a flow's block sends of a call.</summary>
    public static string Call(string parameters = "{}", string attributes = "{}") => $$$$$"""
        {"Name":"ContactFlowEvent","Details":{"ContactData":{"Attributes":{{{{{attributes}}}}},"AwsRegion":"eu-central-1","Channel":"VOICE",
         "ContactId":"{{{{{ContactId}}}}}","InitialContactId":"{{{{{ContactId}}}}}","PreviousContactId":"{{{{{ContactId}}}}}",
         "CustomerEndpoint":{"Address":"+15550100001","Type":"TELEPHONE_NUMBER"},
         "SystemEndpoint":{"Address":"+15550100002","Type":"TELEPHONE_NUMBER"},"CustomerId":null,"InitiationMethod":"INBOUND",
         "InstanceARN":"arn:aws:connect:eu-central-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
         "LanguageCode":"en-US","MediaStreams":{"Customer":{"Audio":{}}},"Name":null,"Description":null,"Queue":null,"References":{},
         "SegmentAttributes":{"connect:Subtype":{"ValueString":"connect:Telephony"}},"Tags":{}},"Parameters":{{{{{parameters}}}}}}}
        """;

    /// <summary>The deployed bot heard a customer.</summary>
    public static string Heard() => $$$$"""
        {"messageVersion":"1.0","invocationSource":"FulfillmentCodeHook","inputMode":"Speech","inputTranscript":"where is my parcel",
         "bot":{"id":"BOTEXAMPLE","aliasId":"ALIASEXAMP","localeId":"en_US","version":"1"},
         "sessionState":{"sessionAttributes":{"contactId":"{{{{ContactId}}}}"},
          "intent":{"name":"FallbackIntent","slots":{},"state":"ReadyForFulfillment","confirmationState":"None"}},
         "transcriptions":[{"transcription":"where is my parcel","transcriptionConfidence":0.92}]}
        """;

    /// <summary>Somebody changed a function.</summary>
    public static string Change(DateTimeOffset at) => $$$"""
        {"version":"0","id":"6a7e8feb-b491-4cf7-a9f1-bf3703467718","detail-type":"AWS API Call via CloudTrail","source":"aws.lambda",
         "account":"123456789012","region":"eu-central-1","detail":{"eventID":"change-1","eventTime":"{{{at:yyyy-MM-dd'T'HH:mm:ss'Z'}}}",
         "eventSource":"lambda.amazonaws.com","eventName":"UpdateFunctionConfiguration20150331v2","awsRegion":"eu-central-1",
         "readOnly":false,"userIdentity":{"type":"AssumedRole","arn":"arn:aws:sts::123456789012:assumed-role/Deploy/ada"},
         "requestParameters":{"functionName":"look-up-account"} } }
        """;

    /// <summary>A rule of Contact Lens matched what a customer said.</summary>
    public static string Matched(string queueId) => $$$"""
        {"id":"e1","detail-type":"Contact Lens Realtime Rules Matched","detail":{"ruleName":"Customer-angry",
         "contactArn":"arn:aws:connect:eu-central-1:123456789012:instance/i/contact/{{{ContactId}}}",
         "queueArn":"arn:aws:connect:eu-central-1:123456789012:instance/i/queue/{{{queueId}}}"} }
        """;

    /// <summary>Somebody who may look asks by the API what is open.</summary>
    public static string ListIncidents(DateTimeOffset at)
    {
        var request = JsonNode.Parse(Http("/api/v1/incidents", "", []))!;
        request["requestContext"]!["http"]!["method"] = "GET";
        request["requestContext"]!["authorizer"] = new JsonObject
        {
            ["jwt"] = new JsonObject
            {
                ["claims"] = new JsonObject
                {
                    ["iss"] = Services.Issuer,
                    ["aud"] = Services.ApiAudience,
                    ["sub"] = "ada",
                    ["roles"] = "viewer",
                    ["exp"] = Seconds(at + TimeSpan.FromHours(1)),
                },
                ["scopes"] = null,
            },
        };
        return request.ToJsonString();
    }

    /// <summary>A turn of a call, as its stream brings it.</summary>
    public static string Segment { get; } =
        $$"""{"Records":[{"eventID":"shardId-000000000000:1","kinesis":{"sequenceNumber":"1","data":"{{Turn}}"} }]}""";

    private static string Turn => Convert.ToBase64String(Encoding.UTF8.GetBytes($$$"""
        {"EventType":"SEGMENTS","ContactId":"{{{ContactId}}}","LanguageCode":"en-US","Segments":[{"Transcript":
         {"Id":"t1","ParticipantRole":"CUSTOMER","Content":"I have waited.","BeginOffsetMillis":5000,"Sentiment":"NEGATIVE"}}]}
        """));

    /// <summary>A person presses the button behind a signed link.</summary>
    public static string Link(string incident)
    {
        var keys = new LinkKeys(new LinkKey(KeyId(), [.. Encoding.UTF8.GetBytes(Services.LinkKey)]));
        var claim = new LinkClaim(
            incident, PersonAction.Acknowledge, "ada@example.com", "1", new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return Http(
            $"/a/{SignedLinks.Make(claim, keys)}", "", new JsonObject { ["content-type"] = "application/x-www-form-urlencoded" });
    }

    /// <summary>A person clicks in Slack, in a message that has no address for its update: that would be Slack's.</summary>
    public static string Click(string incident, DateTimeOffset at)
    {
        var payload = new JsonObject
        {
            ["type"] = "block_actions",
            ["user"] = new JsonObject { ["id"] = "U1", ["username"] = "ada" },
            ["actions"] = new JsonArray(new JsonObject { ["action_id"] = "acknowledge", ["value"] = incident }),
        };
        var body = $"payload={Uri.EscapeDataString(payload.ToJsonString())}";
        var time = Seconds(at);
        return Http("/slack", body, new JsonObject
        {
            ["content-type"] = "application/x-www-form-urlencoded",
            ["x-slack-request-timestamp"] = time,
            ["x-slack-signature"] = Sign(BodySignature.SlackVersion, Services.SlackKey, time, body),
        });
    }

    /// <summary>ServiceNow tells that somebody works on a record.</summary>
    public static string Callback(string incident, DateTimeOffset at)
    {
        var body = new JsonObject { ["correlation_id"] = incident, ["state"] = "2", ["sys_updated_by"] = "grace" }.ToJsonString();
        var time = Seconds(at);
        return Http("/servicenow", body, new JsonObject
        {
            ["content-type"] = "application/json",
            [ServiceNowAnswers.TimestampHeader] = time,
            [ServiceNowAnswers.SignatureHeader] = Sign(BodySignature.OwnVersion, Services.CallbackKey, time, body),
        });
    }

    /// <summary>PagerDuty tells that somebody has taken an incident.</summary>
    public static string PagerDuty(string incident, DateTimeOffset at)
    {
        var body = new JsonObject
        {
            ["event"] = new JsonObject
            {
                ["id"] = "01EXAMPLE",
                ["event_type"] = "incident.acknowledged",
                ["occurred_at"] = at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                ["agent"] = new JsonObject { ["id"] = "PUSER01", ["type"] = "user_reference", ["summary"] = "Grace" },
                ["data"] = new JsonObject { ["id"] = "PINC0001", ["type"] = "incident", ["incident_key"] = incident },
            },
        }.ToJsonString();
        return Http("/pagerduty", body, new JsonObject
        {
            ["content-type"] = "application/json",
            [PagerDutySignature.Header] =
                PagerDutySignature.Make(Encoding.UTF8.GetBytes(Services.CallbackKey), Encoding.UTF8.GetBytes(body)),
        });
    }

    /// <summary>Jira tells that somebody has taken an alert.</summary>
    public static string Jira(string incident, DateTimeOffset at)
    {
        var body = new JsonObject
        {
            ["action"] = "Acknowledge",
            ["source"] = new JsonObject { ["name"] = "", ["type"] = "web" },
            ["alert"] = new JsonObject
            {
                ["alias"] = incident,
                ["username"] = "grace",
                ["updatedAt"] = at.ToUnixTimeMilliseconds() * 1_000_000,
            },
        }.ToJsonString();
        return Http("/jira", body, new JsonObject
        {
            ["content-type"] = "application/json",
            ["authorization"] = $"Bearer {Services.WebhookToken}",
        });
    }

    private static string KeyId() =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Services.LinkKey)), 0, 4);

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Sign(string version, string key, string time, string body) =>
        BodySignature.Make(version, Encoding.UTF8.GetBytes(key), time, Encoding.UTF8.GetBytes(body));

    private static string Http(string path, string body, JsonObject headers) => new JsonObject
    {
        ["version"] = "2.0",
        ["routeKey"] = $"POST {path}",
        ["rawPath"] = path,
        ["rawQueryString"] = "",
        ["headers"] = headers,
        ["requestContext"] = new JsonObject
        {
            ["accountId"] = "123456789012",
            ["http"] = new JsonObject { ["method"] = "POST", ["path"] = path, ["protocol"] = "HTTP/1.1", ["sourceIp"] = "192.0.2.1" },
            ["requestId"] = "id",
            ["timeEpoch"] = 1777896000000,
        },
        ["body"] = body,
        ["isBase64Encoded"] = false,
    }.ToJsonString();
}
