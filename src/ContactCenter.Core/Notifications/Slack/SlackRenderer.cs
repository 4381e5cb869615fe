using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Slack;

/// <summary>
/// Words a message for Slack. The whole message stands once in a channel, with buttons, and is brought up to date in place; what
/// people must notice is said as a short reply in its thread, because a change in place rings no bell.
/// </summary>
public static class SlackRenderer
{
    /// <summary>The whole message: <c>text</c> (what notifications and screen readers show) and <c>blocks</c>.</summary>
    /// <param name="message">What to tell.</param>
    /// <param name="dashboard">Where to look, or null.</param>
    /// <param name="mentions">Ids of the users or user groups that are called, where the message is worth it; null: nobody.</param>
    public static JsonObject Whole(IncidentMessage message, Uri? dashboard, IReadOnlyList<string>? mentions = null)
    {
        var blocks = new List<JsonNode> { SlackBlocks.Header(Headline(message)) };
        blocks.AddRange(Called(message, mentions));
        if (!string.IsNullOrWhiteSpace(message.Remark))
        {
            blocks.Add(SlackBlocks.Section(message.Remark));
        }

        blocks.Add(SlackBlocks.Section(message.Description));
        blocks.Add(SlackBlocks.Fields(MessageFacts.Of(message)));
        if (MessageFacts.Reasons(message) is { Count: > 0 } reasons)
        {
            blocks.Add(SlackBlocks.Section($"{message.Say(Sentences.WhySeverity)}:\n"
                + string.Join('\n', reasons.Select(reason => $"• {CleanText.Line(reason, 400)}"))));
        }

        blocks.AddRange(Buttons(message, dashboard));
        blocks.AddRange(Asked(message));
        var expected = message.AsksVerdict || OccasionText.Expectation(message) is not { } expectation ? "" : $" · {expectation}";
        blocks.Add(SlackBlocks.Context($"{message.Say(Sentences.LabelIncident)} {message.IncidentId}{expected}"));
        return Message(message, blocks);
    }

    /// <summary>A reply in the thread of the whole message.</summary>
    /// <param name="message">What to tell.</param>
    /// <param name="mentions">Ids of the users or user groups that are called, where the message is worth it; null: nobody.</param>
    /// <param name="isAlone">True where the whole message cannot be brought up to date, so that the reply asks what it would ask.</param>
    public static JsonObject Reply(IncidentMessage message, IReadOnlyList<string>? mentions = null, bool isAlone = false)
    {
        string?[] lines =
        [
            Headline(message),
            string.IsNullOrWhiteSpace(message.Remark) ? null : message.Remark,
            MessageFacts.Owner(message) is { } owner ? $"{message.Say(Sentences.LabelOwner)}: {owner}" : null,
        ];
        return Message(
            message,
            [
                SlackBlocks.Section(string.Join('\n', lines.OfType<string>())),
                .. Called(message, mentions),
                .. isAlone ? Asked(message) : [],
            ]);
    }

    /// <summary>What it was can be said with a button, in one word; a command says it with a note.</summary>
    private static IEnumerable<JsonNode> Asked(IncidentMessage message) => !message.AsksVerdict ? [] :
    [
        SlackBlocks.Section(message.Say(Sentences.PleaseJudgeInSlack(message.IncidentId))),
        SlackBlocks.Actions("verdict", Enum.GetValues<VerdictKind>().Select(kind => SlackBlocks.Button(
            SlackAction.Name(kind), message.Say(OfferedActions.Label(kind)), message.IncidentId))),
    ];

    /// <summary>A phone rings for what is worth waking somebody: a P1 or P2 that nobody has taken.</summary>
    private static IEnumerable<JsonNode> Called(IncidentMessage message, IReadOnlyList<string>? mentions) =>
        mentions is { Count: > 0 } && message is { State: IncidentState.Open, Severity: Severity.P1 or Severity.P2 }
            ? [SlackBlocks.Mention(mentions)]
            : [];

    private static JsonObject Message(IncidentMessage message, List<JsonNode> blocks) => new()
    {
        ["text"] = SlackText.Line(Headline(message), 500),
        ["blocks"] = new JsonArray([.. blocks]),
    };

    private static IEnumerable<JsonObject> Buttons(IncidentMessage message, Uri? dashboard)
    {
        var buttons = OfferedActions.For(message).Select(action => Button(action, message)).ToList();
        buttons.AddRange(MessageFacts.Links(message).Select(static link =>
            SlackBlocks.LinkButton(SlackAction.Link(link.Name), link.Label, link.Address)));

        if (dashboard is not null)
        {
            buttons.Add(SlackBlocks.LinkButton(SlackAction.Dashboard, message.Say(Sentences.LabelDashboard), dashboard));
        }

        return buttons.Count == 0 ? [] : [SlackBlocks.Actions("incident", buttons)];
    }

    private static JsonObject Button(PersonAction action, IncidentMessage message)
    {
        var button = SlackBlocks.Button(SlackAction.Name(action), message.Say(OfferedActions.Label(action)), message.IncidentId);
        switch (action)
        {
            case PersonAction.Acknowledge:
                button["style"] = "primary";
                break;
            case PersonAction.Approve:
                button["confirm"] = SlackBlocks.Confirmation(
                    message.Say(Sentences.ConfirmApprove),
                    message.Repair ?? message.Subject,
                    message.Say(Sentences.Approve),
                    message.Say(Sentences.NotNow));
                break;
            case PersonAction.Resolve:
                button["style"] = "danger";
                button["confirm"] = SlackBlocks.Confirmation(
                    message.Say(Sentences.ConfirmResolve),
                    message.Say(Sentences.EverybodyIsTold(message.Subject)),
                    message.Say(Sentences.ButtonResolve),
                    message.Say(Sentences.NotNow));
                break;
        }

        return button;
    }

    private static string Headline(IncidentMessage message) => MessageFacts.Title(message, $"{Sign(message)} ");

    /// <summary>A coloured sign for the severity, which is seen before anything is read; green once it is calm.</summary>
    private static string Sign(IncidentMessage message) => (message.State, message.Severity) switch
    {
        (IncidentState.Mitigated or IncidentState.Resolved, _) => "🟢",
        (_, Severity.P1) => "🔴",
        (_, Severity.P2) => "🟠",
        (_, Severity.P3) => "🟡",
        _ => "🔵",
    };
}
