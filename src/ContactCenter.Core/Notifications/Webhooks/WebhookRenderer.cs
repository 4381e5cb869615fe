using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Core.Notifications.Webhooks;

/// <summary>
/// A message as JSON for tools: every field by name, times in UTC, nothing worded for people alone. Texts are bounded and clean, but
/// not encoded for any markup: what shows them must encode them.
/// </summary>
public static class WebhookRenderer
{
    /// <summary>Version of the document; a field is added without a new version, and none changes its meaning without one.</summary>
    public const int Version = 1;

    /// <summary>Largest body, in bytes.</summary>
    public const int MaximumBytes = 64 * 1024;

    private const int MaximumText = 1000;
    private const int MaximumReasons = 20;

    /// <summary>What is posted to an endpoint: the document, or the template that it has, filled with it.</summary>
    /// <param name="effect">What to tell.</param>
    /// <param name="endpoint">Whom.</param>
    /// <param name="secret">A field of the endpoint's secret; throws where there is none.</param>
    public static byte[] Body(NotifyEffect effect, Endpoint endpoint, Func<string, string> secret) => endpoint.Body is null
        ? JsonText.Bytes(Render(effect))
        : WebhookTemplate.Fill(endpoint, Render(effect), secret);

    /// <summary>The document.</summary>
    public static JsonObject Render(NotifyEffect effect)
    {
        var message = effect.Message;
        return new JsonObject
        {
            ["version"] = Version,
            ["id"] = effect.Id,
            ["occasion"] = message.Occasion.ToString(),
            ["incident"] = message.IncidentId,
            ["severity"] = message.Severity.ToString(),
            ["state"] = message.State.ToString(),
            ["subject"] = CleanText.Line(message.Subject, MaximumText),
            ["symptom"] = CleanText.Line(message.Symptom, MaximumText),
            ["description"] = CleanText.Line(message.Description, MaximumText),
            ["reasons"] = new JsonArray(
            [
                .. message.Reasons.Take(MaximumReasons).Select(reason => (JsonNode)CleanText.Line(reason, MaximumText))
            ]),
            ["remark"] = message.Remark is { } remark ? CleanText.Line(remark, MaximumText) : null,
            ["repair"] = message.Repair is { } repair ? CleanText.Line(repair, MaximumText) : null,
            ["acknowledgedBy"] = message.AcknowledgedBy is { } who ? CleanText.Line(who, 200) : null,
            ["owner"] = message.Owner is { } owner ? CleanText.Line(owner, 200) : null,
            ["scope"] = CleanText.Line(message.Scope, MaximumText),
            ["runbook"] = WebAddress.Https(message.RunbookUrl)?.AbsoluteUri,
            ["alarms"] = message.Alarms,
            ["changes"] = message.Changes,
            ["openedAt"] = Time(message.OpenedAt),
            ["at"] = Time(message.At),
            ["audience"] = CleanText.Line(effect.Audience, MaximumText),
            ["exercise"] = message.Exercise is not null,
        };
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
