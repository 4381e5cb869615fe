using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Notifications.Slack;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Notifications.Sending;

/// <summary>
/// Slack, with a bot token or an incoming webhook, whichever the secret has: <c>{"botToken": …}</c> or <c>{"webhookUrl": …}</c>.
/// </summary>
internal sealed class SlackChannel(
    HttpSender http,
    ISecretSource secrets,
    INotebook notebook,
    NotificationOptions options,
    Func<ValueTask<IncidentPolicy>> policyNow,
    TimeProvider clock) : INotificationChannel
{
    public async ValueTask<string?> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        var secret = await secrets.OfAsync(endpoint, cancellationToken);
        var mentions = (await policyNow()).Mentions(effect, endpoint);
        if (secret.Field("botToken") is not { } token)
        {
            var thread = SlackThread.Parse(
                await notebook.FindAsync(SlackThread.NoteName(effect.IncidentId, endpoint.To), cancellationToken));
            await PostToWebhookAsync(secret, Plan(effect, mentions, endpoint.To, thread, hasToken: false), cancellationToken);
            return null;
        }

        var teller = new SlackTeller(new SlackApi(http, options.SlackApi, token), notebook, clock);
        var told = await teller.TellAsync(
            effect, endpoint.To, endpoint.To, thread => Plan(effect, mentions, endpoint.To, thread, hasToken: true), cancellationToken);
        return endpoint.OwnChannel ? await TellOwnAsync(teller, effect, endpoint, mentions, told, cancellationToken) : null;
    }

    /// <summary>A test or a hand-over is a message by itself, below no incident.</summary>
    public async ValueTask<NoticeAnswer> SendNoticeAsync(
        Notice notice, string audience, Endpoint endpoint, CancellationToken cancellationToken)
    {
        var secret = await secrets.OfAsync(endpoint, cancellationToken);

        // a test wakes nobody; a hand-over is for one person
        var body = NoticeRenderer.Slack(notice, notice.IsTest ? null : endpoint.Mention);
        if (secret.Field("botToken") is not { } token)
        {
            await PostToWebhookAsync(secret, [new SlackCall(null, body)], cancellationToken);
            return NoticeAnswer.By("Slack");
        }

        body["channel"] = endpoint.To;
        var reply = await new SlackApi(http, options.SlackApi, token).CallAsync(new SlackCall("chat.postMessage", body), cancellationToken);
        reply.ThrowUnlessOk();
        return NoticeAnswer.By("Slack", reply.Thread?.ToString());
    }

    /// <summary>
    /// The channel of a P1's own. Whatever Slack refuses of it is told on the timeline and repeats nothing: the message itself has arrived.
    /// </summary>
    private async ValueTask<string?> TellOwnAsync(
        SlackTeller teller, NotifyEffect effect, Endpoint endpoint, IReadOnlyList<string> mentions, SlackThread? told,
        CancellationToken cancellationToken)
    {
        try
        {
            // whoever has taken over at run time is on call, and not who has given away
            var users = (await policyNow()).OnCall(effect.At)
                .SelectMany(static one => one.Turn?.Participant.Endpoints ?? [])
                .Prepend(endpoint)
                .Where(one => one.Channel == Channel.Slack && one.Secret == endpoint.Secret)
                .Select(static one => one.Mention)
                .OfType<string>()
                .Where(static user => !user.StartsWith('S'))
                .Distinct(StringComparer.Ordinal);
            await teller.TellOwnAsync(
                effect, [.. users], told, (name, thread) => Plan(effect, mentions, name, thread, hasToken: true), cancellationToken);
            return null;
        }
        catch (ChannelException refused)
        {
            return Sentences.SlackNoOwnChannel(refused.Message);
        }
    }

    private IReadOnlyList<SlackCall> Plan(
        NotifyEffect effect, IReadOnlyList<string> mentions, string channel, SlackThread? where, bool hasToken) =>
        SlackPlan.For(effect.Message, channel, where, hasToken, options.Dashboard, mentions, effect.IsAmendment);

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
