using System.Collections.Immutable;
using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Slack;
using ContactCenter.Core.Notifications.Text;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>A click on a button in a Slack message.</summary>
/// <param name="Action">Name of the button.</param>
/// <param name="IncidentId">What the button carries.</param>
/// <param name="UserId">Who clicked, as Slack knows the person.</param>
/// <param name="Person">Who clicked, for the timeline.</param>
/// <param name="ResponseUrl">Where the message can be changed for half an hour, or null.</param>
/// <param name="Places">Where the message stands, by name and by id of its channel; empty when that is not said.</param>
internal sealed record SlackClick(
    string Action, string IncidentId, string UserId, string Person, Uri? ResponseUrl,
    ImmutableArray<(string Channel, SlackThread Thread)> Places)
{
    private const string ResponseHost = "hooks.slack.com";

    /// <summary>Reads the <c>payload</c> of a <c>block_actions</c> interaction; null when it is none.</summary>
    public static SlackClick? Read(string payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            var root = document.RootElement;
            if (root.Text("type") != "block_actions"
                || root.Member("actions") is not { ValueKind: JsonValueKind.Array } actions
                || actions.EnumerateArray().FirstOrDefault() is not { ValueKind: JsonValueKind.Object } clicked
                || root.Member("user") is not { } user
                || user.Text("id") is not { Length: > 0 and <= 32 } userId)
            {
                return null;
            }

            return new SlackClick(
                clicked.Text("action_id") ?? "",
                clicked.Text("value") ?? "",
                userId,
                SlackPerson.Of(user.Text("username") ?? user.Text("name"), userId),
                WebAddress.Https(root.Text("response_url")) is { Host: ResponseHost } address ? address : null,
                PlacesOf(root));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The message itself is left out of some clicks; its container names it as well.</summary>
    private static ImmutableArray<(string Channel, SlackThread Thread)> PlacesOf(JsonElement root)
    {
        var channel = root.Member("channel");
        var time = root.Member("message")?.Text("ts") ?? root.Member("container")?.Text("message_ts");
        return SlackThread.Parse($"{channel?.Text("id")} {time}") is not { } thread ? []
            : channel?.Text("name") is { Length: > 0 and <= 100 } name ? [(name, thread), (thread.Channel, thread)]
            : [(thread.Channel, thread)];
    }

    /// <summary>What the click does at a time; null when the button is not one of ours that acts.</summary>
    public PersonActed? Acted(DateTimeOffset now) => SlackAction.Find(Action) switch
    {
        null => SlackAction.FindVerdict(Action) is { } kind ? new PersonActed(PersonAction.Judge, Person) { Verdict = kind } : null,
        PersonAction.Snooze => new PersonActed(PersonAction.Snooze, Person) { Until = now + OfferedActions.Pause },
        { } action => new PersonActed(action, Person),
    };
}
