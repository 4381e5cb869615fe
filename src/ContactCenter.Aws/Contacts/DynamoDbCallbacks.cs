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
        try
        {
            _ = await client.PutItemAsync(
                new PutItemRequest
                {
                    TableName = table,
                    Item = item,
                    ConditionExpression = $"attribute_not_exists({TableLayout.PartitionKey})",
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
    public async ValueTask<bool> RemoveAsync(string contactId, CancellationToken cancellationToken)
    {
        var before = await client.DeleteItemAsync(
            new DeleteItemRequest { TableName = table, Key = Key(contactId), ReturnValues = ReturnValue.ALL_OLD }, cancellationToken);
        return before.Attributes is { Count: > 0 };
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<CallbackWish>> AllAsync(CancellationToken cancellationToken)
    {
        var wishes = new List<CallbackWish>();
        var now = clock.GetUtcNow();
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = $"{TableLayout.PartitionKey} = :callbacks",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":callbacks"] = new(ContactSchema.Callbacks) },
        };
        do
        {
            var page = await client.QueryAsync(request, cancellationToken);
            wishes.AddRange((page.Items ?? []).Select(Read).OfType<CallbackWish>().Where(wish => wish.At + CallbackWish.Kept > now));
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return wishes;
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
