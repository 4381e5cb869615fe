using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Learning.Reviews;
using static ContactCenter.Aws.AttributeNumber;

namespace ContactCenter.Aws.Incidents;

/// <summary>
/// Reviews in the table of incidents, which is encrypted: each version under its incident, and the newest of each once more among all, in
/// order of when the incident was heard of. Both are written together, so that no list shows what is not there.
/// </summary>
/// <param name="client">The client; it lives as long as the process.</param>
/// <param name="table">Name of the table.</param>
/// <param name="retentionDays">How long they are kept, in days: as long as incidents.</param>
public sealed class DynamoDbReviews(IAmazonDynamoDB client, string table, int retentionDays) : IReviews
{
    /// <inheritdoc/>
    public async ValueTask<bool> SaveAsync(ReviewVersion review, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(review);
        var version = Put(ItemKey.Review(review.IncidentId, review.Version), review);
        version.ConditionExpression = "attribute_not_exists(pk)";
        var newest = Put(ItemKey.NewestReview(review.DetectedAt.ToUnixTimeMilliseconds(), review.IncidentId), review);
        newest.ConditionExpression = review.Version == 1 ? "attribute_not_exists(pk)" : "#version = :before";
        if (review.Version > 1)
        {
            newest.ExpressionAttributeNames = new Dictionary<string, string> { ["#version"] = TableSchema.Version };
            newest.ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":before"] = Number(review.Version - 1) };
        }

        try
        {
            await client.TransactWriteItemsAsync(
                new TransactWriteItemsRequest
                {
                    TransactItems = [new TransactWriteItem { Put = version }, new TransactWriteItem { Put = newest }],
                },
                cancellationToken);
            return true;
        }
        catch (TransactionCanceledException refused)
            when (refused.CancellationReasons.Any(static reason => reason.Code == "ConditionalCheckFailed"))
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ReviewVersion>> OfIncidentAsync(
        string incidentId, int limit, CancellationToken cancellationToken) =>
        QueryAsync(ItemKey.Review(incidentId, 1).Partition, limit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ReviewVersion>> NewestAsync(int limit, CancellationToken cancellationToken) =>
        QueryAsync(ItemKey.Reviews, limit, cancellationToken);

    private async ValueTask<IReadOnlyList<ReviewVersion>> QueryAsync(string partition, int limit, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = "pk = :partition",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":partition"] = new(partition) },
            ScanIndexForward = false,
            ConsistentRead = true,
            Limit = limit,
        };

        // one that cannot be read holds back no other
        return await Readable
            .OfAsync(
                client.ItemsAsync(request, cancellationToken), static item => ItemBody.Read(item, StoredJson.Default.ReviewVersion),
                static _ => { }, cancellationToken)
            .Take(limit)
            .ToListAsync(cancellationToken);
    }

    private Put Put(ItemKey key, ReviewVersion review)
    {
        var item = key.ToAttributes();
        item[TableLayout.Kind] = new AttributeValue(TableSchema.ReviewKind);
        item[TableSchema.Version] = Number(review.Version);
        item[TableSchema.Body] = ItemBody.Write(review, StoredJson.Default.ReviewVersion);
        item[TableLayout.ExpiresAt] = Seconds(review.At + TimeSpan.FromDays(retentionDays));
        return new Put { TableName = table, Item = item };
    }
}
