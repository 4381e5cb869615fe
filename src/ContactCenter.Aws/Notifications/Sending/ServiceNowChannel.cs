using System.Text;
using System.Text.Json;
using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Notifications.ServiceNow;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Notifications.Sending;

/// <summary>
/// A record in ServiceNow through its Table API: looked up by <c>correlation_id</c> first, because the API has nothing against a second
/// creation. The secret is <c>{"user", "password"}</c> or <c>{"apiKey"}</c>.
/// </summary>
internal sealed class ServiceNowChannel(
    HttpSender http, ISecretSource secrets, IIncidentStore store, ServiceNowSettings settings) : INotificationChannel
{
    private const string Columns = "sys_id,state,correlation_id,correlation_display";

    public async ValueTask<string?> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        var secret = await secrets.OfAsync(endpoint, cancellationToken);
        var table = Table(http, endpoint.To);
        var headers = Headers(secret);
        var record = await FindAsync(table, effect.IncidentId, headers, cancellationToken);
        var timeline = await store.TimelineAsync(effect.IncidentId, cancellationToken);
        if (ServiceNowRenderer.Plan(effect, timeline, record, settings) is not { } call)
        {
            return null;
        }

        var (method, address) = call.SysId is { } sysId
            ? (HttpMethod.Patch, new Uri($"{table.AbsoluteUri}/{Uri.EscapeDataString(sysId)}"))
            : (HttpMethod.Post, table);
        _ = Result(await http.SendAsync(method, address, JsonText.Bytes(call.Body), headers, cancellationToken));
        return null;
    }

    /// <summary>A test looks for its own record, which is not there: that shows host, credentials and table, and writes nothing.</summary>
    public async ValueTask<NoticeAnswer> SendNoticeAsync(
        Notice notice, string audience, Endpoint endpoint, CancellationToken cancellationToken)
    {
        var secret = await secrets.OfAsync(endpoint, cancellationToken);
        _ = await FindAsync(Table(http, endpoint.To), notice.Id, Headers(secret), cancellationToken);
        return new NoticeAnswer(NoticeOutcome.Accepted, Sentences.ReceiptServiceNow);
    }

    /// <summary>The host of an instance; an address with its scheme only where <see cref="HttpSender.Address"/> allows it.</summary>
    internal static Uri Table(HttpSender http, string host, string table = "incident") =>
        new(http.Address(host.Contains("://", StringComparison.Ordinal) ? host : $"https://{host}"), $"/api/now/table/{table}");

    /// <exception cref="ChannelException">The secret has neither of the two.</exception>
    internal static KeyValuePair<string, string>[] Headers(
        Secret secret) => (secret.Field("apiKey"), secret.Field("user"), secret.Field("password")) switch
        {
            ({ } key, _, _) => [new("accept", "application/json"), new("x-sn-apikey", key)],
            (_, { } user, { } password) =>
                [
                    new("accept", "application/json"),
                new("authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))}")
                ],
            _ => throw new ChannelException(Sentences.SecretLacksKeys, isPassing: false),
        };

    private async ValueTask<ServiceNowRecord?> FindAsync(
        Uri table, string incidentId, KeyValuePair<string, string>[] headers, CancellationToken cancellationToken)
    {
        var query = Uri.EscapeDataString($"correlation_id={incidentId}^active=true^ORDERBYDESCsys_created_on");
        var reply = await http.SendAsync(
            HttpMethod.Get,
            new Uri($"{table.AbsoluteUri}?sysparm_query={query}&sysparm_fields={Columns}&sysparm_limit=1"),
            null,
            headers,
            cancellationToken);
        var found = Result(reply);
        if (found.ValueKind != JsonValueKind.Array)
        {
            throw Unreadable();
        }

        if (found.EnumerateArray().FirstOrDefault() is not { ValueKind: JsonValueKind.Object } record)
        {
            return null;
        }

        // a condition that the instance cannot apply is passed over there, and the answer is then any record
        return Text(record, "correlation_id") == incidentId
            ? new ServiceNowRecord(
                Text(record, "sys_id") ?? throw Unreadable(), Text(record, "state") ?? "", Text(record, "correlation_display"))
            : throw new ChannelException(
                Sentences.ServiceNowOtherRecord, isPassing: false);
    }

    /// <summary>The <c>result</c> of a reply. An instance that sleeps answers 200 with a page that says so.</summary>
    internal static JsonElement Result(HttpReply reply)
    {
        try
        {
            using var document = JsonDocument.Parse(reply.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("result", out var result)
                ? result.Clone()
                : throw Unreadable();
        }
        catch (JsonException)
        {
            throw Unreadable();
        }
    }

    internal static ChannelException Unreadable() => new(Sentences.ServiceNowUnreadable, isPassing: true);

    internal static string? Text(JsonElement record, string name) =>
        record.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
