using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Incidents;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>A table as it is deployed, of a test's own.</summary>
internal static class IncidentTable
{
    public static async Task<string> CreateAsync(IAmazonDynamoDB client)
    {
        var name = $"incidents-{Guid.NewGuid():N}";
        await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions =
            [
                new(TableSchema.PartitionKey, ScalarAttributeType.S),
                new(TableSchema.SortKey, ScalarAttributeType.S),
                new(TableSchema.DueIn, ScalarAttributeType.S),
                new(TableSchema.NextDueAt, ScalarAttributeType.N),
            ],
            KeySchema = [new(TableSchema.PartitionKey, KeyType.HASH), new(TableSchema.SortKey, KeyType.RANGE)],
            GlobalSecondaryIndexes =
            [
                new()
                {
                    IndexName = TableSchema.DueIndex,
                    KeySchema = [new(TableSchema.DueIn, KeyType.HASH), new(TableSchema.NextDueAt, KeyType.RANGE)],
                    Projection = new() { ProjectionType = ProjectionType.INCLUDE, NonKeyAttributes = [TableSchema.Id] },
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
