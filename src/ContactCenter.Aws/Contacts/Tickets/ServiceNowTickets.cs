using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Aws.Notifications.Sending;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration.Promises;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Tickets;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Contacts.Tickets;

/// <summary>
/// Records of ServiceNow through its Table API: looked up by <c>correlation_id</c> first, because the API has nothing against a second
/// creation.
/// </summary>
internal sealed class ServiceNowTickets(HttpSender http, ISecretSource secrets, TicketSettings settings) : ITicketSystem
{
    private const string Columns = "sys_id,number,correlation_id";

    public async ValueTask<Ticket> OpenAsync(TicketContact contact, TicketText text, string key, CancellationToken cancellationToken)
    {
        var (table, headers) = await PlaceAsync(cancellationToken);
        var id = $"contact/{key}";
        var query = Uri.EscapeDataString($"correlation_id={id}");
        var found = ServiceNowChannel.Result(await http.SendAsync(
            HttpMethod.Get,
            new Uri($"{table.AbsoluteUri}?sysparm_query={query}&sysparm_fields={Columns}&sysparm_limit=1"),
            null,
            headers,
            cancellationToken));
        if (found.ValueKind == JsonValueKind.Array && found.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } record)
        {
            // a condition that the instance cannot apply is passed over there, and the answer is then any record
            return ServiceNowChannel.Text(record, "correlation_id") == id
                ? Read(record, table, contact)
                : throw new ChannelException(Sentences.ServiceNowOtherRecord, isPassing: false);
        }

        var made = await http.SendAsync(
            HttpMethod.Post,
            new Uri($"{table.AbsoluteUri}?sysparm_fields={Columns}"),
            JsonText.Bytes(new JsonObject
            {
                ["short_description"] = text.Title,
                ["description"] = text.Body,
                ["correlation_id"] = id,
                ["correlation_display"] = "ContactCenter",
            }),
            headers,
            cancellationToken);
        return Read(ServiceNowChannel.Result(made), table, contact);
    }

    public async ValueTask JoinAsync(Ticket ticket, TicketContact contact, TicketText text, CancellationToken cancellationToken)
    {
        var (table, headers) = await PlaceAsync(cancellationToken);
        _ = ServiceNowChannel.Result(await TicketSystems.JoinedAsync(http.SendAsync(
            HttpMethod.Patch,
            new Uri($"{table.AbsoluteUri}/{Uri.EscapeDataString(ticket.Handle)}?sysparm_fields={Columns}"),
            JsonText.Bytes(new JsonObject { ["work_notes"] = text.Body }),
            headers,
            cancellationToken)));
    }

    private async ValueTask<(Uri Table, KeyValuePair<string, string>[] Headers)> PlaceAsync(CancellationToken cancellationToken)
    {
        var secret = await secrets.GetAsync(settings.Secret!, cancellationToken);
        return (
            ServiceNowChannel.Table(http, settings.To, settings.Table ?? TicketSettings.DefaultTable), ServiceNowChannel.Headers(secret));
    }

    private static Ticket Read(JsonElement record, Uri table, TicketContact contact)
    {
        if (ServiceNowChannel.Text(record, "sys_id") is not { Length: > 0 and <= Ticket.MaximumReference } id)
        {
            throw ServiceNowChannel.Unreadable();
        }

        var name = table.Segments[^1];
        return new Ticket(
            CleanText.Line(ServiceNowChannel.Text(record, "number") ?? id, Ticket.MaximumReference),
            id,
            new Uri(table, $"/{name}.do?sys_id={Uri.EscapeDataString(id)}"),
            contact.Topic);
    }
}
