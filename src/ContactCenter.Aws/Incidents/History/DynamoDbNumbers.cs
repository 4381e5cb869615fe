using System.Collections.Concurrent;
using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Incidents.History;

/// <summary>
/// One item for each queue or routing profile and day (UTC), in which each half hour is an attribute. An item is read before it is written:
/// most half hours that are looked at again are as they were, and a read costs a fifth of a write.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="table">Name of the table of incidents.</param>
/// <param name="retentionDays">How long a day is kept, in days.</param>
public sealed class DynamoDbNumbers(IAmazonDynamoDB client, string table, int retentionDays) : ICenterNumbers
{
    private const string Queues = "queue";
    private const string Profiles = "profile";
    private const int Parallel = 8;

    /// <inheritdoc/>
    public async ValueTask<int> KeepAsync(CenterNumbers numbers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var days = numbers.Queues.Select(static queue => (Of: Queues, Name: queue.Queue, queue.At, Text: NumbersText.Of(queue)))
            .Concat(numbers.Profiles.Select(static profile =>
                (Of: Profiles, Name: profile.Profile, profile.At, Text: NumbersText.Of(profile))))
            .GroupBy(static row => (row.Of, row.Name, Day: DateOnly.FromDateTime(row.At.UtcDateTime)));
        var changed = new ConcurrentBag<int>();
        await System.Threading.Tasks.Parallel.ForEachAsync(
            days,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (day, stop) => changed.Add(await KeepAsync(
                ItemKey.Numbers(day.Key.Of, day.Key.Name, day.Key.Day),
                day.Key.Day,
                [.. day.Select(static row => (Attribute(HalfHours.SlotOf(row.At)), row.Text))],
                stop)));
        return changed.Sum();
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<QueueNumbers>> OfQueueAsync(
        string queue, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        BetweenAsync(Queues, queue, from, to, NumbersText.Queue, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ProfileNumbers>> OfProfileAsync(
        string profile, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        BetweenAsync(Profiles, profile, from, to, NumbersText.Profile, cancellationToken);

    private static string Attribute(int slot) => string.Create(CultureInfo.InvariantCulture, $"h{slot:D2}");

    private async Task<int> KeepAsync(
        ItemKey key, DateOnly day, IReadOnlyList<(string Attribute, string Text)> halfHours, CancellationToken cancellationToken)
    {
        var known = await client.GetItemAsync(
            new GetItemRequest { TableName = table, Key = key.ToAttributes(), ConsistentRead = true }, cancellationToken);
        var changed = halfHours.Where(row => known.Item?.GetValueOrDefault(row.Attribute)?.S != row.Text).ToArray();
        if (changed.Length > 0)
        {
            var values = changed.ToDictionary(static row => $":{row.Attribute}", static row => new AttributeValue(row.Text));
            values[":kind"] = new AttributeValue(TableSchema.NumbersKind);
            values[":end"] = AttributeNumber.Seconds(new DateTimeOffset(day.AddDays(retentionDays + 1), TimeOnly.MinValue, TimeSpan.Zero));
            await client.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = table,
                    Key = key.ToAttributes(),
                    UpdateExpression = $"SET kind = :kind, {TableLayout.ExpiresAt} = :end, "
                        + string.Join(", ", changed.Select(static row => $"{row.Attribute} = :{row.Attribute}")),
                    ExpressionAttributeValues = values,
                },
                cancellationToken);
        }

        return changed.Length;
    }

    private async ValueTask<IReadOnlyList<T>> BetweenAsync<T>(
        string of, string name, DateTimeOffset from, DateTimeOffset to, Func<string, DateTimeOffset, string, T> read,
        CancellationToken cancellationToken)
    {
        var found = new List<T>();
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = "pk = :of AND sk BETWEEN :first AND :last",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":of"] = new(ItemKey.Numbers(of, name, default).Partition),
                [":first"] = new(ItemKey.Numbers(of, name, DateOnly.FromDateTime(from.UtcDateTime)).Sort),
                [":last"] = new(ItemKey.Numbers(of, name, DateOnly.FromDateTime(to.UtcDateTime)).Sort),
            },
        };
        await foreach (var item in client.ItemsAsync(request, cancellationToken))
        {
            var day = new DateTimeOffset(
                DateOnly.ParseExact(ItemKey.Of(item).Sort, ItemKey.DayFormat, CultureInfo.InvariantCulture), TimeOnly.MinValue,
                TimeSpan.Zero);
            found.AddRange(HalfHours.Between(day > from ? day : from, day.AddDays(1) < to ? day.AddDays(1) : to)
                .Select(at => (At: at, Text: item.GetValueOrDefault(Attribute(HalfHours.SlotOf(at)))?.S))
                .Where(static row => row.Text is not null)
                .Select(row => read(name, row.At, row.Text!)));
        }

        return found;
    }
}
