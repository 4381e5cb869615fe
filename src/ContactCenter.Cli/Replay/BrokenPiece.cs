using System.Text.Json;

namespace ContactCenter.Cli.Replay;

/// <summary>Finds in a value that was never closed what it has swallowed.</summary>
internal static class BrokenPiece
{
    // what the parser of alarms allows
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Whether brackets that add up close no value: those of a later one stand for those that were cut off.</summary>
    public static bool IsBroken(ReadOnlyMemory<byte> bytes, int column) => Starts(bytes.Span, column).Count > 1 && !IsJson(bytes);

    /// <summary>
    /// Where the first line begins, and every later one that opens an object or an array no further in than a column: what is printed over
    /// several lines is indented deeper.
    /// </summary>
    public static List<int> Starts(ReadOnlySpan<byte> bytes, int column)
    {
        var starts = new List<int> { 0 };
        var feed = 0;
        while (bytes[feed..].IndexOf((byte)'\n') is var next and >= 0)
        {
            feed += next + 1;
            var blanks = bytes[feed..].IndexOfAnyExcept(" \t"u8);
            if (blanks >= 0 && blanks <= column && bytes[feed + blanks] is (byte)'{' or (byte)'[')
            {
                starts.Add(feed + blanks);
            }
        }

        return starts;
    }

    /// <summary>A whole value with the lines behind it, or the lines of a broken one where some of them are JSON.</summary>
    public static IEnumerable<JsonPiece> Read(ReadOnlyMemory<byte> bytes, long line, bool inArray)
    {
        var length = WholeValue(bytes.Span);
        if (length == 0)
        {
            var lines = Lines(bytes, line);
            return lines.Skip(1).Any(piece => IsJson(piece.Utf8)) ? lines : [new JsonPiece(bytes, line, IsTooLarge: false)];
        }

        var rest = bytes[length..].TrimStart(",\r "u8);
        var isEnd = rest.Span.Trim(inArray ? "],\r\n\t "u8 : ",\r\n\t "u8).IsEmpty;
        var whole = new JsonPiece(bytes[..length], line, IsTooLarge: false);
        return isEnd ? [whole] : [whole, .. Lines(rest, line + bytes.Span[..length].Count((byte)'\n'))];
    }

    /// <summary>Length of the value at the beginning; 0: there is no whole one.</summary>
    private static int WholeValue(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(
            bytes,
            isFinalBlock: false,
            new JsonReaderState(new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }));
        try
        {
            return reader.Read() && reader.TrySkip() ? (int)reader.BytesConsumed : 0;
        }
        catch (JsonException)
        {
            return 0;
        }
    }

    private static List<JsonPiece> Lines(ReadOnlyMemory<byte> bytes, long line)
    {
        var start = 0;
        var lines = new List<JsonPiece>();
        for (var i = 0; i <= bytes.Length; i++)
        {
            if (i < bytes.Length && bytes.Span[i] != '\n')
            {
                continue;
            }

            var piece = bytes[start..i];
            if (piece.Span.ContainsAnyExcept(" \t\r"u8))
            {
                lines.Add(new JsonPiece(piece, line, IsTooLarge: false));
            }

            start = i + 1;
            line++;
        }

        return lines;
    }

    private static bool IsJson(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Lenient);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
