using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Contacts.Complexity;
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
    private const string Met = "met";
    private const string Slot = "slot";
    private const string Skill = "skill";

    /// <inheritdoc/>
    public async ValueTask KeepAsync(DateOnly day, ContactOutcome outcome, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var item = new Dictionary<string, AttributeValue>
        {
            [ContactSchema.Topic] = new(outcome.Topic),
            [ContactSchema.Queue] = new(outcome.Queue),
            [IsTransferred] = AttributeNumber.Number(outcome.IsTransferred ? 1 : 0),
            [Seconds] = AttributeNumber.Number(outcome.Seconds),
            [TableLayout.ExpiresAt] =
                AttributeNumber.Seconds(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) + ContactOutcome.Kept),
        };
        TraitItems.Add(item, outcome.Traits, outcome.Rule);
        AddNumber(Level, outcome.Level);
        AddNumber(Met, outcome.Met);
        AddNumber(Slot, outcome.Slot);
        if (outcome.Skill is { } skill)
        {
            item[Skill] = new(skill);
        }

        (string Name, AttributeValue Value)[] attributes = [.. item.Select(static one => (one.Key, one.Value))];
        _ = await client.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = table,
                Key = new ItemKey(ContactSchema.Outcomes(DayCounts.Name(day)), outcome.ContactId).ToAttributes(),
                UpdateExpression = $"SET {string.Join(", ", attributes.Select(static (_, i) => $"#a{i} = :a{i}"))}",
                ExpressionAttributeNames = attributes.Index().ToDictionary(static one => $"#a{one.Index}", static one => one.Item.Name),
                ExpressionAttributeValues = attributes.Index().ToDictionary(static one => $":a{one.Index}", static one => one.Item.Value),
            },
            cancellationToken);

        void AddNumber(string name, int? number)
        {
            if (number is { } value)
            {
                item[name] = AttributeNumber.Number(value);
            }
        }
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

    /// <inheritdoc/>
    public async ValueTask<LearnedComplexity?> ReadComplexityAsync(CancellationToken cancellationToken)
    {
        var found = await client.GetItemAsync(new GetItemRequest { TableName = table, Key = LearnedKey() }, cancellationToken);
        return ContactItems.DocumentOf(found.Item, OutcomesJson.Default.LearnedComplexity);
    }

    /// <inheritdoc/>
    public async ValueTask WriteComplexityAsync(LearnedComplexity learned, CancellationToken cancellationToken)
    {
        var item = LearnedKey();
        item[ContactSchema.Document] = new(JsonSerializer.Serialize(learned, OutcomesJson.Default.LearnedComplexity));
        _ = await client.PutItemAsync(new PutItemRequest { TableName = table, Item = item }, cancellationToken);
    }

    private static Dictionary<string, AttributeValue> LearnedKey() =>
        new ItemKey(ContactSchema.LearnedComplexity, ContactSchema.State).ToAttributes();

    /// <summary>Null when it lacks what makes an outcome.</summary>
    private static ContactOutcome? Read(Dictionary<string, AttributeValue> item) =>
        item.GetValueOrDefault(ContactSchema.Topic)?.S is { } topic && item.GetValueOrDefault(ContactSchema.Queue)?.S is { } queue
            ? new ContactOutcome(
                item[TableLayout.SortKey].S, topic, queue, (int?)AttributeNumber.Whole(item, Level),
                AttributeNumber.Whole(item, IsTransferred) == 1, AttributeNumber.Whole(item, Seconds) ?? 0)
            {
                Traits = TraitItems.Traits(item),
                Rule = item.GetValueOrDefault(TraitItems.Rule)?.S,
                Met = (int?)AttributeNumber.Whole(item, Met),
                Slot = (int?)AttributeNumber.Whole(item, Slot),
                Skill = item.GetValueOrDefault(Skill)?.S,
            }
            : null;
}

/// <summary>How counts of a day are written.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OutcomeDay))]
[JsonSerializable(typeof(LearnedComplexity))]
internal sealed partial class OutcomesJson : JsonSerializerContext;
