using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>Reads times as AWS events write them: ISO 8601 text, or seconds or milliseconds since 1970.</summary>
public class DateTimeConverter : JsonConverter<DateTime>
{
    /// <summary>As seconds the year 5138, as milliseconds 1973: no event has either, so the number's size tells its unit.</summary>
    private const double MinimumMilliseconds = 100_000_000_000;

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.TryGetDateTime(out DateTime time)
                    ? time
                    : throw new JsonException($"'{reader.GetString()}' is not a time; ISO 8601 is expected, such as 2026-11-21T09:30:00Z.");
            case JsonTokenType.Number:
                double number = reader.GetDouble();
                return number >= MinimumMilliseconds ? DateTime.UnixEpoch.AddMilliseconds(number) : DateTime.UnixEpoch.AddSeconds(number);
            default:
                throw new JsonException($"A time is text or a number, not {reader.TokenType}.");
        }
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
