using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>A table that has no capacity left.</summary>
internal sealed class ThrottledDynamoDb() : AmazonDynamoDBClient(new BasicAWSCredentials("test", "test"), RegionEndpoint.EUCentral1)
{
    public override Task<BatchGetItemResponse> BatchGetItemAsync(
        BatchGetItemRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(new BatchGetItemResponse { Responses = [], UnprocessedKeys = request.RequestItems });

    public override Task<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellationToken = default) =>
        throw new TransactionCanceledException("throttled") { CancellationReasons = [new() { Code = "ThrottlingError" }] };
}
