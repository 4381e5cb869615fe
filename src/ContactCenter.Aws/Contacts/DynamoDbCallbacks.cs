using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Contacts;

/// <summary>
/// Wishes to be called back in one partition, by contact: those that are open are few, and the collector reads all of them once a minute.
/// Time to live removes late what nobody ended, so its end is checked on reading too.
/// </summary>
public sealed class DynamoDbCallbacks(IAmazonDynamoDB client, string table, TimeProvider clock) : ICallbackStore
{
    /// <inheritdoc/>
    public async ValueTask<bool> AddAsync(CallbackWish wish, CancellationToken cancellationToken)
    {
        var item = Key(wish.ContactId);
        item[ContactSchema.Queue] = new AttributeValue(wish.Queue);
        item[ContactSchema.At] = AttributeNumber.Milliseconds(wish.At);
        item[TableLayout.ExpiresAt] = AttributeNumber.Seconds(wish.At + CallbackWish.Kept);
        return await client.PutNewAsync(table, item, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> RemoveAsync(string contactId, CancellationToken cancellationToken) =>
        client.TakeAwayAsync(table, Key(contactId), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<CallbackWish>> AllAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = $"{TableLayout.PartitionKey} = :callbacks",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":callbacks"] = new(ContactSchema.Callbacks) },
        };
        return await client.ItemsAsync(request, cancellationToken)
            .Select(Read)
            .OfType<CallbackWish>()
            .Where(wish => wish.At + CallbackWish.Kept > now)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Null when it lacks what makes a wish.</summary>
    private static CallbackWish? Read(Dictionary<string, AttributeValue> item) =>
        item.GetValueOrDefault(ContactSchema.Queue)?.S is { Length: > 0 } queue
        && ContactSchema.Time(item) is { } at
            ? new CallbackWish(item[TableLayout.SortKey].S, queue, at)
            : null;

    private static Dictionary<string, AttributeValue> Key(string contactId) => new(StringComparer.Ordinal)
    {
        [TableLayout.PartitionKey] = new(ContactSchema.Callbacks),
        [TableLayout.SortKey] = new(contactId),
    };
}
