using System.Text.Json;
using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Jira;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Notifications.Sending;

/// <summary>
/// An alert of Jira Service Management through its integration events, or of Opsgenie, which has the same. The secret is the API key of
/// the integration, plain or as <c>{"apiKey"}</c>. Requests are answered before they are carried out, so of a creation it is asked whether
/// there is an alert; what is not known after a moment counts as taken.
/// </summary>
internal sealed class JiraChannel(HttpSender http, ISecretSource secrets, TimeProvider clock) : INotificationChannel
{
    /// <summary>Between questions: together less than a time limit, and an alert is there after a second.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(700), TimeSpan.FromSeconds(1)];

    public async ValueTask<string?> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        var secret = await secrets.OfAsync(endpoint, cancellationToken);
        var alerts = Alerts(http, endpoint.To);
        var headers = Headers(secret);
        foreach (var call in JiraRenderer.Plan(effect))
        {
            var reply = await http.SendAsync(
                HttpMethod.Post, new Uri(alerts.AbsoluteUri + call.Path), JsonText.Bytes(call.Body), headers, cancellationToken);
            var request = RequestId(reply.Body) ?? throw new ChannelException(Sentences.JiraUnreadable, isPassing: true);
            if (call.Action is null && await IsDiscardedAsync(alerts, request, headers, cancellationToken))
            {
                throw new ChannelException(Sentences.JiraNotCreated, isPassing: false);
            }
        }

        return null;
    }

    /// <summary>Where alerts of a site go; an address with its scheme only where <see cref="HttpSender.Address"/> allows it.</summary>
    internal static Uri Alerts(HttpSender http, string site) => http.Address(JiraSite.Alerts(site)?.AbsoluteUri ?? site);

    /// <exception cref="ChannelException">The secret has no key.</exception>
    internal static KeyValuePair<string, string>[] Headers(Secret secret) =>
        [new("accept", "application/json"), new("authorization", $"GenieKey {secret.KeyText("apiKey")}")];

    /// <summary>Where to ask what became of a request.</summary>
    internal static Uri Status(Uri alerts, string requestId) => new($"{alerts.AbsoluteUri}/requests/{Uri.EscapeDataString(requestId)}");

    /// <summary>
    /// Whether a creation was carried out and made no alert, and none was there: a rule of the other side has thrown it away. While it
    /// waits there is no answer but 404.
    /// </summary>
    private async ValueTask<bool> IsDiscardedAsync(
        Uri alerts, string requestId, KeyValuePair<string, string>[] headers, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                var reply = await http.SendAsync(HttpMethod.Get, Status(alerts, requestId), null, headers, cancellationToken);
                return MadeNoAlert(reply.Body);
            }
            catch (ChannelException failure) when (failure.Status == 404 && i < Pauses.Length)
            {
                await Task.Delay(Pauses[i], clock, cancellationToken);
            }
            catch (ChannelException)
            {
                // the alert was taken; that it cannot be asked for makes nothing of that untrue
                return false;
            }
        }
    }

    private static string? RequestId(string reply) =>
        Read(reply) is { ValueKind: JsonValueKind.Object } root
        && root.TryGetProperty("requestId", out var id)
        && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;

    private static bool MadeNoAlert(string reply) =>
        Read(reply) is { ValueKind: JsonValueKind.Object } root
        && root.TryGetProperty("data", out var data)
        && data.ValueKind == JsonValueKind.Object
        && data.TryGetProperty("isSuccess", out var success)
        && success.ValueKind == JsonValueKind.False
        && !(data.TryGetProperty("alertId", out var alert)
            && alert.ValueKind == JsonValueKind.String
            && alert.GetString() is { Length: > 0 });

    private static JsonElement? Read(string reply)
    {
        try
        {
            using var document = JsonDocument.Parse(reply);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
