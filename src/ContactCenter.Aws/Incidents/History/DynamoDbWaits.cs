using System.Text.Json.Serialization;
using Amazon.DynamoDBv2;
using ContactCenter.Core.Contacts.Numbers;

namespace ContactCenter.Aws.Incidents.History;

/// <summary>One item for each day with how long contacts of all queues waited, beside their numbers and under the same rights.</summary>
/// <param name="client">The client.</param>
/// <param name="table">Name of the table of incidents.</param>
/// <param name="retentionDays">How long a day is kept, in days.</param>
public sealed class DynamoDbWaits(IAmazonDynamoDB client, string table, int retentionDays) : IWaitDays
{
    private readonly DayItems<KeptWaitDay> _items = new(client, table, "waits", retentionDays, WaitsJson.Default.KeptWaitDay);

    /// <inheritdoc/>
    public async ValueTask KeepAsync(WaitDay day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(day);
        await _items.KeepAsync(day.Day, new KeptWaitDay(day.Queues, day.Channels), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<WaitDay>> BetweenAsync(DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var found = new List<WaitDay>();
        await foreach (var (day, kept) in _items.BetweenAsync(from, until, cancellationToken))
        {
            found.Add(new WaitDay(day, kept.Queues, kept.Channels));
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
