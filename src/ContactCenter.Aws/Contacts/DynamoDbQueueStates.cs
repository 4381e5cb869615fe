using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Contacts;

/// <summary>States of all queues in one item: the collector writes it once a minute, a hook reads it with one call.</summary>
public sealed class DynamoDbQueueStates(IAmazonDynamoDB client, string table) : IQueueStateStore
{
    /// <inheritdoc/>
    public async ValueTask<QueueStates?> ReadAsync(CancellationToken cancellationToken)
    {
        var response = await client.GetItemAsync(new GetItemRequest { TableName = table, Key = Key() }, cancellationToken);
        return response.Item?.GetValueOrDefault(ContactSchema.Document) is { S: { } document }
            ? QueueStatesDocument.Read(document)
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(QueueStates states, CancellationToken cancellationToken)
    {
        var item = Key();
        item[ContactSchema.Document] = new AttributeValue(QueueStatesDocument.Write(states));
        _ = await client.PutItemAsync(new PutItemRequest { TableName = table, Item = item }, cancellationToken);
    }

    private static Dictionary<string, AttributeValue> Key() => new(StringComparer.Ordinal)
    {
        [TableLayout.PartitionKey] = new(ContactSchema.Queues),
        [TableLayout.SortKey] = new(ContactSchema.State),
    };
}
