using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Notifications.Slack;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Notifications.Sending;

/// <summary>
/// Slack, with a bot token or an incoming webhook, whichever the secret has: <c>{"botToken": …}</c> or <c>{"webhookUrl": …}</c>.
/// </summary>
internal sealed class SlackChannel(
    HttpSender http, ISecretSource secrets, INotebook notebook, NotificationOptions options, TimeProvider clock) : INotificationChannel
{
    public async ValueTask<string?> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        var secret = await secrets.OfAsync(endpoint, cancellationToken);
        var note = SlackThread.NoteName(effect.IncidentId, endpoint.To);
        var thread = SlackThread.Parse(await notebook.FindAsync(note, cancellationToken));
        if (secret.Field("botToken") is not { } token)
        {
            await PostToWebhookAsync(secret, Plan(thread, hasToken: false), cancellationToken);
            return null;
        }

        var api = new SlackApi(http, options.SlackApi, token);
        if (!await TryTellAsync(thread) && !effect.IsAmendment)
        {
            // the message is gone, so a new one takes its place
            _ = await TryTellAsync(null);
        }

        return null;

        async ValueTask<bool> TryTellAsync(SlackThread? where)
        {
            foreach (var call in Plan(where, hasToken: true))
            {
                var reply = await api.CallAsync(call, cancellationToken);
                if (reply.IsGone && where is not null)
                {
                    return false;
                }

                reply.ThrowUnlessOk();
                if (call.StartsThread && reply.Thread is { } started)
                {
                    await notebook.SetAsync(note, started.ToString(), clock.GetUtcNow() + SlackThread.RememberFor, cancellationToken);
                }
            }

            return true;
        }

        IReadOnlyList<SlackCall> Plan(SlackThread? where, bool hasToken) =>
            SlackPlan.For(effect.Message, endpoint.To, where, hasToken, options.Dashboard, endpoint.Mention, effect.IsAmendment);
    }

    private async ValueTask PostToWebhookAsync(Secret secret, IReadOnlyList<SlackCall> calls, CancellationToken cancellationToken)
    {
        foreach (var call in calls)
        {
            var reply = await http.SendAsync(
                HttpMethod.Post, http.Address(secret.FieldOrText("webhookUrl")), JsonText.Bytes(call.Body), [], cancellationToken);
            if (reply.Body.Trim() != "ok")
            {
                throw new ChannelException(Sentences.SlackNotOk, isPassing: true);
            }
        }
    }
}
