using System.Text.Json;
using System.Text.Unicode;
using ContactCenter.Core.Monitoring.Parsing;

namespace ContactCenter.Cli.Replay;

/// <summary>Tells what CloudWatch answers to <c>describe-alarm-history</c> and <c>describe-alarms</c> from messages of alarms.</summary>
internal static class CloudWatchAnswer
{
    /// <summary>
    /// The elements of an answer in a value, each with the list that it belongs to: the value is an answer, or an element of one as
    /// <c>--query</c> and <c>jq</c> leave it. Null when it is neither, which is also for the parser of messages to say what is wrong with.
    /// </summary>
    public static IReadOnlyList<(string List, JsonElement Element)>? Read(JsonPiece piece)
    {
        if ((piece.List is null && !MayBeOne(piece.Utf8.Span)) || !Utf8.IsValid(piece.Utf8.Span))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(piece.Utf8, AlarmParser.Options);
            return Elements(piece.List, document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Looks for the names that only answers have, because every message of a large recording comes by.</summary>
    private static bool MayBeOne(ReadOnlySpan<byte> utf8) =>
        utf8.IndexOf("\"HistoryItemType\""u8) >= 0 || utf8.IndexOf("\"StateValue\""u8) >= 0
        || utf8.IndexOf("\"AlarmHistoryItems\""u8) >= 0 || utf8.IndexOf("Alarms\""u8) >= 0;

    private static (string List, JsonElement Element)[]? Elements(string? list, JsonElement root)
    {
        if (list is not null)
        {
            return [(list, root)];
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (root.TryGetProperty("AlarmName", out _))
        {
            return root.TryGetProperty("HistoryItemType", out _) ? [(AnswerLists.History, root)]
                : root.TryGetProperty("StateValue", out _) ? [(AnswerLists.Alarms[0], root)]
                : null;
        }

        var lists = AnswerLists.Alarms.Prepend(AnswerLists.History)
            .Where(name => root.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Array)
            .ToArray();
        return lists.Length == 0 ? null
            : [.. lists.SelectMany(name => root.GetProperty(name).EnumerateArray().Select(element => (name, element)))];
    }
}
