using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Tests;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>
/// The two tables as they were deployed by the version of the recording: their keys and index are written out here, so that a name that
/// changes in the code meets a table that does not know it.
/// </summary>
internal sealed class StoredTables : IAsyncDisposable
{
    private const int BatchSize = 25;

    private readonly AmazonDynamoDBClient _client;

    private readonly bool _isDeployed;

    private StoredTables(AmazonDynamoDBClient client, string? incidents = null, string? contacts = null)
    {
        _client = client;
        _isDeployed = incidents is not null;
        Incidents = incidents ?? $"incidents-{Guid.NewGuid():N}";
        Contacts = contacts ?? $"contacts-{Guid.NewGuid():N}";
    }

    public string Incidents { get; }

    public string Contacts { get; }

    /// <summary>Tables that a stack has; they stay, because they are protected.</summary>
    public static StoredTables Deployed(Emulator emulator, string incidents, string contacts) =>
        new(emulator.DynamoDb(), incidents, contacts);

    public static async Task<StoredTables> CreateAsync(Emulator emulator)
    {
        var tables = new StoredTables(emulator.DynamoDb());
        _ = await tables._client.CreateTableAsync(new CreateTableRequest
        {
            TableName = tables.Incidents,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions =
            [
                new("pk", ScalarAttributeType.S),
                new("sk", ScalarAttributeType.S),
                new("dueIn", ScalarAttributeType.S),
                new("nextDueAt", ScalarAttributeType.N),
            ],
            KeySchema = [new("pk", KeyType.HASH), new("sk", KeyType.RANGE)],
            GlobalSecondaryIndexes =
            [
                new()
                {
                    IndexName = "due",
                    KeySchema = [new("dueIn", KeyType.HASH), new("nextDueAt", KeyType.RANGE)],
                    Projection = new() { ProjectionType = ProjectionType.INCLUDE, NonKeyAttributes = ["id"] },
                },
            ],
        });
        _ = await tables._client.CreateTableAsync(new CreateTableRequest
        {
            TableName = tables.Contacts,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [new("pk", ScalarAttributeType.S), new("sk", ScalarAttributeType.S)],
            KeySchema = [new("pk", KeyType.HASH), new("sk", KeyType.RANGE)],
        });
        return tables;
    }

    /// <summary>All items of a table, by their keys.</summary>
    public async Task<IReadOnlyList<StoredItem>> ItemsAsync(string table)
    {
        var items = new List<StoredItem>();
        var request = new ScanRequest { TableName = table };
        do
        {
            var page = await _client.ScanAsync(request);
            items.AddRange(page.Items.Select(item => new StoredItem(item)));
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return [.. items.OrderBy(item => item.Key.Partition, StringComparer.Ordinal).ThenBy(item => item.Key.Sort, StringComparer.Ordinal)];
    }

    /// <summary>The effects of all incidents that share the correlation of one.</summary>
    public async Task<IReadOnlyList<StoredItem>> EffectsOfAsync(string incidentId)
    {
        var found = await _client.QueryAsync(new QueryRequest
        {
            TableName = Incidents,
            KeyConditionExpression = "pk = :code AND begins_with(sk, :effects)",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":code"] = new(incidentId.Split('-')[0]),
                [":effects"] = new("effect#"),
            },
        });
        return [.. found.Items.Select(item => new StoredItem(item))];
    }

    /// <summary>Puts items into a table as they are.</summary>
    public async Task PutAsync(string table, IEnumerable<StoredItem> items)
    {
        foreach (var batch in items.Chunk(BatchSize))
        {
            var writes = batch.Select(item => new WriteRequest(new PutRequest(item.Attributes))).ToList();
            _ = await _client.BatchWriteItemAsync(
                new BatchWriteItemRequest { RequestItems = new Dictionary<string, List<WriteRequest>> { [table] = writes } });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDeployed)
        {
            _client.Dispose();
            return;
        }

        _ = await _client.DeleteTableAsync(Incidents);
        _ = await _client.DeleteTableAsync(Contacts);
        _client.Dispose();
    }
}
