using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.PagerDuty;

/// <summary>
/// Words a message as an event of PagerDuty's Events API v2. The incident's id is the <c>dedup_key</c>: a trigger that comes again, or
/// tells more, goes to the same alert and pages nobody anew, and what acknowledges or resolves finds it.
/// </summary>
public static class PagerDutyRenderer
{
    /// <summary>What the other side knows us by.</summary>
    public const string Client = "ContactCenterServerless";

    /// <summary>Characters in a summary; more are cut there.</summary>
    public const int MaximumSummary = 1024;

    /// <summary>Bytes of an event; a larger one is refused.</summary>
    public const int MaximumBytes = 512_000;

    /// <summary>Characters in a <c>dedup_key</c>; the id of an incident has at most 32.</summary>
    public const int MaximumKey = 255;

    private const int MaximumText = 1000;
    private const int MaximumReasons = 20;

    /// <summary>The event to send, or null when there is none: that alarms are quiet is not known there before it is over.</summary>
    /// <param name="effect">What to tell.</param>
    /// <param name="routingKey">Key of the integration of the service.</param>
    /// <param name="dashboard">Address of the dashboard, or null.</param>
    public static JsonObject? Render(NotifyEffect effect, string routingKey, Uri? dashboard)
    {
        var message = effect.Message;
        return (message.State, message.Occasion) switch
        {
            (IncidentState.Resolved, _) => Event("resolve"),
            (_, Occasion.Acknowledged) => Event("acknowledge"),

            // a trigger would open it once more where somebody, or the service's own time limit, has ended it there
            (IncidentState.Mitigated, _) => null,
            _ => Trigger(Event("trigger"), message, dashboard),
        };

        JsonObject Event(string action) => new()
        {
            ["routing_key"] = routingKey,
            ["event_action"] = action,
            ["dedup_key"] = effect.IncidentId,
        };
    }

    private static JsonObject Trigger(JsonObject body, IncidentMessage message, Uri? dashboard)
    {
        body["payload"] = new JsonObject
        {
            ["summary"] = CleanText.Line(MessageFacts.Title(message), MaximumSummary),
            ["source"] = CleanText.Line(message.Scope, MaximumText),
            ["severity"] = Word(message.Severity),
            ["timestamp"] = message.OpenedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            ["component"] = CleanText.Line(message.Subject, MaximumText),
            ["class"] = CleanText.Line(message.Symptom, MaximumText),
            ["custom_details"] = Details(message),
        };
        body["links"] = new JsonArray([.. MessageFacts.Links(message).Select(static link =>
            (JsonNode)new JsonObject { ["href"] = link.Address.AbsoluteUri, ["text"] = link.Label })]);
        if (dashboard is not null)
        {
            body["client"] = Client;
            body["client_url"] = dashboard.AbsoluteUri;
        }

        return body;
    }

    /// <summary>In the words and the order in which every channel shows them.</summary>
    private static JsonObject Details(IncidentMessage message)
    {
        (string Label, string? Value)[] told =
        [
            (message.Say(Sentences.LabelRemark), message.Remark),
            (message.Say(Sentences.LabelDescription), message.Description),
            (message.Say(Sentences.WhySeverity), string.Join(" ", MessageFacts.Reasons(message).Take(MaximumReasons))),
            .. MessageFacts.Of(message).Select(static fact => (fact.Label, (string?)fact.Value)),
            (message.Say(Sentences.LabelIncident), message.IncidentId),
            (message.Say(Sentences.LabelExpected), OccasionText.Expectation(message)),
        ];
        var details = new JsonObject();
        foreach (var (label, value) in told.Where(static one => !string.IsNullOrWhiteSpace(one.Value)))
        {
            details[label] = CleanText.Line(value, MaximumText);
        }

        return details;
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.P1 => "critical",
        Severity.P2 => "error",
        Severity.P3 => "warning",
        _ => "info",
    };
}
