using System.Text;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Language.Classification.Text;

/// <summary>
/// Mends typing errors before the encoder reads a text: it makes of a word with a wrong letter pieces that mean anything. A word that
/// neither the encoder nor the English training texts know becomes the most frequent training word that one error makes of it.
/// </summary>
internal sealed class WordMending
{
    private const int MinimumLetters = 3;
    private const int MaximumLetters = 32;
    private const int MinimumTexts = 2;
    private const int MaximumWords = 8192;

    private readonly string[] _words;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _known;

    private WordMending(string[] words)
    {
        _words = words;
        _known = new HashSet<string>(words, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The words, the most frequent first, one a line.</summary>
    public ReadOnlyMemory<byte> Bytes => Encoding.UTF8.GetBytes(string.Join('\n', _words));

    /// <summary>The words of a model.</summary>
    public static WordMending Read(ReadOnlySpan<byte> bytes) =>
        new(Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The frequent words of texts.</summary>
    public static WordMending Learn(IEnumerable<string> texts, WordPieces pieces)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        Span<char> room = stackalloc char[MaximumLetters];
        foreach (var text in texts)
        {
            for (var at = 0; at < text.Length;)
            {
                var end = End(text, at);
                if (end > at && Fold(text.AsSpan(at, end - at), pieces, room) is >= MinimumLetters and var length)
                {
                    var word = room[..length].ToString();
                    counts[word] = counts.GetValueOrDefault(word) + 1;
                }

                at = Math.Max(end, at + 1);
            }
        }

        return new WordMending(
        [
            .. counts.Where(static word => word.Value >= MinimumTexts).OrderByDescending(static word => word.Value)
                .ThenBy(static word => word.Key, StringComparer.Ordinal).Take(MaximumWords).Select(static word => word.Key)
        ]);
    }

    /// <summary>Writes the text with mended words, and tells how long it is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">What the encoder knows.</param>
    /// <param name="mended">Room; what has none is left out.</param>
    public int Mend(ReadOnlySpan<char> text, WordPieces pieces, Span<char> mended)
    {
        Span<char> room = stackalloc char[MaximumLetters];
        var written = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = Math.Max(End(text, at), at + 1);
            var word = text[at..end];
            var length = Fold(word, pieces, room);
            if (length >= MinimumLetters && !pieces.Has(room[..length]) && !_known.Contains(room[..length]))
            {
                word = Nearest(room[..length]) ?? word;
            }

            if (written + word.Length > mended.Length)
            {
                break;
            }

            word.CopyTo(mended[written..]);
            written += word.Length;
            at = end;
        }

        return written;
    }

    /// <summary>Whether at least half of the words of a text are among these.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">How the encoder folds letters.</param>
    public bool HasHalf(ReadOnlySpan<char> text, WordPieces pieces)
    {
        Span<char> room = stackalloc char[MaximumLetters];
        var (known, all) = (0, 0);
        for (var at = 0; at < text.Length;)
        {
            var end = Math.Max(End(text, at), at + 1);
            if (char.IsLetter(text[at]) && Fold(text[at..end], pieces, room) is var length and (0 or >= MinimumLetters))
            {
                all++;
                known += _known.Contains(room[..length]) ? 1 : 0;
            }

            at = end;
        }

        return known > 0 && known * 2 >= all;
    }

    /// <summary>Whether one letter left out, put in, replaced, or swapped with the next makes one word of the other.</summary>
    internal static bool AreOneApart(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length)
        {
            return AreOneApart(b, a);
        }

        if (b.Length - a.Length > 1)
        {
            return false;
        }

        var same = a.CommonPrefixLength(b);
        return a.Length < b.Length
            ? a[same..].SequenceEqual(b[(same + 1)..])
            : same < a.Length && (a[(same + 1)..].SequenceEqual(b[(same + 1)..]) || AreSwapped(a[same..], b[same..]));
    }

    private static bool AreSwapped(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]);

    private static int End(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsLetter(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Folds a word; zero for one that is too long.</summary>
    private static int Fold(ReadOnlySpan<char> word, WordPieces pieces, Span<char> folded)
    {
        var length = 0;
        foreach (var letter in word)
        {
            if (length == folded.Length)
            {
                return 0;
            }

            if (pieces.Fold(letter) is not '\0' and var c)
            {
                folded[length++] = c;
            }
        }

        return length;
    }

    private string? Nearest(ReadOnlySpan<char> word)
    {
        foreach (var known in _words)
        {
            if (AreOneApart(word, known))
            {
                return known;
            }
        }

        return null;
    }
}
