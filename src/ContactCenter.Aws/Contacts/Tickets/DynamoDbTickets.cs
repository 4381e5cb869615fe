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
                    Item = Claim(place, now),
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
            return await FindAsync(PlaceKey(place), cancellationToken) is { } item && item.GetValueOrDefault(Of)?.S is { } opener
                ? await FollowAsync(item, opener, place, now, cancellationToken)
                : TicketClaim.Busy;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> ReplaceAsync(TicketPlace place, Ticket gone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(gone);
        try
        {
            _ = await client.PutItemAsync(
                new PutItemRequest
                {
                    TableName = table,
                    Item = Claim(place, now),
                    ConditionExpression = $"{ContactSchema.TicketHandle} = :old",
                    ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":old"] = new(gone.Handle) },
                },
                cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
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

    private async ValueTask<TicketClaim> FollowAsync(
        Dictionary<string, AttributeValue> item, string opener, TicketPlace place, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isOwn = opener == place.ContactId;
        if (ContactSchema.TicketOf(item) is { } ticket)
        {
            return new TicketClaim(isOwn ? opener : null, ticket);
        }

        if (ContactSchema.Time(item) > now - (isOwn ? ITicketBook.OwnPatience : ITicketBook.Patience))
        {
            return TicketClaim.Busy;
        }

        // an attempt that died may have opened the ticket: it is asked for again by the same key, and by one who follows
        try
        {
            _ = await client.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = table,
                    Key = PlaceKey(place),
                    UpdateExpression = "SET #at = :now",
                    ConditionExpression = $"#at = :seen AND attribute_not_exists({ContactSchema.TicketHandle})",
                    ExpressionAttributeNames = new Dictionary<string, string> { ["#at"] = ContactSchema.At },
                    ExpressionAttributeValues = new Dictionary<string, AttributeValue>
                    {
                        [":now"] = AttributeNumber.Milliseconds(now),
                        [":seen"] = item[ContactSchema.At],
                    },
                },
                cancellationToken);
            return new TicketClaim(opener, null);
        }
        catch (ConditionalCheckFailedException)
        {
            return TicketClaim.Busy;
        }
    }

    private static Dictionary<string, AttributeValue> Claim(TicketPlace place, DateTimeOffset now) => new(PlaceKey(place))
    {
        [Of] = new(place.ContactId),
        [ContactSchema.At] = AttributeNumber.Milliseconds(now),
        [TableLayout.ExpiresAt] = AttributeNumber.Seconds(now + CallerKey.Remembered),
    };

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
            [ContactSchema.TicketAt] = AttributeNumber.Milliseconds(now),
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
