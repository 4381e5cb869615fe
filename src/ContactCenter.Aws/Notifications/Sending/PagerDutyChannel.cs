using System.Text.Json;
using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.PagerDuty;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Notifications.Sending;

/// <summary>
/// An alert of PagerDuty through its Events API v2. The secret is the integration key, plain or as <c>{"routingKey"}</c>. Success means
/// that the event waits to be processed there, and no more.
/// </summary>
internal sealed class PagerDutyChannel(HttpSender http, ISecretSource secrets, Uri? dashboard) : INotificationChannel
{
    public async ValueTask<string?> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        var secret = await secrets.OfAsync(endpoint, cancellationToken);
        var key = secret.KeyText("routingKey");
        if (PagerDutyRenderer.Render(effect, key, dashboard) is not { } body)
        {
            return null;
        }

        var address = http.Address(PagerDutyRegion.Events(endpoint.To)?.AbsoluteUri ?? endpoint.To);
        var reply = await http.SendAsync(HttpMethod.Post, address, JsonText.Bytes(body), [], cancellationToken);
        return IsTaken(reply.Body) ? null : throw new ChannelException(Sentences.PagerDutyUnreadable, isPassing: true);
    }

    private static bool IsTaken(string reply)
    {
        try
        {
            using var document = JsonDocument.Parse(reply);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("status", out var status)
                && status.ValueKind == JsonValueKind.String
                && status.ValueEquals("success");
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
