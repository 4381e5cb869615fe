using System.Globalization;
using System.Text.Json.Serialization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Incidents.History;

/// <summary>One item for each day with how long contacts of all queues waited, beside their numbers and under the same rights.</summary>
/// <param name="client">The client.</param>
/// <param name="table">Name of the table of incidents.</param>
/// <param name="retentionDays">How long a day is kept, in days.</param>
public sealed class DynamoDbWaits(IAmazonDynamoDB client, string table, int retentionDays) : IWaitDays
{
    private const string Of = "center";
    private const string Name = "waits";

    /// <inheritdoc/>
    public async ValueTask KeepAsync(WaitDay day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(day);
        _ = await client.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = table,
                Key = ItemKey.Numbers(Of, Name, day.Day).ToAttributes(),
                UpdateExpression = $"SET kind = :kind, {TableLayout.ExpiresAt} = :end, {TableSchema.Body} = :body",
                ExpressionAttributeValues = new Dictionary<string, AttributeValue>
                {
                    [":kind"] = new(TableSchema.NumbersKind),
                    [":end"] = AttributeNumber.Seconds(
                        new DateTimeOffset(day.Day.AddDays(retentionDays + 1), TimeOnly.MinValue, TimeSpan.Zero)),
                    [":body"] = ItemBody.Write(new KeptWaitDay(day.Queues, day.Channels), WaitsJson.Default.KeptWaitDay),
                },
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<WaitDay>> BetweenAsync(DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var found = new List<WaitDay>();
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = "pk = :of AND sk BETWEEN :first AND :last",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":of"] = new(ItemKey.Numbers(Of, Name, default).Partition),
                [":first"] = new(ItemKey.Numbers(Of, Name, from).Sort),
                [":last"] = new(ItemKey.Numbers(Of, Name, until.AddDays(-1)).Sort),
            },
        };
        await foreach (var item in client.ItemsAsync(request, cancellationToken))
        {
            var kept = ItemBody.Read(item, WaitsJson.Default.KeptWaitDay);
            found.Add(new WaitDay(
                DateOnly.ParseExact(ItemKey.Of(item).Sort, ItemKey.DayFormat, CultureInfo.InvariantCulture), kept.Queues, kept.Channels));
        }

        return found;
    }
}

/// <summary>What is written of a day.</summary>
/// <param name="Queues">Queues of which it is known.</param>
/// <param name="Channels">Their channels.</param>
internal sealed record KeptWaitDay(IReadOnlyList<string> Queues, IReadOnlyList<ChannelWaits> Channels);

/// <summary>How a day is written: counts, and nothing that follows from them.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(KeptWaitDay))]
internal sealed partial class WaitsJson : JsonSerializerContext;
