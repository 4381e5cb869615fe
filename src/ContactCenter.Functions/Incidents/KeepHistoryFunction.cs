using System.Collections.Concurrent;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
using ContactCenter.Aws.Incidents.History;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Reviews;
using StoredValue = Amazon.DynamoDBv2.Model.AttributeValue;

namespace ContactCenter.Functions.Incidents;

/// <summary>
/// Keeps the history of incidents and alarms as the table's stream tells of changes. What a batch says of one incident is one look at it;
/// what fails comes again, and what cannot be read holds up nothing. The review of a P1 or P2 that has ended begins here too.
/// </summary>
public sealed class KeepHistoryFunction(HistoryKeeper keeper, IAlarmHistory alarms, ReviewOpener reviews)
{
    /// <summary>How many incidents are looked at together: the table has room for more, the function's time is better spent so.</summary>
    private const int Parallel = 4;

    /// <summary>Keeps what a batch tells of, and says which records must come again.</summary>
    [LambdaFunction]
    public async Task<StreamsEventResponse> KeepHistory(DynamoDBEvent batch, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var failed = new ConcurrentDictionary<string, byte>(StringComparer.Ordinal);
        var changes = (batch.Records ?? [])
            .Where(static record => record.EventName != "REMOVE" && record.Dynamodb?.NewImage is not null)
            .Select(record => (Change: Read(record, context), record.Dynamodb.SequenceNumber))
            .Where(static one => one.Change is not null)
            .ToArray();
        var news = changes.Where(static one => !one.Change!.Alarms.IsEmpty).ToArray();
        await TryAsync(
            news.Select(static one => one.SequenceNumber),
            () => alarms.AddAsync([.. news.SelectMany(static one => one.Change!.Alarms)], limit.Token));
        await System.Threading.Tasks.Parallel.ForEachAsync(
            changes.GroupBy(static one => (one.Change!.Code, one.Change.IncidentId)),
            new ParallelOptions { MaxDegreeOfParallelism = Parallel },
            async (incident, _) => await TryAsync(
                incident.Select(static one => one.SequenceNumber),
                async () =>
                {
                    var kept = incident.Key.Code is { } code ? await keeper.KeepNewestAsync(code, limit.Token)
                        : incident.Key.IncidentId is { } id ? await keeper.KeepAsync(id, limit.Token)
                        : null;
                    if (kept is not null)
                    {
                        await reviews.BeginAsync(kept, limit.Token);
                    }
                }));
        return new StreamsEventResponse
        {
            BatchItemFailures =
                [.. failed.Keys.Select(static number => new StreamsEventResponse.BatchItemFailure { ItemIdentifier = number })],
        };

        async Task TryAsync(IEnumerable<string> records, Func<ValueTask> keep)
        {
            try
            {
                limit.Token.ThrowIfCancellationRequested();
                await keep();
            }
            catch (UnreadableItemException unreadable)
            {
                context.Logger.LogError(unreadable, "It is not in the history");
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                context.Logger.LogError(exception, "Records must come again");
                foreach (var number in records)
                {
                    _ = failed.TryAdd(number, 0);
                }
            }
        }
    }

    private static StoredChange? Read(DynamoDBEvent.DynamodbStreamRecord record, ILambdaContext context)
    {
        try
        {
            return StoredChange.Of(record.Dynamodb.NewImage
                .Where(static attribute => attribute.Key is TableLayout.PartitionKey or TableLayout.SortKey or TableLayout.Kind
                    or TableLayout.DoneAt or StoredChange.News or StoredChange.Body)
                .ToDictionary(
                    static attribute => attribute.Key,
                    static attribute => new StoredValue { S = attribute.Value.S, N = attribute.Value.N, B = attribute.Value.B },
                    StringComparer.Ordinal));
        }
        catch (UnreadableItemException unreadable)
        {
            context.Logger.LogError(unreadable, "What it tells of alarms is not in the history");
            return null;
        }
    }
}
