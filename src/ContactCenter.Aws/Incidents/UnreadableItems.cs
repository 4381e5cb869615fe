using System.Collections.Immutable;
using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Incidents;

/// <summary>
/// What is done about items that cannot be read. An alarm must be told whatever stands under its key: the item is kept aside, and its
/// correlation begins anew, under the version that was read and with the number after the last incident of which there is a trace.
/// </summary>
internal sealed class UnreadableItems(IAmazonDynamoDB client, string table)
{
    /// <summary>Keeps an item of a correlation aside, each version once and until somebody deletes it.</summary>
    /// <exception cref="UnreadableItemException">Not even its version can be read: then nothing can take its place.</exception>
    public async ValueTask<Correlation> BeginAnewAsync(
        CorrelationKey key, Dictionary<string, AttributeValue> item, CancellationToken cancellationToken)
    {
        var stored = item.GetValueOrDefault(TableSchema.Version)?.N;
        if (!long.TryParse(stored, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            throw new UnreadableItemException(ItemKey.Of(item).ToString());
        }

        var aside = ItemKey.Unreadable(key.Code, version);
        var kept = new Dictionary<string, AttributeValue>(item.Where(static attribute =>
            attribute.Key is not (TableLayout.DueIn or TableLayout.NextDueAt or TableLayout.ExpiresAt)), StringComparer.Ordinal);
        foreach (var (name, value) in aside.ToAttributes())
        {
            kept[name] = value;
        }

        kept[TableLayout.Kind] = new AttributeValue(TableSchema.UnreadableKind);
        await client.PutItemAsync(new PutItemRequest { TableName = table, Item = kept }, cancellationToken);
        return Correlation.Empty(key) with
        {
            Version = version,
            Unreadable = new UnreadableCorrelation(
                aside.ToString(), await NewestNumberAsync(key.Code, cancellationToken), item.ContainsKey(TableLayout.DueIn)),
        };
    }

    /// <summary>The events in an item of a timeline; of one that cannot be read, that it cannot.</summary>
    public static ImmutableArray<TimelineEvent> TimelineOf(
        Dictionary<string, AttributeValue> item, string incidentId, IReadOnlyList<TimelineEvent> before)
    {
        try
        {
            return ItemBody.Read(item, StoredJson.Default.ImmutableArrayTimelineEvent);
        }
        catch (UnreadableItemException unreadable)
        {
            var last = before.Count > 0 ? before[^1] : null;
            return
            [
                new TimelineEvent(
                    incidentId, (last?.Number ?? 0) + 1, last?.At ?? DateTimeOffset.UnixEpoch, TimelineKind.Context,
                    Sentences.NextUnreadable(unreadable.Message)),
            ];
        }
    }

    /// <summary>The number in the newest item of a timeline: every incident has one.</summary>
    private async ValueTask<int> NewestNumberAsync(string code, CancellationToken cancellationToken)
    {
        var response = await client.QueryAsync(
            new QueryRequest
            {
                TableName = table,
                ConsistentRead = true,
                KeyConditionExpression = "pk = :code AND begins_with(sk, :timeline)",
                ExpressionAttributeValues = new Dictionary<string, AttributeValue>
                {
                    [":code"] = new(code),
                    [":timeline"] = new(ItemKey.Timelines),
                },
                ScanIndexForward = false,
                Limit = 1,
            },
            cancellationToken);
        return (response.Items ?? []).Select(static item => ItemKey.Of(item).Sort.Split('#') is [_, var number, ..]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0).FirstOrDefault();
    }
}
