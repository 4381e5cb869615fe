using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Contacts.NextTopics;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Contacts.NextTopics;

/// <summary>
/// Topics of customers in one partition, an item for each customer with a set of times, contacts and topics: one write adds and tells. It
/// is read as a whole once a day.
/// </summary>
public sealed class DynamoDbTopicHistories(IAmazonDynamoDB client, string table) : ITopicHistories
{
    private const char Between = '|';

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> AddAsync(
        string caller, string contactId, string topic, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var entry = string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeMilliseconds():D15}{Between}{contactId}{Between}{topic}");
        var after = await client.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = table,
                Key = Key(caller),
                UpdateExpression = $"ADD {ContactSchema.Topics} :entry SET {TableLayout.ExpiresAt} = :end",
                ExpressionAttributeValues = new Dictionary<string, AttributeValue>
                {
                    [":entry"] = new() { SS = [entry] },
                    [":end"] = AttributeNumber.Seconds(now + ITopicHistories.Remembered),
                },
                ReturnValues = ReturnValue.ALL_NEW,
            },
            cancellationToken);
        var entries = Entries(after.Attributes ?? []);
        if (entries.Length > 2 * ITopicHistories.MaximumTopics)
        {
            // a caller waits for the topics, and not for this
            _ = ForgetAsync(caller, [.. entries[..^ITopicHistories.MaximumTopics]]);
        }

        return ITopicHistories.TopicsOf(Visits(entries));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<IReadOnlyList<string>>> AllAsync(CancellationToken cancellationToken) =>
        [.. (await VisitsAsync(cancellationToken)).Select(ITopicHistories.TopicsOf)];

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<IReadOnlyList<TopicVisit>>> VisitsAsync(CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = $"{TableLayout.PartitionKey} = :topics",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":topics"] = new(ContactSchema.TopicHistories) },
        };
        return await client.ItemsAsync(request, cancellationToken)
            .Take(ITopicHistories.MaximumCustomers)
            .Select(static item => Visits(Entries(item)))
            .ToListAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<LikelyTopics?> ReadAsync(CancellationToken cancellationToken)
    {
        var found = await client.GetItemAsync(
            new GetItemRequest { TableName = table, Key = LearnedKey() }, cancellationToken);
        return ContactItems.DocumentOf(found.Item, LikelyTopicsJson.Default.LikelyTopics);
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(LikelyTopics likely, CancellationToken cancellationToken)
    {
        var item = LearnedKey();
        item[ContactSchema.Document] = new(JsonSerializer.Serialize(likely, LikelyTopicsJson.Default.LikelyTopics));
        _ = await client.PutItemAsync(new PutItemRequest { TableName = table, Item = item }, cancellationToken);
    }

    private async Task ForgetAsync(string caller, List<string> old)
    {
        try
        {
            _ = await client.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = table,
                    Key = Key(caller),
                    UpdateExpression = $"DELETE {ContactSchema.Topics} :old",
                    ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":old"] = new() { SS = old } },
                },
                CancellationToken.None);
        }
#pragma warning disable CA1031 // the next contact cleans up
        catch (Exception)
#pragma warning restore CA1031
        {
            // more than is looked at does no harm
        }
    }

    /// <summary>In the order of time, which the digits before them keep.</summary>
    private static string[] Entries(Dictionary<string, AttributeValue> item) =>
        [.. (item.GetValueOrDefault(ContactSchema.Topics)?.SS ?? []).Order(StringComparer.Ordinal)];

    private static IReadOnlyList<TopicVisit> Visits(string[] entries) =>
    [
        .. entries.Select(static entry => entry.Split(Between, 3))
            .Where(static parts => parts.Length == 3)
            .DistinctBy(static parts => parts[1], StringComparer.Ordinal)
            .Select(static parts => ContactSchema.Moment(parts[0]) is { } at ? new TopicVisit(at, parts[1], parts[2]) : null)
            .OfType<TopicVisit>(),
    ];

    private static Dictionary<string, AttributeValue> Key(string caller) =>
        new ItemKey(ContactSchema.TopicHistories, caller).ToAttributes();

    private static Dictionary<string, AttributeValue> LearnedKey() =>
        new ItemKey(ContactSchema.LikelyTopics, ContactSchema.State).ToAttributes();
}

/// <summary>How likely topics are written.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(LikelyTopics))]
internal sealed partial class LikelyTopicsJson : JsonSerializerContext;
