using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Api;
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

    /// <summary>Somebody calls the API with a token that the gateway has verified.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path behind <c>/api/v1</c>.</param>
    /// <param name="body">The body; null: none.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="at">When; the token is valid for an hour.</param>
    /// <param name="key">The idempotency key; null: none.</param>
    /// <param name="seen">The version that was seen; null: whatever it is.</param>
    public static byte[] Call(
        string method, string path, JsonObject? body, HttpCaller caller, DateTimeOffset at, string? key = null, long? seen = null)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var headers = body is null ? new JsonObject() : new JsonObject { ["content-type"] = "application/json" };
        if (key is not null)
        {
            headers["idempotency-key"] = key;
        }

        if (seen is { } version)
        {
            headers["if-match"] = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
        }

        var claims = new JsonObject
        {
            ["iss"] = caller.Issuer,
            ["aud"] = caller.Audience,
            ["sub"] = caller.Email,
            ["exp"] = at.AddHours(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["email"] = caller.Email,
            ["email_verified"] = "true",
            ["cognito:groups"] = $"[{caller.Group}]",
        };
        return Request(
            method, $"{ApiDesk.Base}{path}", body?.ToJsonString() ?? "", headers,
            authorizer: new JsonObject { ["jwt"] = new JsonObject { ["claims"] = claims, ["scopes"] = null } });
    }

    private static byte[] Request(
        string method, string path, string body, JsonObject headers, string query = "", JsonObject? authorizer = null)
    {
        var context = new JsonObject { ["http"] = new JsonObject { ["method"] = method, ["path"] = path } };
        if (authorizer is not null)
        {
            context["authorizer"] = authorizer;
        }

        var request = new JsonObject
        {
            ["version"] = "2.0",
            ["rawPath"] = path,
            ["rawQueryString"] = query.TrimStart('?'),
            ["headers"] = headers,
            ["requestContext"] = context,
            ["body"] = body,
            ["isBase64Encoded"] = false,
        };
        return JsonSerializer.SerializeToUtf8Bytes<JsonNode>(request, CallsJson.Default.JsonNode);
    }
}

/// <summary>Who calls the API, as a token says it.</summary>
/// <param name="Issuer">Who issued the token.</param>
/// <param name="Audience">For whom.</param>
/// <param name="Email">The verified address, by which acts name their author.</param>
/// <param name="Group">The group, from which the role follows.</param>
public sealed record HttpCaller(string Issuer, string Audience, string Email, string Group);
