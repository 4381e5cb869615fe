using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Settings;
using static ContactCenter.Aws.AttributeNumber;

namespace ContactCenter.Aws.Incidents;

/// <summary>
/// Settings in the table of incidents: an item for each kind in one partition, so that whoever needs them reads all of them by one query,
/// and the acts in another, so that this query never reads the audit.
/// </summary>
/// <param name="client">The client; it lives as long as the process.</param>
/// <param name="table">Name of the table.</param>
/// <param name="retentionDays">How long acts are kept, in days.</param>
public sealed class DynamoDbSettings(IAmazonDynamoDB client, string table, int retentionDays) : ISettingsStore
{
    /// <inheritdoc/>
    public async ValueTask<RuntimeSettings> ReadAsync(CancellationToken cancellationToken)
    {
        var books = new List<SettingsBook>();
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = "pk = :settings",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":settings"] = new(TableLayout.SettingsPartition) },
            ConsistentRead = true,
        };
        await foreach (var item in client.ItemsAsync(request, cancellationToken))
        {
            // a kind that only a newer version knows is for that one
            if (SettingKinds.Find(item[TableLayout.SortKey].S) is { } kind)
            {
                books.Add(new SettingsBook(
                    kind,
                    long.Parse(item[TableSchema.Version].N, CultureInfo.InvariantCulture),
                    ItemBody.Read(item, StoredJson.Default.ImmutableArraySetting))
                {
                    Marks = item.TryGetValue(TableSchema.Marks, out var marks)
                        ? ItemBody.Read(marks, StoredJson.Default.ImmutableArraySettingMark)
                        : [],
                });
            }
        }

        return new RuntimeSettings(books);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> CommitAsync(SettingsCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var (book, act) = commit;
        var put = new Put { TableName = table, Item = ItemKey.Settings(SettingKinds.NameOf(book.Kind)).ToAttributes() };
        put.Item[TableLayout.Kind] = new AttributeValue(TableSchema.SettingsKind);
        put.Item[TableSchema.Version] = Number(book.Version);
        put.Item[TableSchema.Body] = ItemBody.Write(book.Settings, StoredJson.Default.ImmutableArraySetting);
        if (!book.Marks.IsEmpty)
        {
            put.Item[TableSchema.Marks] = ItemBody.Write(book.Marks, StoredJson.Default.ImmutableArraySettingMark);
        }

        if (book.Version == 1)
        {
            put.ConditionExpression = "attribute_not_exists(pk)";
        }
        else
        {
            put.ConditionExpression = "#version = :read";
            put.ExpressionAttributeNames = new Dictionary<string, string> { ["#version"] = TableSchema.Version };
            put.ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":read"] = Number(book.Version - 1) };
        }

        var audit = new Put { TableName = table, Item = ItemKey.SettingAct(act.Id).ToAttributes() };
        audit.Item[TableLayout.Kind] = new AttributeValue(TableSchema.SettingActKind);
        audit.Item[TableSchema.Body] = ItemBody.Write(act, StoredJson.Default.SettingAct);
        audit.Item[TableLayout.ExpiresAt] = Seconds(act.At + TimeSpan.FromDays(retentionDays));
        try
        {
            await client.TransactWriteItemsAsync(
                new TransactWriteItemsRequest
                {
                    TransactItems = [new TransactWriteItem { Put = put }, new TransactWriteItem { Put = audit }],
                    ClientRequestToken = Guid.NewGuid().ToString("N"),
                },
                cancellationToken);
            return true;
        }
        catch (TransactionCanceledException cancelled)
            when (DynamoDbIncidentStore.IsLostRace(cancelled))
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SettingAct>> ActsAsync(string? before, int limit, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = before is null ? "pk = :acts" : "pk = :acts AND sk < :before",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":acts"] = new(ItemKey.SettingAct("").Partition) },
            ScanIndexForward = false,
            Limit = limit,
        };
        if (before is not null)
        {
            request.ExpressionAttributeValues[":before"] = new(before);
        }

        return await client.ItemsAsync(request, cancellationToken)
            .Select(static item => ItemBody.Read(item, StoredJson.Default.SettingAct))
            .Take(limit)
            .ToListAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<SettingAct?> FindActAsync(string id, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(id))
        {
            return null;
        }

        var response = await client.GetItemAsync(
            new GetItemRequest { TableName = table, Key = ItemKey.SettingAct(id).ToAttributes(), ConsistentRead = true },
                cancellationToken);
        return response.Item is { Count: > 0 } item ? ItemBody.Read(item, StoredJson.Default.SettingAct) : null;
    }
}
