using System.Collections.Immutable;
using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Aws.Incidents.History;

/// <summary>
/// One item for each alarm and day, with its changes as a set of numbers: to add to a set is idempotent and knows no order, so the stream
/// may bring a change twice, late and overtaken.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="table">Name of the table of incidents.</param>
/// <param name="retentionDays">How long a day is kept, in days.</param>
public sealed class DynamoDbAlarmHistory(IAmazonDynamoDB client, string table, int retentionDays) : IAlarmHistory
{
    /// <summary>A moment is its milliseconds with the state as the last digit.</summary>
    private const int States = 10;

    /// <summary>In the place of a contributor: the alarm as a whole.</summary>
    private const string Whole = "-";

    private const int Parallel = 8;

    /// <summary>A BatchGetItem reads at most 100 items (DynamoDB API reference).</summary>
    private const int BatchSize = 100;

    /// <inheritdoc/>
    public async ValueTask AddAsync(IReadOnlyList<AlarmNews> news, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(news);
        var days = news.GroupBy(static one => (Day: DateOnly.FromDateTime(one.Moment.At.UtcDateTime), one.Id));
        await System.Threading.Tasks.Parallel.ForEachAsync(
            days,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (day, stop) => await client.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = table,
                    Key = ItemKey.AlarmDay(day.Key.Day, $"{day.Key.Id}").ToAttributes(),
                    UpdateExpression = "SET kind = :kind, arn = :arn, contributor = :contributor, alarm = :name, expiresAt = :end "
                        + "ADD moments :moments",
                    ExpressionAttributeValues = new Dictionary<string, AttributeValue>
                    {
                        [":kind"] = new(TableSchema.AlarmDayKind),
                        [":arn"] = new(day.Key.Id.Arn),
                        [":contributor"] = new(day.Key.Id.Contributor ?? Whole),
                        [":name"] = new(day.First().Name),
                        [":end"] = new()
                        {
                            N = new DateTimeOffset(day.Key.Day.AddDays(retentionDays + 1), TimeOnly.MinValue, TimeSpan.Zero)
                                .ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                        },
                        [":moments"] = new() { NS = [.. day.Select(static one => Number(one.Moment)).Distinct()] },
                    },
                },
                stop));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<AlarmDay>> DayAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = "pk = :day",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":day"] = new(ItemKey.AlarmDay(day, "").Partition) },
        };
        return await client.ItemsAsync(request, cancellationToken).Select(Read).ToListAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<AlarmDay>> OfAlarmAsync(
        AlarmId alarm, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var days = new List<AlarmDay>();
        foreach (var batch in Enumerable.Range(0, Math.Max(0, to.DayNumber - from.DayNumber + 1)).Chunk(BatchSize))
        {
            var wanted = new Dictionary<string, KeysAndAttributes>
            {
                [table] = new() { Keys = [.. batch.Select(day => ItemKey.AlarmDay(from.AddDays(day), $"{alarm}").ToAttributes())] },
            };
            while (wanted is { Count: > 0 })
            {
                var response = await client.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = wanted }, cancellationToken);
                days.AddRange((response.Responses?.GetValueOrDefault(table) ?? []).Select(Read));
                wanted = response.UnprocessedKeys;
            }
        }

        return [.. days.OrderBy(static day => day.Day)];
    }

    private static AlarmDay Read(Dictionary<string, AttributeValue> item) => new(
        DateOnly.ParseExact(ItemKey.Of(item).Partition["alarms#".Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        new AlarmId(item["arn"].S, item["contributor"].S is { } contributor and not Whole ? contributor : null),
        item["alarm"].S,
        [.. item["moments"].NS.Select(Moment).Order()]);

    private static string Number(AlarmMoment moment) =>
        ((moment.At.ToUnixTimeMilliseconds() * States) + (int)moment.State).ToString(CultureInfo.InvariantCulture);

    private static AlarmMoment Moment(string number)
    {
        var parsed = long.Parse(number, CultureInfo.InvariantCulture);
        return new AlarmMoment(DateTimeOffset.FromUnixTimeMilliseconds(parsed / States), (AlarmState)(parsed % States));
    }
}
