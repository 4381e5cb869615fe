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
                json.WriteString("eventName", "INSERT");
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
        else
        {
            json.WriteString("S", value.S);
        }

        json.WriteEndObject();
    }
}
