using System.Text.Json.Nodes;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Core.Notifications.Slack;

/// <summary>
/// Which calls tell a message. With a bot token: the first message is posted, later ones change it in place and are said in its
/// thread, also in the channel when people must act. With a webhook, which cannot change anything and does not tell where its
/// message stands: a reply where a click has told us the thread, a whole message otherwise.
/// </summary>
public static class SlackPlan
{
    /// <summary>The calls, in order.</summary>
    /// <param name="message">What to tell.</param>
    /// <param name="channel">Name or id of the channel.</param>
    /// <param name="thread">Where the whole message stands, or null when there is none yet.</param>
    /// <param name="hasToken">True with a bot token.</param>
    /// <param name="dashboard">Where to look, or null.</param>
    /// <param name="mentions">Ids of the users or user groups on call, or null.</param>
    /// <param name="isAmendment">True when the whole message is changed and nothing is said besides.</param>
    public static IReadOnlyList<SlackCall> For(
        IncidentMessage message, string channel, SlackThread? thread, bool hasToken, Uri? dashboard, IReadOnlyList<string>? mentions = null,
        bool isAmendment = false)
    {
        if (isAmendment && (!hasToken || thread is null))
        {
            return [];
        }

        if (!hasToken)
        {
            return [Webhook(message, thread, dashboard, mentions)];
        }

        if (thread is null)
        {
            var post = SlackRenderer.Whole(message, dashboard, mentions);
            post["channel"] = channel;
            return [new SlackCall("chat.postMessage", post) { StartsThread = true }];
        }

        // the change in place comes first: when the second call fails both are repeated, and nobody notices a change that was made twice
        var update = SlackRenderer.Whole(message, dashboard);
        update["channel"] = thread.Channel;
        update["ts"] = thread.Timestamp;
        if (isAmendment)
        {
            return [new SlackCall("chat.update", update)];
        }

        var reply = SlackRenderer.Reply(message, mentions);
        reply["channel"] = thread.Channel;
        reply["thread_ts"] = thread.Timestamp;
        reply["reply_broadcast"] = message.State is IncidentState.Open;
        return [new SlackCall("chat.update", update), new SlackCall("chat.postMessage", reply)];
    }

    private static SlackCall Webhook(IncidentMessage message, SlackThread? thread, Uri? dashboard, IReadOnlyList<string>? mentions)
    {
        if (thread is null)
        {
            return new SlackCall(null, SlackRenderer.Whole(message, dashboard, mentions));
        }

        var reply = SlackRenderer.Reply(message, mentions, isAlone: true);
        reply["thread_ts"] = thread.Timestamp;
        return new SlackCall(null, reply);
    }
}

/// <summary>One call to Slack.</summary>
/// <param name="Method"><c>chat.postMessage</c> or <c>chat.update</c>; null: the incoming webhook.</param>
/// <param name="Body">The JSON body.</param>
public sealed record SlackCall(string? Method, JsonObject Body)
{
    /// <summary>True when the answer names the message that later calls bring up to date.</summary>
    public bool StartsThread { get; init; }
}
