using System.Text.Json.Nodes;

namespace ContactCenter.Core.Notifications.Slack;

/// <summary>
/// Block Kit blocks. Every text but a mention is of type <c>plain_text</c>, in which Slack reads no markup, and is escaped and bounded
/// besides.
/// </summary>
internal static class SlackBlocks
{
    public static JsonObject Header(string text) =>
        new() { ["type"] = "header", ["text"] = Plain(SlackText.Line(text, SlackLimits.Header)) };

    public static JsonObject Section(string text) =>
        new() { ["type"] = "section", ["text"] = Plain(SlackText.Paragraphs(text, SlackLimits.Section / 2)) };

    /// <summary>
    /// Calls users or user groups (docs.slack.dev, "Formatting message text"): the one text in which Slack reads markup, made of ids of
    /// the configuration and of nothing else.
    /// </summary>
    public static JsonObject Mention(IEnumerable<string> ids) => new()
    {
        ["type"] = "section",
        ["text"] = new JsonObject
        {
            ["type"] = "mrkdwn",
            ["text"] = string.Join(' ', ids.Select(static id => id.StartsWith('S') ? $"<!subteam^{id}>" : $"<@{id}>")),
        },
    };

    /// <summary>Links to a channel, by the id that Slack gave it; as a mention, it holds no text from outside.</summary>
    public static JsonObject ChannelLink(string id) => new()
    {
        ["type"] = "section",
        ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = $"<#{id}>" },
    };

    public static JsonObject Fields(IEnumerable<(string Label, string Value)> facts) => new()
    {
        ["type"] = "section",
        ["fields"] = new JsonArray([.. facts.Take(SlackLimits.Fields)
            .Select(fact => (JsonNode)Plain($"{fact.Label}\n{SlackText.Line(fact.Value, SlackLimits.Field / 8)}"))]),
    };

    public static JsonObject Context(string text) => new()
    {
        ["type"] = "context",
        ["elements"] = new JsonArray(Plain(SlackText.Line(text, 300))),
    };

    public static JsonObject Actions(string blockId, IEnumerable<JsonObject> buttons) => new()
    {
        ["type"] = "actions",
        ["block_id"] = blockId,
        ["elements"] = new JsonArray([.. buttons]),
    };

    public static JsonObject Button(string actionId, string label, string value) => new()
    {
        ["type"] = "button",
        ["action_id"] = actionId,
        ["text"] = Plain(SlackText.Line(label, SlackLimits.Button)),
        ["value"] = value,
    };

    public static JsonObject LinkButton(string actionId, string label, Uri address) => new()
    {
        ["type"] = "button",
        ["action_id"] = actionId,
        ["text"] = Plain(SlackText.Line(label, SlackLimits.Button)),
        ["url"] = address.AbsoluteUri,
    };

    public static JsonObject Confirmation(string title, string text, string confirm, string deny) => new()
    {
        ["title"] = Plain(SlackText.Line(title, 100)),
        ["text"] = Plain(SlackText.Line(text, SlackLimits.Confirmation)),
        ["confirm"] = Plain(SlackText.Line(confirm, 30)),
        ["deny"] = Plain(SlackText.Line(deny, 30)),
    };

    private static JsonObject Plain(string text) =>
        new() { ["type"] = "plain_text", ["text"] = text.Length == 0 ? " " : text, ["emoji"] = false };
}
