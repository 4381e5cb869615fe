using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Contacts;

/// <summary>
/// What several stores of contacts do with an item: put it where none is, take it away and know that it was there, read its document.
/// </summary>
internal static class ContactItems
{
    /// <summary>Puts an item where none is; false where one is already.</summary>
    public static async ValueTask<bool> PutNewAsync(
        this IAmazonDynamoDB client, string table, Dictionary<string, AttributeValue> item, CancellationToken cancellationToken)
    {
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

    /// <summary>The document of an item; null where there is none, or one that cannot be read: it is learned or counted anew.</summary>
    public static T? DocumentOf<T>(Dictionary<string, AttributeValue>? item, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return item?.GetValueOrDefault(ContactSchema.Document)?.S is { } document ? JsonSerializer.Deserialize(document, type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Takes an item away; false where there is none.</summary>
    public static async ValueTask<bool> TakeAwayAsync(
        this IAmazonDynamoDB client, string table, Dictionary<string, AttributeValue> key, CancellationToken cancellationToken)
    {
        var before = await client.DeleteItemAsync(
            new DeleteItemRequest { TableName = table, Key = key, ReturnValues = ReturnValue.ALL_OLD }, cancellationToken);
        return before.Attributes is { Count: > 0 };
    }
}
