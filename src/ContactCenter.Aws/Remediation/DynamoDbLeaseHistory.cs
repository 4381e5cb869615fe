using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Remediation.Ended;

namespace ContactCenter.Aws.Remediation;

/// <summary>Leases in the table of incidents, each twice: among those of its month and among those of its resource.</summary>
/// <param name="client">The client.</param>
/// <param name="table">Name of the table.</param>
/// <param name="retentionDays">How long one is kept after it was granted, in days.</param>
public sealed class DynamoDbLeaseHistory(IAmazonDynamoDB client, string table, int retentionDays) : ILeaseHistory
{
    private readonly RemediationItem _items = new(client, table);

    /// <inheritdoc/>
    public async ValueTask KeepAsync(LeaseRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        foreach (var key in (ItemKey[])[OfMonth(record.Key), RemediationItem.LeaseOfResource(record.Resource, record.Key.Sort)])
        {
            var item = key.ToAttributes();
            item[TableLayout.Kind] = new AttributeValue(RemediationItem.PastLeaseKind);
            item[TableSchema.Body] = ItemBody.Write(record, RemediationJson.Default.LeaseRecord);
            item[TableLayout.ExpiresAt] = AttributeNumber.Seconds(record.GrantedAt + TimeSpan.FromDays(retentionDays));
            await _items.PutAsync(item, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<LeaseRecord?> FindAsync(LeaseKey key, CancellationToken cancellationToken) =>
        await _items.FindAsync(OfMonth(key), cancellationToken) is { } item
            ? ItemBody.Read(item, RemediationJson.Default.LeaseRecord)
            : null;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LeaseRecord>> MonthAsync(
        DateOnly month, int limit, LeaseKey? after, CancellationToken cancellationToken) =>
        PageAsync(RemediationItem.LeaseOfMonth(month, after?.Sort ?? ""), limit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LeaseRecord>> OfResourceAsync(
        string resource, int limit, LeaseKey? after, CancellationToken cancellationToken) =>
        PageAsync(RemediationItem.LeaseOfResource(resource, after?.Sort ?? ""), limit, cancellationToken);

    private static ItemKey OfMonth(LeaseKey key) =>
        RemediationItem.LeaseOfMonth(DateOnly.FromDateTime(key.GrantedAt.UtcDateTime), key.Sort);

    /// <summary>One that cannot be read is left out: it holds back no other.</summary>
    private async ValueTask<IReadOnlyList<LeaseRecord>> PageAsync(ItemKey from, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var isFirst = from.Sort.Length == 0;
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = isFirst ? "pk = :partition" : "pk = :partition AND sk < :after",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":partition"] = new(from.Partition) },
            ScanIndexForward = false,
            Limit = limit,
        };
        if (!isFirst)
        {
            request.ExpressionAttributeValues[":after"] = new AttributeValue(from.Sort);
        }

        return await Readable
            .OfAsync(
                client.ItemsAsync(request, cancellationToken), static item => ItemBody.Read(item, RemediationJson.Default.LeaseRecord),
                static _ => { }, cancellationToken)
            .Take(limit)
            .ToListAsync(cancellationToken);
    }
}
