using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Notifications.Text;

namespace ContactCenter.Core.Notifications.Teams;

/// <summary>What every card has: the envelope that a Workflows webhook takes, and text in which no Markdown is read.</summary>
internal static class TeamsCard
{
    /// <summary>The body to post.</summary>
    /// <param name="title">What is shown where no card can be.</param>
    /// <param name="body">The card's elements.</param>
    /// <param name="actions">Its buttons; none: it has none.</param>
    public static JsonObject Envelope(string title, IEnumerable<JsonNode> body, params JsonNode[] actions)
    {
        var card = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.2",
            ["fallbackText"] = MarkdownText.Line(title, 200),
            ["body"] = new JsonArray([.. body]),
            ["msteams"] = new JsonObject { ["width"] = "full" },
        };
        if (actions.Length > 0)
        {
            card["actions"] = new JsonArray(actions);
        }

        return new JsonObject
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.card.adaptive",
                ["contentUrl"] = null,
                ["content"] = card,
            }),
        };
    }

    /// <summary>A paragraph.</summary>
    public static JsonObject Text(
        string text, int maximumLength, string size = "Default", bool bold = false, string color = "Default") => new()
        {
            ["type"] = "RichTextBlock",
            ["inlines"] = new JsonArray(new JsonObject
            {
                ["type"] = "TextRun",
                ["text"] = CleanText.Line(text, maximumLength),
                ["size"] = size,
                ["weight"] = bold ? "Bolder" : "Default",
                ["color"] = color,
            }),
        };
}
