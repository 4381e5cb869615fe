using System.Text.Json;
using System.Text.Json.Serialization;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Aws.Incidents;

/// <summary>
/// Writes a moment as two numbers, ticks of UTC and the state: a storm's item holds thousands of them, and they are most of its size.
/// </summary>
internal sealed class MomentConverter : JsonConverter<AlarmMoment>
{
    public override AlarmMoment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray || !reader.Read())
        {
            throw new JsonException("a moment is written as [ticks, state]");
        }

        var ticks = reader.GetInt64();
        reader.Read();
        var state = (AlarmState)reader.GetInt32();
        reader.Read();
        return reader.TokenType == JsonTokenType.EndArray && Enum.IsDefined(state)
            ? new AlarmMoment(new DateTimeOffset(ticks, TimeSpan.Zero), state)
            : throw new JsonException("a moment is written as [ticks, state]");
    }

    public override void Write(Utf8JsonWriter writer, AlarmMoment value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.At.UtcTicks);
        writer.WriteNumberValue((int)value.State);
        writer.WriteEndArray();
    }
}
