using System.Globalization;
using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Notifications.Webhooks;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Notifications.Sending;

/// <summary>A webhook of any other tool: JSON, signed, with a key by which the tool can tell a repetition.</summary>
internal sealed class WebhookChannel(HttpSender http, ISecretSource secrets, string scope, TimeProvider clock) : INotificationChannel
{
    /// <summary>The header that is the same for the same message (IETF draft "The Idempotency-Key HTTP Header Field").</summary>
    public const string RepetitionHeader = "idempotency-key";

    /// <summary>Of a tool whose address is what lets one in, the address stands in the secret.</summary>
    private const string AddressField = "address";

    public async ValueTask<string?> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        var secret = await secrets.OfAsync(endpoint, cancellationToken);
        await PostAsync(
            effect.Id, secret, endpoint, field => WebhookRenderer.Body(effect, endpoint, field), cancellationToken);
        return null;
    }

    public async ValueTask<NoticeAnswer> SendNoticeAsync(
        Notice notice, string audience, Endpoint endpoint, CancellationToken cancellationToken)
    {
        var secret = await secrets.OfAsync(endpoint, cancellationToken);
        var status = await PostAsync(
            notice.Id, secret, endpoint, field => NoticeRenderer.Webhook(notice, audience, endpoint, scope, field), cancellationToken);
        return NoticeAnswer.By(string.Create(CultureInfo.InvariantCulture, $"HTTP {status}"));
    }

    private async ValueTask<int> PostAsync(
        string id, Secret secret, Endpoint endpoint, Func<Func<string, string>, byte[]> render, CancellationToken cancellationToken)
    {
        var body = render(
            name => secret.Field(name) ?? throw new ChannelException(Sentences.SecretLacks(name), isPassing: false));
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var reply = await http.SendAsync(
            HttpMethod.Post,
            http.Address(secret.Field(AddressField) ?? endpoint.To),
            body,
            [
                new(ServiceNowAnswers.TimestampHeader, timestamp),
                new(ServiceNowAnswers.SignatureHeader, BodySignature.Make(BodySignature.OwnVersion, secret.Key("key"), timestamp, body)),
                new(RepetitionHeader, id),
            ],
            cancellationToken);
        return reply.Status;
    }
}
