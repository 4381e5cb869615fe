using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Aws.Notifications.Sending;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration.Promises;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Tickets;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Contacts.Tickets;

/// <summary>Another system, by a signed request that it answers with the reference of the ticket.</summary>
internal sealed class WebhookTickets(HttpSender http, ISecretSource secrets, TicketSettings settings, TimeProvider clock) : ITicketSystem
{
    public async ValueTask<Ticket> OpenAsync(TicketContact contact, TicketText text, string key, CancellationToken cancellationToken)
    {
        var reply = await PostAsync($"open-{key}", Body("open", contact, text, null), cancellationToken);
        return TicketReading.Of(reply.Body, contact.Topic) ?? throw new ChannelException(Sentences.TicketUnreadable, isPassing: true);
    }

    public async ValueTask JoinAsync(Ticket ticket, TicketContact contact, TicketText text, CancellationToken cancellationToken) =>
        _ = await TicketSystems.JoinedAsync(
            PostAsync($"join-{contact.Id}", Body("join", contact, text, ticket.Reference), cancellationToken));

    private static JsonObject Body(string act, TicketContact contact, TicketText text, string? reference) => new()
    {
        ["version"] = 1,
        ["act"] = act,
        ["reference"] = reference,
        ["contactId"] = contact.Id,
        ["channel"] = contact.Channel,
        ["queue"] = contact.Queue,
        ["topic"] = contact.Topic,
        ["segment"] = contact.Segment,
        ["customer"] = new JsonObject { ["id"] = contact.CustomerId, ["address"] = contact.Address },
        ["title"] = text.Title,
        ["text"] = text.Body,
    };

    private async ValueTask<HttpReply> PostAsync(string key, JsonObject json, CancellationToken cancellationToken)
    {
        var body = JsonText.Bytes(json);
        var secret = await secrets.GetAsync(settings.Secret!, cancellationToken);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return await http.SendAsync(
            HttpMethod.Post,
            http.Address(settings.To),
            body,
            [
                new(ServiceNowAnswers.TimestampHeader, timestamp),
                new(ServiceNowAnswers.SignatureHeader, BodySignature.Make(BodySignature.OwnVersion, secret.Key("key"), timestamp, body)),
                new(WebhookChannel.RepetitionHeader, key),
            ],
            cancellationToken);
    }
}
