using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Contacts;

/// <summary>Items that say by being there: whoever comes first puts one, and whoever takes it away knows that it was there.</summary>
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

    /// <summary>Takes an item away; false where there is none.</summary>
    public static async ValueTask<bool> TakeAwayAsync(
        this IAmazonDynamoDB client, string table, Dictionary<string, AttributeValue> key, CancellationToken cancellationToken)
    {
        var before = await client.DeleteItemAsync(
            new DeleteItemRequest { TableName = table, Key = key, ReturnValues = ReturnValue.ALL_OLD }, cancellationToken);
        return before.Attributes is { Count: > 0 };
    }
}
