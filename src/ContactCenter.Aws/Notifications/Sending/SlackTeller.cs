using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Notifications.Slack;

namespace ContactCenter.Aws.Notifications.Sending;

/// <summary>Tells an incident with a bot token: where its message stands is remembered, so that it is changed in place.</summary>
internal sealed class SlackTeller(SlackApi api, INotebook notebook, TimeProvider clock)
{
    /// <summary>Tells a message in one channel.</summary>
    /// <param name="effect">What.</param>
    /// <param name="known">Under which name of the channel the place is remembered.</param>
    /// <param name="channel">Name or id of the channel.</param>
    /// <param name="plan">The calls, by where the message stands.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Where the message stands now, or null when there is none.</returns>
    public async ValueTask<SlackThread?> TellAsync(
        NotifyEffect effect,
        string known,
        string channel,
        Func<SlackThread?, IReadOnlyList<SlackCall>> plan,
        CancellationToken cancellationToken)
    {
        var note = SlackThread.NoteName(effect.IncidentId, known);
        var thread = SlackThread.Parse(await notebook.FindAsync(note, cancellationToken));
        if (!await TryTellAsync(thread) && !effect.IsAmendment)
        {
            // the message is gone, so a new one takes its place
            _ = await TryTellAsync(null);
        }

        return thread;

        async ValueTask<bool> TryTellAsync(SlackThread? where)
        {
            foreach (var call in plan(where))
            {
                if (call.StartsThread)
                {
                    call.Body["channel"] = channel;
                }

                var reply = await api.CallAsync(call, cancellationToken);
                if (reply.IsGone && where is not null)
                {
                    return false;
                }

                reply.ThrowUnlessOk();
                if (call.StartsThread && reply.Thread is { } started)
                {
                    thread = started;
                    await notebook.SetAsync(note, started.ToString(), clock.GetUtcNow() + SlackThread.RememberFor, cancellationToken);
                }
            }

            return true;
        }
    }

    /// <summary>
    /// Tells a message in the channel of the incident's own, which is made for the first message that is worth one. A channel that is there
    /// already was made by an attempt that died before it could write that down.
    /// </summary>
    /// <param name="effect">What.</param>
    /// <param name="users">Ids of users who are invited.</param>
    /// <param name="told">Where the incident is told besides, or null.</param>
    /// <param name="plan">The calls, by the name of the channel and where the message stands in it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask TellOwnAsync(
        NotifyEffect effect,
        IReadOnlyList<string> users,
        SlackThread? told,
        Func<string, SlackThread?, IReadOnlyList<SlackCall>> plan,
        CancellationToken cancellationToken)
    {
        var name = SlackOwnChannel.Name(effect.Message);
        var thread = SlackThread.Parse(
            await notebook.FindAsync(SlackThread.NoteName(effect.IncidentId, name), cancellationToken));
        if (thread is null && (effect.IsAmendment || !SlackOwnChannel.IsWanted(effect.Message)))
        {
            return;
        }

        var channel = thread?.Channel ?? await MakeAsync(name, cancellationToken);
        var stands = await TellAsync(effect, name, channel, where => plan(name, where), cancellationToken);
        if (stands is null)
        {
            return;
        }

        if (thread is null && users.Count > 0)
        {
            await CallAsync(SlackOwnChannel.Invite(stands.Channel, users), cancellationToken, SlackOwnChannel.AlreadyIn);
        }

        if (thread is null || effect.Message.State is IncidentState.Resolved)
        {
            await CallAsync(SlackOwnChannel.Topic(stands.Channel, effect.Message), cancellationToken);
        }

        if (thread is null && told is not null)
        {
            await CallAsync(SlackOwnChannel.Announcement(effect.Message, told, stands.Channel), cancellationToken);
        }
    }

    private async ValueTask<string> MakeAsync(string name, CancellationToken cancellationToken) =>
        (await CallAsync(SlackOwnChannel.Create(name), cancellationToken, SlackOwnChannel.NameTaken)).ChannelId ?? $"#{name}";

    private async ValueTask<SlackReply> CallAsync(SlackCall call, CancellationToken cancellationToken, string? harmless = null)
    {
        var reply = await api.CallAsync(call, cancellationToken);
        if (harmless is null || reply.Error != harmless)
        {
            reply.ThrowUnlessOk();
        }

        return reply;
    }
}
