using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ContactCenter.Cli.RunTime;

/// <summary>
/// Sets one number in a JSON text and leaves every other character as it is: comments, order and blanks are a person's, and stay.
/// </summary>
internal static class JsonNumberEdit
{
    private const string Indent = "  ";

    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The text with the number at a path of members; objects on the way that are missing are added.</summary>
    /// <param name="text">A JSON object, with comments or without.</param>
    /// <param name="path">Names of members, the outermost first.</param>
    /// <param name="value">The number.</param>
    /// <exception cref="JsonException">The text is no JSON object, or something else than an object or number stands on the
    /// way.</exception>
    public static string Set(string text, IReadOnlyList<string> path, double value)
    {
        ArgumentNullException.ThrowIfNull(path);
        var bytes = Encoding.UTF8.GetBytes(text);
        var number = value.ToString("R", CultureInfo.InvariantCulture);
        var found = Find(bytes, path);
        if (found.Depth == path.Count)
        {
            return Replaced(bytes, found.Begin, found.End, number);
        }

        // the deepest object that is there gets the rest as its first member
        var line = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var added = new StringBuilder();
        for (var i = found.Depth; i < path.Count; i++)
        {
            added.Append(i == found.Depth ? $"{line}{Blanks(i + 1)}" : $"{{{line}{Blanks(i + 1)}").Append('"')
                .Append(JsonEncodedText.Encode(path[i])).Append("\": ");
        }

        added.Append(number);
        for (var i = path.Count - 1; i > found.Depth; i--)
        {
            added.Append(line).Append(Blanks(i)).Append('}');
        }

        added.Append(found.IsEmpty ? $"{line}{Blanks(found.Depth)}" : ",");
        return Replaced(bytes, found.Begin, found.Begin, added.ToString());
    }

    private static string Blanks(int depth) => string.Concat(Enumerable.Repeat(Indent, depth));

    private static string Replaced(byte[] bytes, int begin, int end, string by) =>
        $"{Encoding.UTF8.GetString(bytes, 0, begin)}{by}{Encoding.UTF8.GetString(bytes, end, bytes.Length - end)}";

    /// <summary>How much of the path is there, and where: the number itself, or the place behind the brace of the deepest object.</summary>
    private static Place Find(byte[] bytes, IReadOnlyList<string> path)
    {
        var reader = new Utf8JsonReader(bytes, Options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException(Say.ExpectedAnObject);
        }

        var place = Inside(reader, 0);
        var depth = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isOnWay = reader.ValueTextEquals(path[depth]);
            _ = reader.Read();
            if (!isOnWay)
            {
                reader.Skip();
                continue;
            }

            depth++;
            if (depth == path.Count)
            {
                return reader.TokenType == JsonTokenType.Number
                    ? new Place(depth, (int)reader.TokenStartIndex, (int)reader.BytesConsumed, false)
                    : throw new JsonException(Say.ExpectedNumberAt(string.Join('.', path)));
            }

            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException(Say.ExpectedObjectAt(string.Join('.', path.Take(depth))));
            }

            place = Inside(reader, depth);
        }

        return place;
    }

    private static Place Inside(Utf8JsonReader reader, int depth)
    {
        var begin = (int)reader.BytesConsumed;
        _ = reader.Read();
        return new Place(depth, begin, begin, reader.TokenType == JsonTokenType.EndObject);
    }

    private readonly record struct Place(int Depth, int Begin, int End, bool IsEmpty);
}
