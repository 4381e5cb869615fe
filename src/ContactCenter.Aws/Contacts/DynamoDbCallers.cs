using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Routing;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Contacts;

/// <summary>
/// One item for each customer, with a set of contacts and their times: one write notes the contact and tells of the others, because a
/// caller is waiting. What is old is taken out of the set when there is much of it; time to live removes who has not called for days.
/// </summary>
public sealed class DynamoDbCallers(IAmazonDynamoDB client, string table) : ICallerHistory
{
    /// <summary>Old entries are taken out from so many on.</summary>
    private const int MuchIsOld = 20;

    private const char Between = '|';

    /// <inheritdoc/>
    public async ValueTask<CallerMemory> ArriveAsync(
        string caller, string contactId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var entry = string.Create(CultureInfo.InvariantCulture, $"{contactId}{Between}{now.ToUnixTimeSeconds()}");
        var after = await client.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = table,
                Key = Key(caller),
                UpdateExpression = $"ADD {ContactSchema.Contacts} :entry SET {TableLayout.ExpiresAt} = :end",
                ExpressionAttributeValues = new Dictionary<string, AttributeValue>
                {
                    [":entry"] = new() { SS = [entry] },
                    [":end"] = AttributeNumber.Seconds(now + CallerKey.Remembered),
                },
                ReturnValues = ReturnValue.ALL_NEW,
            },
            cancellationToken);
        var entries = after.Attributes?.GetValueOrDefault(ContactSchema.Contacts)?.SS ?? [];
        var isNoted = entries.Exists(one => one != entry && ContactOf(one) == contactId);
        var fresh = entries.Where(one => At(one) > now - CallerKey.Remembered).ToArray();
        var count = fresh.Select(ContactOf)
            .Where(contact => contact != contactId)
            .Distinct(StringComparer.Ordinal)
            .Count();
        var old = entries.Except(fresh).Concat(fresh.OrderByDescending(At).Skip(RoutingNeed.MaximumRecentContacts)).ToList();
        if (old.Count >= MuchIsOld)
        {
            // a caller waits for the count, and not for this
            _ = ForgetAsync(new UpdateItemRequest
            {
                TableName = table,
                Key = Key(caller),
                UpdateExpression = $"DELETE {ContactSchema.Contacts} :old",
                ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":old"] = new() { SS = old } },
            });
        }

        return new CallerMemory(count, after.Attributes is { } known ? LastTicket(caller, known, now) : null) { IsNoted = isNoted };
    }

    /// <summary>The item lives on while the customer calls, and what stands in it of a ticket does not.</summary>
    private Ticket? LastTicket(string caller, Dictionary<string, AttributeValue> item, DateTimeOffset now)
    {
        if (ContactSchema.TicketOf(item) is not { } ticket)
        {
            return null;
        }

        var at = item.GetValueOrDefault(ContactSchema.TicketAt);
        if (ContactSchema.Moment(at?.N) > now - CallerKey.Remembered)
        {
            return ticket;
        }

        _ = ForgetTicketAsync(caller, at);
        return null;
    }

    private Task ForgetTicketAsync(string caller, AttributeValue? at)
    {
        var names = ContactSchema.TicketAttributes;
        var request = new UpdateItemRequest
        {
            TableName = table,
            Key = Key(caller),
            UpdateExpression = $"REMOVE {string.Join(", ", names)}",
            ConditionExpression = $"attribute_not_exists({ContactSchema.TicketAt})",
        };
        if (at is not null)
        {
            // not one that was opened meanwhile
            request.ConditionExpression = $"{ContactSchema.TicketAt} = :at";
            request.ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":at"] = at };
        }

        return ForgetAsync(request);
    }

    private async Task ForgetAsync(UpdateItemRequest request)
    {
        try
        {
            _ = await client.UpdateItemAsync(request, CancellationToken.None);
        }
#pragma warning disable CA1031 // the next contact cleans up
        catch (Exception)
#pragma warning restore CA1031
        {
            // what is old is neither counted nor told, whether it is still there or not
        }
    }

    private static Dictionary<string, AttributeValue> Key(string caller) => new()
    {
        [TableLayout.PartitionKey] = new(ContactSchema.Caller(caller)),
        [TableLayout.SortKey] = new(ContactSchema.History),
    };

    private static string ContactOf(string entry) => entry[..entry.LastIndexOf(Between)];

    private static DateTimeOffset At(string entry) =>
        long.TryParse(entry.AsSpan(entry.LastIndexOf(Between) + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds < 100_000_000_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.MinValue;
}
