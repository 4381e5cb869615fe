using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Aws.Incidents;

/// <summary>
/// Incidents in one DynamoDB table: one consistent read to load, one transaction to commit. Throttling and outages surface as the SDK's
/// exceptions, after its own retries; whoever called is called again by AWS Lambda.
/// </summary>
public sealed class DynamoDbIncidentStore : IIncidentStore
{
    /// <summary>A BatchGetItem reads at most 100 items (DynamoDB API reference).</summary>
    private const int BatchSize = 100;

    /// <summary>How often keys that DynamoDB left unread are asked for again before it counts as busy.</summary>
    private const int MaximumReads = 8;

    private readonly IAmazonDynamoDB _client;
    private readonly string _table;
    private readonly CommitTransaction _transaction;
    private readonly DueQuery _due;
    private readonly UnreadableItems _unreadable;

    /// <summary>A store in a table.</summary>
    /// <param name="client">The client; it lives as long as the process.</param>
    /// <param name="table">Name of the table.</param>
    /// <param name="retentionDays">How long incidents are kept after their end, in days.</param>
    public DynamoDbIncidentStore(IAmazonDynamoDB client, string table, int retentionDays)
    {
        _client = client;
        _table = table;
        _transaction = new CommitTransaction(table, retentionDays);
        _due = new DueQuery(client, table, TableSchema.DueIncidents);
        _unreadable = new UnreadableItems(client, table);
    }

    /// <inheritdoc/>
    public async ValueTask<CorrelationPair> LoadAsync(CorrelationKey key, CancellationToken cancellationToken)
    {
        var stormKey = CorrelationKey.Storm(key.Location);
        string[] codes = key == stormKey ? [key.Code] : [key.Code, stormKey.Code];
        var items = await GetAsync([.. codes.Select(ItemKey.Correlation)], cancellationToken);
        var own = await FindAsync(key);
        return new CorrelationPair(own, key == stormKey ? own : await FindAsync(stormKey));

        async ValueTask<Correlation> FindAsync(CorrelationKey wanted)
        {
            if (!items.TryGetValue(ItemKey.Correlation(wanted.Code), out var item))
            {
                return Correlation.Empty(wanted);
            }

            try
            {
                return CorrelationItem.Read(item);
            }
            catch (UnreadableItemException)
            {
                return await _unreadable.BeginAnewAsync(wanted, item, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Correlation?> FindAsync(string incidentId, CancellationToken cancellationToken)
    {
        if (!ItemKey.TryParseIncident(incidentId, out var code, out _))
        {
            return null;
        }

        var response = await _client.GetItemAsync(
            new GetItemRequest { TableName = _table, Key = ItemKey.Correlation(code).ToAttributes(), ConsistentRead = true },
            cancellationToken);
        var correlation = response.Item is { Count: > 0 } item ? CorrelationItem.Read(item) : null;
        return correlation?.Incident?.Id == incidentId ? correlation : null;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> CommitAsync(IncidentCommit commit, CancellationToken cancellationToken)
    {
        try
        {
            await _client.TransactWriteItemsAsync(_transaction.For(commit), cancellationToken);
            return true;
        }
        catch (TransactionCanceledException canceled) when (IsLostRace(canceled))
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        await foreach (var entry in _due.RunAsync(now, limit, cancellationToken))
        {
            ids.Add(entry[TableLayout.Id].S);
        }

        return ids;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Correlation> ActiveAsync(
        Action<UnreadableItemException> unreadable, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batch = new List<ItemKey>(BatchSize);
        await foreach (var entry in _due.RunAsync(by: null, limit: null, cancellationToken))
        {
            batch.Add(ItemKey.Of(entry));
            if (batch.Count == BatchSize)
            {
                foreach (var correlation in await ReadAsync(batch, unreadable, cancellationToken))
                {
                    yield return correlation;
                }

                batch.Clear();
            }
        }

        foreach (var correlation in await ReadAsync(batch, unreadable, cancellationToken))
        {
            yield return correlation;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<TimelineEvent>> TimelineAsync(string incidentId, CancellationToken cancellationToken)
    {
        var events = new List<TimelineEvent>();
        if (!ItemKey.TryParseIncident(incidentId, out var code, out var number))
        {
            return events;
        }

        var request = new QueryRequest
        {
            TableName = _table,
            ConsistentRead = true,
            KeyConditionExpression = "pk = :code AND begins_with(sk, :timeline)",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":code"] = new(code),
                [":timeline"] = new(ItemKey.TimelinePrefix(number)),
            },
        };
        await foreach (var item in _client.ItemsAsync(request, cancellationToken))
        {
            events.AddRange(UnreadableItems.TimelineOf(item, incidentId, events));
        }

        return events;
    }

    /// <summary>
    /// True when another transaction was faster, or is under way on the same items: then deciding again is right. Anything else, such as
    /// throttling, is not a lost race, and deciding again at once would make it worse.
    /// </summary>
    /// <summary>True when a transaction was cancelled only because somebody else was faster.</summary>
    internal static bool IsLostRace(TransactionCanceledException canceled)
    {
        var codes = (canceled.CancellationReasons ?? []).Select(reason => reason.Code)
            .Where(code => code is not (null or "None"))
            .ToArray();
        return codes.Length > 0 && codes.All(code => code is "ConditionalCheckFailed" or "TransactionConflict");
    }

    private async ValueTask<IReadOnlyList<Correlation>> ReadAsync(
        List<ItemKey> keys, Action<UnreadableItemException> unreadable, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        var items = await GetAsync(keys, cancellationToken);
        return
        [
            .. Readable.Of(keys.Where(items.ContainsKey), key => CorrelationItem.Read(items[key]), unreadable)
                .Where(correlation => correlation.Incident is { IsActive: true })
        ];
    }

    private async ValueTask<Dictionary<ItemKey, Dictionary<string, AttributeValue>>> GetAsync(
        IReadOnlyList<ItemKey> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<ItemKey, Dictionary<string, AttributeValue>>();
        var wanted = new Dictionary<string, KeysAndAttributes>
        {
            [_table] = new() { ConsistentRead = true, Keys = [.. keys.Select(key => key.ToAttributes())] },
        };
        for (var read = 0; read < MaximumReads; read++)
        {
            var response = await _client.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = wanted }, cancellationToken);
            foreach (var item in response.Responses?.GetValueOrDefault(_table) ?? [])
            {
                found[ItemKey.Of(item)] = item;
            }

            // keys are left over when the answer would exceed 16 MB, and when the table is throttled
            if (response.UnprocessedKeys is not { Count: > 0 } unread)
            {
                return found;
            }

            wanted = unread;
        }

        throw new ProvisionedThroughputExceededException(
            $"{_table} left {wanted.Sum(entry => entry.Value.Keys.Count)} keys unread {MaximumReads} times");
    }
}
