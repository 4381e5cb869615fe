using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Core.Tests.Notifications.Answers;

/// <summary>Webhooks of PagerDuty and Jira: what was recorded, with the incident, the person and the time of a test.</summary>
internal static class ToolEvents
{
    public const string Key = "a signing secret of a subscription";
    public const string Token = "a-token-of-more-than-thirty-two-characters";

    /// <summary>Somebody, or something, did something to an incident in PagerDuty.</summary>
    public static JsonObject PagerDuty(
        string type, string? incidentId, DateTimeOffset at, string agent = "user_reference", string id = "01EXAMPLEEVENT00000000001")
    {
        var body = Recorded("26-pagerduty-webhook-acknowledged");
        body.Remove("_headers");
        var told = body["event"]!;
        told["id"] = id;
        told["event_type"] = type;
        told["occurred_at"] = at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        told["agent"]!["type"] = agent;
        told["data"]!["incident_key"] = incidentId;
        return body;
    }

    /// <summary>Somebody wrote a note in PagerDuty, which names its own name of the incident alone.</summary>
    public static JsonObject Note(DateTimeOffset at)
    {
        var body = Recorded("pagerduty-webhook-annotated");
        body["event"]!["occurred_at"] = at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        return body;
    }

    public static AnswerRequest Signed(JsonObject body, string? signatures = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        return Request(bytes, PagerDutySignature.Header, signatures ?? PagerDutySignature.Make(Encoding.UTF8.GetBytes(Key), bytes));
    }

    /// <summary>Somebody, or something, did something to an alert in Jira.</summary>
    public static JsonObject Jira(
        string action, string? alias, DateTimeOffset at, string user = "alex@example.com", string source = "web", string? note = null)
    {
        var body = Recorded("jira-webhook-acknowledge");
        body["action"] = action;
        body["source"]!["type"] = source;
        body["alert"]!["alias"] = alias;
        body["alert"]!["username"] = user;
        body["alert"]!["updatedAt"] = at.ToUnixTimeMilliseconds() * 1_000_000;
        if (note is not null)
        {
            body["alert"]!["note"] = note;
        }

        return body;
    }

    public static AnswerRequest Posted(JsonObject body, string? token = Token) => Request(
        Encoding.UTF8.GetBytes(body.ToJsonString()), "authorization", token is null ? null : $"Bearer {token}");

    private static JsonObject Recorded(string name) =>
        JsonNode.Parse(File.ReadAllText(Repository.File("test", "Recorded", "events", $"{name}.json")))!.AsObject();

    private static AnswerRequest Request(byte[] body, string header, string? value) => new()
    {
        Method = "POST",
        Headers = value is null
            ? new Dictionary<string, string> { ["content-type"] = "application/json" }
            : new Dictionary<string, string> { ["content-type"] = "application/json", [header] = value },
        Body = body,
    };
}
