using System.Text.Json.Serialization;
using Amazon.DynamoDBv2;
using ContactCenter.Core.Monitoring.Growth;

namespace ContactCenter.Aws.Incidents.History;

/// <summary>One item for each day (UTC) of the center, beside the numbers of its queues and under their rights.</summary>
/// <param name="client">The client.</param>
/// <param name="table">Name of the table of incidents.</param>
/// <param name="retentionDays">How long a day is kept, in days.</param>
public sealed class DynamoDbDays(IAmazonDynamoDB client, string table, int retentionDays) : ICenterDays
{
    private const int Parallel = 8;

    private readonly DayItems<KeptDay> _items = new(client, table, "days", retentionDays, DaysJson.Default.KeptDay);

    /// <inheritdoc/>
    public async ValueTask KeepAsync(IReadOnlyList<CenterDay> days, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(days);
        await System.Threading.Tasks.Parallel.ForEachAsync(
            days,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (day, stop) => await _items.KeepAsync(day.Day, new KeptDay(day.Values, day.Told), stop));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<CenterDay>> BetweenAsync(DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var found = new List<CenterDay>();
        await foreach (var (day, kept) in _items.BetweenAsync(from, until, cancellationToken))
        {
            found.Add(new CenterDay(day, kept.Values) { Told = kept.Told });
        }

        return found;
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
