using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Incidents;

/// <summary>
/// What the table of incidents keeps of what was decided: incidents with the alarms that are followed, and for thirty days what was to be
/// done outside.
/// </summary>
public sealed class KeptRecord
{
    private readonly Dictionary<string, Incident> _incidents = new(StringComparer.Ordinal);
    private readonly List<Effect> _effects = [];
    private readonly List<(string Code, AlarmTrack Track)> _tracks = [];

    /// <summary>The incidents.</summary>
    public IReadOnlyCollection<Incident> Incidents => _incidents.Values;

    /// <summary>What was to be done outside, in order of time.</summary>
    public IReadOnlyList<Effect> Effects =>
        [.. _effects.OrderBy(static effect => effect.At).ThenBy(static effect => effect.Id, StringComparer.Ordinal)];

    /// <summary>Alarms, each with the code of the incidents that it takes part in.</summary>
    public IReadOnlyList<(string Code, AlarmTrack Track)> Tracks => _tracks;

    /// <summary>Items that could not be read.</summary>
    public int Unreadable { get; private set; }

    /// <summary>The incident of an id, or null where it is not kept any more.</summary>
    public Incident? Find(string id) => _incidents.GetValueOrDefault(id);

    /// <summary>Reads a table, a page after the other.</summary>
    public static async ValueTask<KeptRecord> ScanAsync(IAmazonDynamoDB client, string table, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        var record = new KeptRecord();
        var request = new ScanRequest
        {
            TableName = table,
            FilterExpression = "kind IN (:correlation, :incident, :effect, :pack)",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":correlation"] = new(TableLayout.CorrelationKind),
                [":incident"] = new(TableLayout.IncidentKind),
                [":effect"] = new(TableLayout.EffectKind),
                [":pack"] = new(TableSchema.EffectPackKind),
            },
        };
        do
        {
            var page = await client.ScanAsync(request, cancellationToken);
            (page.Items ?? []).ForEach(record.Add);
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });

        return record;
    }

    /// <summary>Reads what <c>aws dynamodb scan</c> prints of the table.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static KeptRecord Read(JsonElement scan)
    {
        if (scan.ValueKind != JsonValueKind.Object
            || !scan.TryGetProperty("Items", out var items)
            || items.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException(Findings.ScanExpected);
        }

        var record = new KeptRecord();
        foreach (var item in items.EnumerateArray())
        {
            record.Add(Attributes(item));
        }

        return record;
    }

    private void Add(Dictionary<string, AttributeValue> item)
    {
        try
        {
            switch (item.GetValueOrDefault(TableLayout.Kind)?.S)
            {
                case TableLayout.CorrelationKind:
                    var correlation = CorrelationItem.Read(item);
                    _tracks.AddRange(correlation.Tracks.Select(track => (correlation.Key.Code, track)));
                    Add(correlation.Incident);
                    break;
                case TableLayout.IncidentKind:
                    Add(ItemBody.Read(item, StoredJson.Default.Incident));
                    break;
                case TableLayout.EffectKind:
                    _effects.Add(EffectItem.Read(item));
                    break;
                case TableSchema.EffectPackKind:
                    _effects.AddRange(EffectItem.ReadPack(item));
                    break;
            }
        }
        catch (UnreadableItemException)
        {
            Unreadable++;
        }
    }

    private void Add(Incident? incident)
    {
        if (incident is not null)
        {
            _incidents[incident.Id] = incident;
        }
    }

    /// <summary>The JSON of DynamoDB; only the types that the items have.</summary>
    private static Dictionary<string, AttributeValue> Attributes(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException(Findings.ScanItemExpected);
        }

        var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        foreach (var member in item.EnumerateObject())
        {
            attributes[member.Name] = Value(member.Value);
        }

        return attributes;
    }

    private static AttributeValue Value(JsonElement typed)
    {
        var value = new AttributeValue();
        foreach (var member in typed.ValueKind == JsonValueKind.Object ? [.. typed.EnumerateObject()] : Array.Empty<JsonProperty>())
        {
            switch (member.Name, member.Value.ValueKind)
            {
                case ("S", JsonValueKind.String):
                    value.S = member.Value.GetString();
                    break;
                case ("N", JsonValueKind.String):
                    value.N = member.Value.GetString();
                    break;
                case ("B", JsonValueKind.String) when member.Value.TryGetBytesFromBase64(out var bytes):
                    value.B = new MemoryStream(bytes);
                    break;
            }
        }

        return value;
    }
}
