using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Tickets;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Contacts.Tickets;

/// <summary>
/// Tickets beside what they are about: the one of a customer and a topic under the customer's key, that of a contact under the contact, and
/// the last one of a customer in the history that hooks read and write anyway. All of it is forgotten with that history.
/// </summary>
public sealed class DynamoDbTickets(IAmazonDynamoDB client, string table) : ITicketBook
{
    private const string Of = "of";

    /// <inheritdoc/>
    public async ValueTask<Ticket?> OfContactAsync(string contactId, CancellationToken cancellationToken) =>
        await FindAsync(ContactKey(contactId), cancellationToken) is { } item ? ContactSchema.TicketOf(item) : null;

    /// <inheritdoc/>
    public async ValueTask<TicketClaim> ClaimAsync(
        TicketPlace place, TimeSpan joinWithin, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        try
        {
            // the rest of an old ticket goes with the item
            _ = await client.PutItemAsync(
                new PutItemRequest
                {
                    TableName = table,
                    Item = new Dictionary<string, AttributeValue>(PlaceKey(place))
                    {
                        [Of] = new(place.ContactId),
                        [ContactSchema.At] = AttributeNumber.Milliseconds(now),
                        [TableLayout.ExpiresAt] = AttributeNumber.Seconds(now + CallerKey.Remembered),
                    },
                    ConditionExpression = $"attribute_not_exists({TableLayout.PartitionKey}) OR #at < :old",
                    ExpressionAttributeNames = new Dictionary<string, string> { ["#at"] = ContactSchema.At },
                    ExpressionAttributeValues = new Dictionary<string, AttributeValue>
                    {
                        [":old"] = AttributeNumber.Milliseconds(now - joinWithin),
                    },
                },
                cancellationToken);
            return new TicketClaim(place.ContactId, null);
        }
        catch (ConditionalCheckFailedException)
        {
            return Standing(await FindAsync(PlaceKey(place), cancellationToken), place, now);
        }
    }

    /// <inheritdoc/>
    public async ValueTask OpenedAsync(TicketPlace place, Ticket ticket, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(ticket);
        await SetAsync(PlaceKey(place), ticket, now, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> NoteAsync(TicketPlace place, Ticket ticket, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(ticket);
        if (place.Caller is { } caller)
        {
            await SetAsync(
                new ItemKey(ContactSchema.Caller(caller), ContactSchema.History).ToAttributes(), ticket, now, cancellationToken);
        }

        return await client.PutNewAsync(
            table,
            new Dictionary<string, AttributeValue>([.. ContactKey(place.ContactId), .. Attributes(ticket, now)]),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask ForgetAsync(string contactId, CancellationToken cancellationToken) =>
        _ = await client.DeleteItemAsync(
            new DeleteItemRequest { TableName = table, Key = ContactKey(contactId) }, cancellationToken);

    private static TicketClaim Standing(Dictionary<string, AttributeValue>? item, TicketPlace place, DateTimeOffset now) =>
        item?.GetValueOrDefault(Of)?.S is not { } opener ? TicketClaim.Busy

        // an attempt that died after the ticket was opened asks for it again, by the same key
        : opener == place.ContactId ? new TicketClaim(opener, null)
        : ContactSchema.TicketOf(item) is { } ticket ? new TicketClaim(null, ticket)
        : ContactSchema.Time(item) < now - ITicketBook.Patience ? new TicketClaim(opener, null)
        : TicketClaim.Busy;

    private async Task<Dictionary<string, AttributeValue>?> FindAsync(
        Dictionary<string, AttributeValue> key, CancellationToken cancellationToken)
    {
        var found = await client.GetItemAsync(
            new GetItemRequest { TableName = table, Key = key, ConsistentRead = true }, cancellationToken);
        return found.Item is { Count: > 0 } item ? item : null;
    }

    private async Task SetAsync(
        Dictionary<string, AttributeValue> key, Ticket ticket, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var attributes = Attributes(ticket, now);
        string[] removed = [.. ContactSchema.TicketAttributes.Except(attributes.Keys)];
        _ = await client.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = table,
                Key = key,
                UpdateExpression = $"SET {string.Join(", ", attributes.Keys.Select(static name => $"#{name} = :{name}"))}"
                    + (removed.Length == 0 ? "" : $" REMOVE {string.Join(", ", removed.Select(static name => $"#{name}"))}"),
                ExpressionAttributeNames = attributes.Keys.Concat(removed).ToDictionary(static name => $"#{name}", static name => name),
                ExpressionAttributeValues = attributes.ToDictionary(static one => $":{one.Key}", static one => one.Value),
            },
            cancellationToken);
    }

    private static Dictionary<string, AttributeValue> Attributes(Ticket ticket, DateTimeOffset now)
    {
        var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
        {
            [ContactSchema.TicketReference] = new(ticket.Reference),
            [ContactSchema.TicketHandle] = new(ticket.Handle),
            [TableLayout.ExpiresAt] = AttributeNumber.Seconds(now + CallerKey.Remembered),
        };
        if (ticket.Link is { } link)
        {
            attributes[ContactSchema.TicketLink] = new(link.AbsoluteUri);
        }

        if (ticket.Topic is { } topic)
        {
            attributes[ContactSchema.TicketTopic] = new(topic);
        }

        return attributes;
    }

    private static Dictionary<string, AttributeValue> PlaceKey(TicketPlace place) => (place.Caller is { } caller
        ? new ItemKey(ContactSchema.Caller(caller), $"{ContactSchema.Ticket}/{place.Topic ?? "-"}")
        : new ItemKey(ContactSchema.Contact(place.ContactId), $"{ContactSchema.Ticket}/-")).ToAttributes();

    private static Dictionary<string, AttributeValue> ContactKey(string contactId) =>
        new ItemKey(ContactSchema.Contact(contactId), ContactSchema.Ticket).ToAttributes();
}
