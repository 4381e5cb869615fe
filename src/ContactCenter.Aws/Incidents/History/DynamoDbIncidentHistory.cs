using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using static ContactCenter.Aws.AttributeNumber;

namespace ContactCenter.Aws.Incidents.History;

/// <summary>
/// The history in the table of incidents: each record twice, among those of its month and among those of its resource, so that a page of
/// either is one query. An item is kept below <see cref="MaximumItem"/>: fifty of them are at most 25 read units.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="table">Name of the table.</param>
/// <param name="retentionDays">How long a record is kept after the incident was last heard of, in days.</param>
public sealed class DynamoDbIncidentHistory(IAmazonDynamoDB client, string table, int retentionDays) : IIncidentHistory
{
    /// <summary>Bytes of an item; a read unit is 4 KB, or twice as much where an older answer is good enough.</summary>
    internal const int MaximumItem = 4000;

    /// <summary>Room for keys and the other attributes; names of resources have up to 255 characters.</summary>
    private const int MaximumBody = MaximumItem - 700;

    /// <inheritdoc/>
    public async ValueTask KeepAsync(IncidentRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        var body = Body(record);
        await PutAsync(ItemKey.HistoryOfMonth(DateOnly.FromDateTime(record.DetectedAt.UtcDateTime), record.Key.Text));
        await PutAsync(ItemKey.HistoryOfResource(record.Resource, record.Key.Text));

        // the same record once more is written again: whoever died between the two leaves one of them behind
        async Task PutAsync(ItemKey key)
        {
            var item = key.ToAttributes();
            item[TableLayout.Kind] = new AttributeValue(TableSchema.HistoryKind);
            item[TableSchema.Version] = Number(record.Version);
            item[TableSchema.Receipts] = Number(record.Receipts);
            item[TableSchema.Body] = body.B is null ? body : new AttributeValue { B = new MemoryStream(body.B.ToArray(), writable: false) };
            item[TableLayout.ExpiresAt] = Number(
                ((record.ResolvedAt ?? record.MitigatedAt ?? record.DetectedAt) + TimeSpan.FromDays(retentionDays)).ToUnixTimeSeconds());
            try
            {
                await client.PutItemAsync(
                    new PutItemRequest
                    {
                        TableName = table,
                        Item = item,
                        ConditionExpression =
                            "attribute_not_exists(pk) OR #version < :version OR (#version = :version AND receipts <= :receipts)",
                        ExpressionAttributeNames = new Dictionary<string, string> { ["#version"] = TableSchema.Version },
                        ExpressionAttributeValues = new Dictionary<string, AttributeValue>
                        {
                            [":version"] = Number(record.Version),
                            [":receipts"] = Number(record.Receipts),
                        },
                    },
                    cancellationToken);
            }
            catch (ConditionalCheckFailedException)
            {
                // what is there was made from more
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<HistoryPage> MonthAsync(DateOnly month, int limit, string? after, CancellationToken cancellationToken) =>
        PageAsync(ItemKey.HistoryOfMonth(month, Sort(after)), limit, after is null, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<HistoryPage> OfResourceAsync(string resource, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return PageAsync(ItemKey.HistoryOfResource(resource, Sort(after)), limit, after is null, cancellationToken);
    }

    private static string Sort(string? after) => after is null
        ? ""
        : HistoryKey.TextOf(after) ?? throw new FormatException("the token is none of this history");

    private static AttributeValue Body(IncidentRecord record)
    {
        while (true)
        {
            var body = ItemBody.Write(record, StoredJson.Default.IncidentRecord);
            var shorter = record.Shortened();
            if (ItemBody.Size(body) <= MaximumBody || ReferenceEquals(shorter, record))
            {
                return body;
            }

            record = shorter;
        }
    }

    private async ValueTask<HistoryPage> PageAsync(ItemKey from, int limit, bool isFirst, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(limit is >= 1 and <= 100, true, nameof(limit));
        var page = await client.QueryAsync(
            new QueryRequest
            {
                TableName = table,
                KeyConditionExpression = "pk = :partition",
                ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":partition"] = new(from.Partition) },
                ScanIndexForward = false,
                Limit = limit,
                ExclusiveStartKey = isFirst ? null : from.ToAttributes(),
            },
            cancellationToken);
        var items = page.Items ?? [];
        var records = items.Select(ReadOrNull).OfType<IncidentRecord>().ToArray();
        return new HistoryPage(
            records,
            page.LastEvaluatedKey is { Count: > 0 } last ? HistoryKey.TokenOf(last[TableLayout.SortKey].S) : null,
            items.Count - records.Length);
    }

    /// <summary>One item that cannot be read must not hide the forty-nine beside it.</summary>
    private static IncidentRecord? ReadOrNull(Dictionary<string, AttributeValue> item)
    {
        try
        {
            return ItemBody.Read(item, StoredJson.Default.IncidentRecord);
        }
        catch (UnreadableItemException)
        {
            return null;
        }
    }
}
