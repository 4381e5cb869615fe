using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;

namespace ContactCenter.Aws.Incidents;

/// <summary>
/// Changes in the table of incidents, in one partition: there are a few a minute at most, and the clock asks for them only while an
/// incident is young.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="table">Name of the table.</param>
/// <param name="retentionDays">How long a change is kept, in days.</param>
public sealed class DynamoDbChangeLog(IAmazonDynamoDB client, string table, int retentionDays) : IChangeLog
{
    /// <inheritdoc/>
    public async ValueTask AddAsync(ConfigurationChange change, CancellationToken cancellationToken)
    {
        var item = ItemKey.Change(change.At.ToUnixTimeMilliseconds(), change.Id).ToAttributes();
        item[TableLayout.Kind] = new AttributeValue(TableSchema.ChangeKind);
        item[TableSchema.Body] = ItemBody.Write(change, StoredJson.Default.ConfigurationChange);
        item[TableLayout.ExpiresAt] = AttributeNumber.Seconds(change.At + TimeSpan.FromDays(retentionDays));
        await client.PutItemAsync(new PutItemRequest { TableName = table, Item = item }, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ConfigurationChange>> LatestAsync(
        DateTimeOffset from,
        DateTimeOffset to,
        ChangePlace? after,
        int limit,
        Action<UnreadableItemException> unreadable,
        CancellationToken cancellationToken)
    {
        var changes = new List<ConfigurationChange>();
        var first = ItemKey.Change(from.ToUnixTimeMilliseconds(), "");
        var last = ItemKey.Change(to.ToUnixTimeMilliseconds() + 1, "").Sort;
        if (after is { } place && ItemKey.Change(place.At.ToUnixTimeMilliseconds(), place.Id).Sort is var behind
            && string.CompareOrdinal(behind, last) < 0)
        {
            last = behind;
        }

        if (string.CompareOrdinal(last, first.Sort) < 0)
        {
            return changes;
        }

        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = "pk = :changes AND sk BETWEEN :first AND :end",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":changes"] = new(first.Partition),
                [":first"] = new(first.Sort),
                [":end"] = new(last),
            },
            ScanIndexForward = false,

            // what the page before ended with comes once more, because a range has both of its ends
            Limit = limit + (after is null ? 0 : 1),
        };
        return await Readable
            .OfAsync(
                client.ItemsAsync(request, cancellationToken).Where(item => item[TableLayout.SortKey].S != last),
                static item => ItemBody.Read(item, StoredJson.Default.ConfigurationChange), unreadable, cancellationToken)
            .Take(limit)
            .ToListAsync(cancellationToken);
    }
}
