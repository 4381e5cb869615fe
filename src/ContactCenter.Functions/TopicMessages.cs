using System.Text.Json;

namespace ContactCenter.Functions;

/// <summary>What an event of a topic brings. It never throws for any bytes.</summary>
internal static class TopicMessages
{
    /// <summary>The texts of the messages of an SNS event; null when it is another event.</summary>
    public static IReadOnlyList<string>? Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            using var document = JsonDocument.ParseValue(ref reader);
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root
                || !root.TryGetProperty("Records", out var records)
                || records.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            return [.. records.EnumerateArray().Select(Message).OfType<string>()];
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The text of one message, or null: one that holds what is no text spoils no other.</summary>
    private static string? Message(JsonElement record)
    {
        try
        {
            return record.ValueKind == JsonValueKind.Object
                && record.TryGetProperty("Sns", out var sns)
                && sns.ValueKind == JsonValueKind.Object
                && sns.TryGetProperty("Message", out var message)
                && message.ValueKind == JsonValueKind.String
                ? message.GetString()
                : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
