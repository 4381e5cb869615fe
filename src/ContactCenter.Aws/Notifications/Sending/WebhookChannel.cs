using System.Globalization;
using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Notifications.Webhooks;

namespace ContactCenter.Aws.Notifications.Sending;

/// <summary>A webhook of any other tool: JSON, signed, with a key by which the tool can tell a repetition.</summary>
internal sealed class WebhookChannel(HttpSender http, ISecretSource secrets, TimeProvider clock) : INotificationChannel
{
    /// <summary>The header that is the same for the same message (IETF draft "The Idempotency-Key HTTP Header Field").</summary>
    public const string RepetitionHeader = "idempotency-key";

    public async ValueTask<string?> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        var secret = await secrets.OfAsync(endpoint, cancellationToken);
        var body = JsonText.Bytes(WebhookRenderer.Render(effect));
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        _ = await http.SendAsync(
            HttpMethod.Post,
            http.Address(endpoint.To),
            body,
            [
                new(ServiceNowAnswers.TimestampHeader, timestamp),
                new(ServiceNowAnswers.SignatureHeader, BodySignature.Make(BodySignature.OwnVersion, secret.Key("key"), timestamp, body)),
                new(RepetitionHeader, effect.Id),
            ],
            cancellationToken);
        return null;
    }
}
