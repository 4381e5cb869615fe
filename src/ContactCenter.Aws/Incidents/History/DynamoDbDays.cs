using System.Globalization;
using System.Text.Json.Serialization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Growth;

namespace ContactCenter.Aws.Incidents.History;

/// <summary>One item for each day (UTC) of the center, beside the numbers of its queues and under their rights.</summary>
/// <param name="client">The client.</param>
/// <param name="table">Name of the table of incidents.</param>
/// <param name="retentionDays">How long a day is kept, in days.</param>
public sealed class DynamoDbDays(IAmazonDynamoDB client, string table, int retentionDays) : ICenterDays
{
    private const string Of = "center";
    private const string Name = "days";
    private const int Parallel = 8;

    /// <inheritdoc/>
    public async ValueTask KeepAsync(IReadOnlyList<CenterDay> days, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(days);
        await System.Threading.Tasks.Parallel.ForEachAsync(
            days,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (day, stop) => await client.UpdateItemAsync(
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
                        [":body"] = ItemBody.Write(new KeptDay(day.Values, day.Told), DaysJson.Default.KeptDay),
                    },
                },
                stop));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<CenterDay>> BetweenAsync(DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var found = new List<CenterDay>();
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
            found.Add(Read(item));
        }

        return found;
    }

    private static CenterDay Read(Dictionary<string, AttributeValue> item)
    {
        var kept = ItemBody.Read(item, DaysJson.Default.KeptDay);
        return new CenterDay(
            DateOnly.ParseExact(ItemKey.Of(item).Sort, ItemKey.DayFormat, CultureInfo.InvariantCulture), kept.Values)
        {
            Told = kept.Told,
        };
    }
}

/// <summary>What is written of a day.</summary>
/// <param name="Values">Its values.</param>
/// <param name="Told">What was told.</param>
internal sealed record KeptDay(IReadOnlyList<DayValue> Values, IReadOnlyList<string>? Told);

/// <summary>How a day is written.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeptDay))]
internal sealed partial class DaysJson : JsonSerializerContext;
