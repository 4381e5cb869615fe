using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Incidents.Engine;

namespace ContactCenter.Fuzz;

/// <summary>
/// What stands in the table: whoever can write there, or an older version, may have written it otherwise than it is read.
/// </summary>
internal static class StoredItems
{
    /// <summary>The kinds of items that have a body.</summary>
    public static IEnumerable<FuzzEntry> All(IncidentPolicy policy, DateTimeOffset now)
    {
        var decision = FuzzSamples.Decision(policy, now);
        yield return Of("stored-correlations", [decision.After], StoredJson.Default.Correlation, body =>
        {
            // what was read can be decided about, and stored again
            var correlation = CorrelationItem.Read(Item(body));
            RoundTrip(IncidentEngine.Decide(correlation, DeadlinePassed.Instance, policy, now).After);
        });
        yield return Of("stored-effects", [.. decision.Effects], StoredJson.Default.Effect, static body => EffectItem.Read(Item(body)));
        yield return Of(
            "stored-timelines", [decision.Timeline.ToImmutableArray()], StoredJson.Default.ImmutableArrayTimelineEvent,
            static body => UnreadableItems.TimelineOf(Item(body), "7Q2M9KXA-3", []));
        yield return Of(
            "stored-changes", [new ConfigurationChange("event-1", now, "123456789012/eu-central-1", "ada did UpdateFlow.")],
            StoredJson.Default.ConfigurationChange, static body => ItemBody.Read(Item(body), StoredJson.Default.ConfigurationChange));
    }

    /// <summary>What is written is read as it was.</summary>
    public static void RoundTrip(Correlation correlation)
    {
        var read = CorrelationItem.Read(CorrelationItem.Write(correlation, expiresAt: null, news: []));
        if (read.Incident?.Id != correlation.Incident?.Id || read.Tracks.Length != correlation.Tracks.Length)
        {
            throw new InvalidDataException("what was stored is read otherwise");
        }
    }

    private static FuzzEntry Of<T>(string name, IReadOnlyList<T> samples, JsonTypeInfo<T> type, Action<AttributeValue> read) => new(
        name,
        [.. samples.Select(sample => JsonSerializer.SerializeToUtf8Bytes(sample, type))],
        input => read(input is [(byte)'{' or (byte)'[', ..]
            ? new AttributeValue(Encoding.UTF8.GetString(input))
            : new AttributeValue { B = new MemoryStream(input, writable: false) }))
    {
        Refusal = typeof(UnreadableItemException),
    };

    private static Dictionary<string, AttributeValue> Item(AttributeValue body)
    {
        var item = ItemKey.Correlation("7Q2M9KXA").ToAttributes();
        item[TableSchema.Body] = body;
        return item;
    }
}
