using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Contacts.Outcomes;

/// <summary>
/// How contacts ended: a partition for each day with an item for each contact, read once and gone after some days; and all days with their
/// counts in one partition.
/// </summary>
public sealed class DynamoDbContactOutcomes(IAmazonDynamoDB client, string table) : IContactOutcomes
{
    private const string Level = "level";
    private const string IsTransferred = "transferred";
    private const string Seconds = "seconds";

    /// <inheritdoc/>
    public async ValueTask KeepAsync(DateOnly day, ContactOutcome outcome, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var names = new Dictionary<string, string>
        {
            ["#topic"] = ContactSchema.Topic,
            ["#queue"] = ContactSchema.Queue,
            ["#transferred"] = IsTransferred,
            ["#seconds"] = Seconds,
            ["#end"] = TableLayout.ExpiresAt,
        };
        var values = new Dictionary<string, AttributeValue>
        {
            [":topic"] = new(outcome.Topic),
            [":queue"] = new(outcome.Queue),
            [":transferred"] = AttributeNumber.Number(outcome.IsTransferred ? 1 : 0),
            [":seconds"] = AttributeNumber.Number(outcome.Seconds),
            [":end"] = AttributeNumber.Seconds(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) + ContactOutcome.Kept),
        };
        if (outcome.Level is { } level)
        {
            names["#level"] = Level;
            values[":level"] = AttributeNumber.Number(level);
        }

        _ = await client.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = table,
                Key = new ItemKey(ContactSchema.Outcomes(DayCounts.Name(day)), outcome.ContactId).ToAttributes(),
                UpdateExpression = $"SET {string.Join(", ", names.Keys.Select(static name => $"{name} = :{name[1..]}"))}",
                ExpressionAttributeNames = names,
                ExpressionAttributeValues = values,
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ContactOutcome>> OfDayAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = $"{TableLayout.PartitionKey} = :day",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":day"] = new(ContactSchema.Outcomes(DayCounts.Name(day))),
            },
        };
        return await client.ItemsAsync(request, cancellationToken).Select(Read).OfType<ContactOutcome>().ToListAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(OutcomeDay day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(day);
        var item = new ItemKey(ContactSchema.OutcomeDays, DayCounts.Name(day.Day)).ToAttributes();
        item[ContactSchema.Document] = new(JsonSerializer.Serialize(day, OutcomesJson.Default.OutcomeDay));
        item[TableLayout.ExpiresAt] =
            AttributeNumber.Seconds(new DateTimeOffset(day.Day, TimeOnly.MinValue, TimeSpan.Zero) + OutcomeDay.Kept);
        _ = await client.PutItemAsync(new PutItemRequest { TableName = table, Item = item }, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<OutcomeDay>> SinceAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = "pk = :days AND sk >= :day",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":days"] = new(ContactSchema.OutcomeDays),
                [":day"] = new(DayCounts.Name(day)),
            },
        };
        return await client.ItemsAsync(request, cancellationToken)
            .Select(static item => ContactItems.DocumentOf(item, OutcomesJson.Default.OutcomeDay))
            .OfType<OutcomeDay>()
            .ToListAsync(cancellationToken);
    }

    /// <summary>Null when it lacks what makes an outcome.</summary>
    private static ContactOutcome? Read(Dictionary<string, AttributeValue> item) =>
        item.GetValueOrDefault(ContactSchema.Topic)?.S is { } topic && item.GetValueOrDefault(ContactSchema.Queue)?.S is { } queue
            ? new ContactOutcome(
                item[TableLayout.SortKey].S, topic, queue, (int?)AttributeNumber.Whole(item, Level),
                AttributeNumber.Whole(item, IsTransferred) == 1, AttributeNumber.Whole(item, Seconds) ?? 0)
            : null;
}

/// <summary>How counts of a day are written.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OutcomeDay))]
internal sealed partial class OutcomesJson : JsonSerializerContext;
