using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Teams;

/// <summary>
/// Words a message for the Workflows webhook of Microsoft Teams: an envelope around an Adaptive Card of version 1.2. Buttons open
/// signed links, because a card that came by webhook cannot submit. Texts from outside stand in text runs, in which no Markdown is
/// read (Adaptive Cards 1.2, <c>TextRun</c>); in the facts and the fallback text, which have none, Markdown is escaped.
/// </summary>
public static class TeamsRenderer
{
    /// <summary>
    /// A card is refused above 28,672 bytes of what the workflow makes of it, after whoever posted it was told that it was accepted: a
    /// request of 24,453 bytes became 28,897 (<c>test/Recorded/events/29-teams-workflow-size-exceeded.json</c>).
    /// </summary>
    public const int MaximumBytes = 20 * 1024;

    /// <summary>Most reasons that a card shows.</summary>
    private const int MaximumReasons = 6;

    /// <summary>Characters of each text where a card would be too large: a letter beyond ASCII takes six bytes.</summary>
    private static readonly int[] Shorter = [200, 80];

    /// <summary>The body to post.</summary>
    /// <param name="message">What to tell.</param>
    /// <param name="links">Signed links.</param>
    public static JsonObject Render(IncidentMessage message, ActionLinks links)
    {
        var body = Whole(message, links);
        foreach (var length in Shorter)
        {
            if (JsonText.Bytes(body).Length <= MaximumBytes)
            {
                break;
            }

            body = Whole(Cut(message, length), links);
        }

        return body;
    }

    private static IncidentMessage Cut(IncidentMessage message, int length) => message with
    {
        Subject = CleanText.Line(message.Subject, length),
        Exercise = message.Exercise is null ? null : CleanText.Line(message.Exercise, length),
        Symptom = CleanText.Line(message.Symptom, length),
        Description = CleanText.Line(message.Description, length),
        Reasons = message.Reasons.IsDefault ? message.Reasons : [.. message.Reasons.Select(reason => CleanText.Line(reason, length))],
        Scope = CleanText.Line(message.Scope, length),
        Owner = message.Owner is null ? null : CleanText.Line(message.Owner, length),
        Repair = message.Repair is null ? null : CleanText.Line(message.Repair, length),
        Remark = message.Remark is null ? null : CleanText.Line(message.Remark, length),
        Red = message.Red is null ? null : CleanText.Line(message.Red, length),
        AcknowledgedBy = message.AcknowledgedBy is null ? null : CleanText.Line(message.AcknowledgedBy, length),
        Origin = message.Origin is not { } origin ? null : origin with
        {
            Name = CleanText.Line(origin.Name, length),
            Text = origin.Text is null ? null : CleanText.Line(origin.Text, length),
        },
    };

    private static JsonObject Whole(IncidentMessage message, ActionLinks links)
    {
        var body = new List<JsonNode>
        {
            TeamsCard.Text(MessageFacts.Title(message), 200, "Large", bold: true, Color(message)),
            TeamsCard.Text(message.Description, 700),
            Facts(message),
        };
        if (!string.IsNullOrWhiteSpace(message.Remark))
        {
            body.Insert(1, TeamsCard.Text(message.Remark, 500));
        }

        if (MessageFacts.Reasons(message) is { Count: > 0 } reasons)
        {
            body.Add(TeamsCard.Text($"{message.Say(Sentences.WhySeverity)}:", 50, bold: true));
            body.AddRange(reasons.Take(MaximumReasons).Select(reason => TeamsCard.Text($"• {reason}", 300)));
        }

        if (OccasionText.Expectation(message) is { } expected)
        {
            body.Add(TeamsCard.Text(expected, 200, bold: true));
        }

        return TeamsCard.Envelope(MessageFacts.Title(message), body, [.. Actions(message, links)]);
    }

    private static JsonObject Facts(IncidentMessage message) => new()
    {
        ["type"] = "FactSet",
        ["facts"] = new JsonArray([.. MessageFacts.Of(message).Append((message.Say(Sentences.LabelIncident), message.IncidentId))
            .Select(fact => (JsonNode)new JsonObject { ["title"] = fact.Item1, ["value"] = MarkdownText.Line(fact.Item2, 250) })]),
    };

    private static IEnumerable<JsonObject> Actions(IncidentMessage message, ActionLinks links)
    {
        foreach (var (action, address) in links.Offered(message))
        {
            yield return Open(message.Say(OfferedActions.Label(action)), address);
        }

        foreach (var (_, label, address) in MessageFacts.Links(message))
        {
            yield return Open(label, address);
        }

        if (links.Dashboard is { } dashboard)
        {
            yield return Open(message.Say(Sentences.LabelDashboard), dashboard);
        }
    }

    private static JsonObject Open(string title, Uri address) => new()
    {
        ["type"] = "Action.OpenUrl",
        ["title"] = title,
        ["url"] = address.AbsoluteUri,
    };

    private static string Color(IncidentMessage message) => (message.State, message.Severity) switch
    {
        (IncidentState.Mitigated or IncidentState.Resolved, _) => "Good",
        (_, Severity.P1 or Severity.P2) => "Attention",
        (_, Severity.P3) => "Warning",
        _ => "Accent",
    };
}
