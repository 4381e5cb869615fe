using System.Text.Json;

namespace ContactCenter.Fuzz;

/// <summary>
/// An entry that takes bytes from outside, with valid inputs. It may refuse in the one way that it names; whatever else it throws is a bug.
/// </summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Samples">Valid inputs.</param>
/// <param name="Read">Reads an input, and looks whether what came of it keeps what the reader promises.</param>
public sealed record FuzzEntry(string Name, IReadOnlyList<byte[]> Samples, Action<byte[]> Read)
{
    /// <summary>How it refuses an input; null: it never throws.</summary>
    public Type? Refusal { get; init; }

    /// <summary>Of so many inputs of a run it gets one where others get all: it is slow.</summary>
    public int Rarity { get; init; } = 1;

    /// <summary>Puts right what would keep every changed input out, such as a checksum.</summary>
    public Func<byte[], byte[]> Seal { get; init; } = static input => input;

    /// <summary>Bytes of the longest valid input.</summary>
    public int LongestSample { get; } = Samples.Max(static sample => sample.Length);

    /// <summary>Names in the valid inputs, as JSON.</summary>
    public IReadOnlyList<byte[]> Names { get; } = [.. Tokens(Samples, JsonTokenType.PropertyName).Append("\"a\""u8.ToArray())];

    /// <summary>Texts in the valid inputs, as JSON.</summary>
    public IReadOnlyList<byte[]> Values { get; } = [.. Tokens(Samples, JsonTokenType.String).Append("\"b\""u8.ToArray())];

    private static IEnumerable<byte[]> Tokens(IEnumerable<byte[]> samples, JsonTokenType wanted)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sample in samples)
        {
            var reader = new Utf8JsonReader(
                sample, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            try
            {
                while (reader.Read())
                {
                    if (reader.TokenType == wanted && reader.ValueSpan.Length < 300)
                    {
                        found.Add(reader.GetString()!);
                    }
                }
            }
            catch (JsonException)
            {
                // not JSON, or not all of it
            }
        }

        return found.Order(StringComparer.Ordinal).Select(static text => JsonSerializer.SerializeToUtf8Bytes(text));
    }
}
