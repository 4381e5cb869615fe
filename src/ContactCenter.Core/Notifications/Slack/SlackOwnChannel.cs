using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Slack;

/// <summary>
/// The channel of its own that a P1 gets where an endpoint asks for it. Its name holds the incident's id, so whoever makes it a second
/// time, after a crash, is told that the name is taken and knows that it is this one. It is kept when the incident is over: what was said
/// in it is what the review is written from; people archive it.
/// </summary>
public static class SlackOwnChannel
{
    /// <summary>Characters in the name of a channel (docs.slack.dev, "conversations.create").</summary>
    public const int MaximumName = 80;

    /// <summary>Characters in a topic (docs.slack.dev, "conversations.setTopic", error <c>too_long</c>).</summary>
    public const int MaximumTopic = 250;

    /// <summary>Slack's error for a channel that is there.</summary>
    public const string NameTaken = "name_taken";

    /// <summary>Slack's error for a user who is in the channel.</summary>
    public const string AlreadyIn = "already_in_channel";

    /// <summary>Whether a message is worth a channel of its own: a P1 that is not over.</summary>
    public static bool IsWanted(IncidentMessage message) =>
        message is { Severity: Severity.P1, State: IncidentState.Open or IncidentState.Acknowledged };

    /// <summary>Its name: lower-case letters, digits and hyphens, the same whoever reads.</summary>
    public static string Name(IncidentMessage message)
    {
        var name = new StringBuilder("inc-").Append(message.IncidentId.ToLowerInvariant());
        var isGap = true;
        foreach (var letter in AsciiText.Line(message.Resource, MaximumName).ToLowerInvariant())
        {
            if (!char.IsAsciiLetterOrDigit(letter))
            {
                isGap = true;
                continue;
            }

            if (name.Length + (isGap ? 2 : 1) > MaximumName)
            {
                break;
            }

            _ = isGap ? name.Append('-').Append(letter) : name.Append(letter);
            isGap = false;
        }

        return name.ToString();
    }

    /// <summary>Makes it.</summary>
    public static SlackCall Create(string name) => new("conversations.create", new JsonObject { ["name"] = name });

    /// <summary>Invites people into it; who cannot be invited keeps none of the others out.</summary>
    /// <param name="channel">Its id.</param>
    /// <param name="users">Ids of users, one at least.</param>
    public static SlackCall Invite(string channel, IEnumerable<string> users) => new(
        "conversations.invite", new JsonObject { ["channel"] = channel, ["users"] = string.Join(',', users), ["force"] = true });

    /// <summary>Says at its head what it is about, and that it is over once it is.</summary>
    /// <param name="channel">Its id.</param>
    /// <param name="message">What is told.</param>
    public static SlackCall Topic(string channel, IncidentMessage message) => new(
        "conversations.setTopic",
        new JsonObject
        {
            ["channel"] = channel,
            ["topic"] = SlackText.Line($"{MessageFacts.Title(message)} ({message.IncidentId})", MaximumTopic),
        });

    /// <summary>Says in the thread of the incident where its channel is.</summary>
    /// <param name="message">What is told.</param>
    /// <param name="thread">Where the incident is told.</param>
    /// <param name="channel">The channel's id.</param>
    public static SlackCall Announcement(IncidentMessage message, SlackThread thread, string channel) => new(
        "chat.postMessage",
        new JsonObject
        {
            ["channel"] = thread.Channel,
            ["thread_ts"] = thread.Timestamp,
            ["text"] = SlackText.Line(message.Say(Sentences.SlackOwnChannel), 500),
            ["blocks"] = new JsonArray(
                SlackBlocks.Section(message.Say(Sentences.SlackOwnChannel)), SlackBlocks.ChannelLink(channel)),
        });
}
