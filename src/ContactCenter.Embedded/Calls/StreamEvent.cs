using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Embedded.Calls;

/// <summary>The event that the stream of the table of incidents brings when effects are stored.</summary>
public static class StreamEvent
{
    /// <summary>
    /// One record for each effect, in order, with the image that the table holds but for the body: no function reads it from the stream,
    /// and compressing it would take most of a simulation's time.
    /// </summary>
    public static byte[] Of(IEnumerable<Effect> effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        return Write(effects.Select(static effect => (effect.Id, Image: EffectItem.WithoutBody(effect, effect.At + EffectDelivery.Grace))));
    }

    /// <summary>One record for each effect that waited for what became of it, and whose next attempt is due now.</summary>
    public static byte[] Hastened(IEnumerable<Effect> effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        return Write(effects.Select(static effect =>
        {
            var image = EffectItem.WithoutBody(effect, effect.At);
            image[TableLayout.HastenedAt] = new() { N = "0" };
            return (effect.Id, image);
        }));
    }

    /// <summary>
    /// One record for each effect that waits in an outbox, the longest waiting first. An outbox gives no more than their ids, so the
    /// images hold no more; and they stand in one lane, so that they are carried out in order.
    /// </summary>
    public static async Task<byte[]> WaitingAsync(IOutbox outbox, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outbox);
        var waiting = await outbox.DueAsync(DateTimeOffset.MaxValue, int.MaxValue, static _ => { }, cancellationToken);
        return Write(waiting.Select(static id => (id, new Dictionary<string, AttributeValue>
        {
            [TableLayout.PartitionKey] = new("incidents"),
            [TableLayout.Kind] = new(TableLayout.EffectKind),
            [TableLayout.Id] = new(id),
        })));
    }

    /// <summary>
    /// One record for each item of a commit that the history is made from, with what is read of it: of a correlation the alarms that are
    /// new, and nothing else of its body.
    /// </summary>
    public static IEnumerable<HistoryChange> Of(IncidentCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        if (commit.Superseded is { } old)
        {
            var image = ItemKey.Incident(old.Key.Code, old.Number).ToAttributes();
            image[TableLayout.Kind] = new(TableLayout.IncidentKind);
            yield return new HistoryChange(old.Id, image);
        }

        yield return new HistoryChange(commit.Correlation.Key.Code, CorrelationImage(commit));
        if (commit.Storm is { } storm)
        {
            yield return new HistoryChange(storm.Key.Code, CorrelationImage(storm.Key.Code));
        }
    }

    /// <summary>The record of an effect that has come to its end.</summary>
    public static HistoryChange Ended(string effectId, DateTimeOffset at)
    {
        var image = ItemKey.Effect(effectId).ToAttributes();
        image[TableLayout.Kind] = new(TableLayout.EffectKind);
        image[TableLayout.DoneAt] = new() { N = at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) };
        return new HistoryChange(effectId, image);
    }

    /// <summary>The event that brings changes to the function of the history.</summary>
    public static byte[] Of(IEnumerable<HistoryChange> changes) => Write(changes.Select(static change => (change.Id, change.Image)));

    private static Dictionary<string, AttributeValue> CorrelationImage(IncidentCommit commit)
    {
        if (!commit.News.IsEmpty)
        {
            var news = commit.News.Select(static one => one.Id).ToHashSet();
            return CorrelationItem.Write(
                commit.Correlation with
                {
                    Incident = null,
                    Tracks = commit.Correlation.Tracks.RemoveAll(track => !news.Contains(track.Id)),
                },
                expiresAt: null,
                commit.News);
        }

        return CorrelationImage(commit.Correlation.Key.Code);
    }

    private static Dictionary<string, AttributeValue> CorrelationImage(string code)
    {
        var image = ItemKey.Correlation(code).ToAttributes();
        image[TableLayout.Kind] = new(TableLayout.CorrelationKind);
        return image;
    }

    private static byte[] Write(IEnumerable<(string Id, Dictionary<string, AttributeValue> Image)> records)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("Records");
            var number = 0;
            foreach (var (id, image) in records)
            {
                json.WriteStartObject();
                json.WriteString("eventID", id);
                json.WriteString("eventName", image.ContainsKey(TableLayout.HastenedAt) ? "MODIFY" : "INSERT");
                json.WriteString("eventSource", "aws:dynamodb");
                json.WriteStartObject("dynamodb");
                json.WriteString("SequenceNumber", (++number).ToString(CultureInfo.InvariantCulture));
                json.WriteStartObject("NewImage");
                foreach (var (name, value) in image)
                {
                    WriteAttribute(json, name, value);
                }

                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteAttribute(Utf8JsonWriter json, string name, AttributeValue value)
    {
        json.WriteStartObject(name);
        if (value.N is { } number)
        {
            json.WriteString("N", number);
        }
        else if (value.B is { } bytes)
        {
            json.WriteBase64String("B", bytes.ToArray());
        }
        else
        {
            json.WriteString("S", value.S);
        }

        json.WriteEndObject();
    }
}

/// <summary>A change in the table that the history is made from.</summary>
/// <param name="Id">What has changed.</param>
/// <param name="Image">What is read of the item.</param>
public sealed record HistoryChange(string Id, Dictionary<string, AttributeValue> Image);
