using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Tests.Contacts;

/// <summary>A table of corrections and counts as it is deployed, of a test's own.</summary>
internal static class ContactsTable
{
    public static async Task<string> CreateAsync(IAmazonDynamoDB client)
    {
        var name = $"contacts-{Guid.NewGuid():N}";
        await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [new(TableLayout.PartitionKey, ScalarAttributeType.S), new(TableLayout.SortKey, ScalarAttributeType.S)],
            KeySchema = [new(TableLayout.PartitionKey, KeyType.HASH), new(TableLayout.SortKey, KeyType.RANGE)],
        });
        return name;
    }
}
