using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>A table as it is deployed, of a test's own.</summary>
internal static class IncidentTable
{
    public static async Task<string> CreateAsync(IAmazonDynamoDB client, string? name = null)
    {
        name ??= $"incidents-{Guid.NewGuid():N}";
        await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions =
            [
                new(TableLayout.PartitionKey, ScalarAttributeType.S),
                new(TableLayout.SortKey, ScalarAttributeType.S),
                new(TableLayout.DueIn, ScalarAttributeType.S),
                new(TableLayout.NextDueAt, ScalarAttributeType.N),
            ],
            KeySchema = [new(TableLayout.PartitionKey, KeyType.HASH), new(TableLayout.SortKey, KeyType.RANGE)],
            GlobalSecondaryIndexes =
            [
                new()
                {
                    IndexName = TableLayout.DueIndex,
                    KeySchema = [new(TableLayout.DueIn, KeyType.HASH), new(TableLayout.NextDueAt, KeyType.RANGE)],
                    Projection = new() { ProjectionType = ProjectionType.INCLUDE, NonKeyAttributes = [TableLayout.Id] },
                },
            ],
        });
        return name;
    }

    /// <summary>Deletes a table, if one was made: the emulator copies everything that it holds with every transaction.</summary>
    public static async Task DeleteAsync(IAmazonDynamoDB client, string name)
    {
        if (name.Length > 0)
        {
            await client.DeleteTableAsync(new DeleteTableRequest { TableName = name });
        }
    }
}
