using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Notifications.Answers;

namespace ContactCenter.Embedded.Calls;

/// <summary>Requests of people as API Gateway passes them on (payload 2.0).</summary>
public static class HttpEvent
{
    /// <summary>Somebody presses the button behind a signed link.</summary>
    public static byte[] Press(Uri link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return Request(
            "POST", link.AbsolutePath, "", new JsonObject { ["content-type"] = "application/x-www-form-urlencoded" }, link.Query);
    }

    /// <summary>Somebody clicks a button in Slack.</summary>
    /// <param name="incidentId">What the button carries.</param>
    /// <param name="action">Name of the button.</param>
    /// <param name="person">Who clicks.</param>
    /// <param name="signingSecret">The secret of the Slack app.</param>
    /// <param name="at">When.</param>
    public static byte[] Click(string incidentId, string action, string person, ReadOnlySpan<byte> signingSecret, DateTimeOffset at)
    {
        var payload = new JsonObject
        {
            ["type"] = "block_actions",
            ["user"] = new JsonObject { ["id"] = $"U{Fingerprint.Of(person)}", ["username"] = person },
            ["actions"] = new JsonArray(new JsonObject { ["action_id"] = action, ["value"] = incidentId }),
            ["response_url"] = "https://hooks.slack.com/actions/T0SIMULATED/1/x",
        };
        var body = $"payload={Uri.EscapeDataString(payload.ToJsonString())}";
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var headers = new JsonObject
        {
            ["content-type"] = "application/x-www-form-urlencoded",
            ["x-slack-request-timestamp"] = time,
            ["x-slack-signature"] = BodySignature.Make(BodySignature.SlackVersion, signingSecret, time, Encoding.UTF8.GetBytes(body)),
        };
        return Request("POST", "/slack", body, headers);
    }

    private static byte[] Request(string method, string path, string body, JsonObject headers, string query = "")
    {
        var request = new JsonObject
        {
            ["version"] = "2.0",
            ["rawPath"] = path,
            ["rawQueryString"] = query.TrimStart('?'),
            ["headers"] = headers,
            ["requestContext"] = new JsonObject { ["http"] = new JsonObject { ["method"] = method, ["path"] = path } },
            ["body"] = body,
            ["isBase64Encoded"] = false,
        };
        return JsonSerializer.SerializeToUtf8Bytes<JsonNode>(request, CallsJson.Default.JsonNode);
    }
}
