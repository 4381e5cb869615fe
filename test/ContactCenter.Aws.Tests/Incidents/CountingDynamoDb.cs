using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>
/// A table in this process that knows what triage asks of it, and counts calls and write units. Any other call fails, because the
/// client has no endpoint behind it. The real conditions are tested against the emulator; this one is there for large numbers.
/// </summary>
internal sealed class CountingDynamoDb() : AmazonDynamoDBClient(
    new BasicAWSCredentials("test", "test"),
    new AmazonDynamoDBConfig { RegionEndpoint = RegionEndpoint.EUCentral1, ServiceURL = "http://localhost:1", MaxErrorRetry = 0 })
{
    private readonly Dictionary<(string, string), Dictionary<string, AttributeValue>> _items = [];

    public int Reads { get; private set; }

    public int Transactions { get; private set; }

    public int Items { get; private set; }

    /// <summary>
    /// Write request units: two for each begun kilobyte of an item, because it is written in a transaction; index entries apart.
    /// </summary>
    public long WriteUnits { get; private set; }

    /// <summary>The largest item that was written, in bytes.</summary>
    public long LargestItem { get; private set; }

    public override Task<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        Reads++;
        var (table, keys) = request.RequestItems.Single();
        var found = keys.Keys.Select(key => _items.GetValueOrDefault(KeyOf(key))).OfType<Dictionary<string, AttributeValue>>().ToList();
        return Task.FromResult(new BatchGetItemResponse { Responses = new() { [table] = found }, UnprocessedKeys = [] });
    }

    public override Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
    {
        Reads++;
        Assert.Equal(TableLayout.DueIndex, request.IndexName);
        var wanted = request.ExpressionAttributeValues[":in"].S;
        return Task.FromResult(new QueryResponse
        {
            Items = [.. _items.Values.Where(item => item.GetValueOrDefault(TableLayout.DueIn)?.S == wanted)],
        });
    }

    public override Task<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
    {
        Transactions++;
        Assert.InRange(request.TransactItems.Count, 1, 100);
        foreach (var put in request.TransactItems.Select(action => action.Put))
        {
            var version = _items.GetValueOrDefault(KeyOf(put.Item))?[TableSchema.Version].N;
            if (put.ConditionExpression is not null && version != put.ExpressionAttributeValues?[":read"].N)
            {
                throw new TransactionCanceledException("lost") { CancellationReasons = [new() { Code = "ConditionalCheckFailed" }] };
            }
        }

        foreach (var put in request.TransactItems.Select(action => action.Put))
        {
            var size = ItemSize.Of(put.Item);
            Items++;
            WriteUnits += 2 * ((size + 1023) / 1024);
            LargestItem = Math.Max(LargestItem, size);
            _items[KeyOf(put.Item)] = put.Item;
        }

        return Task.FromResult(new TransactWriteItemsResponse());
    }

    private static (string, string) KeyOf(Dictionary<string, AttributeValue> item) =>
        (item[TableLayout.PartitionKey].S, item[TableLayout.SortKey].S);
}
