using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ContactCenter.Language.Embedding;

/// <summary>
/// The vocabulary of the encoder, read where it is mapped: words and pieces of words, found by a hash of their characters. Texts become
/// pieces as the model learned them: lower case, without accents, marks apart, and of each word the longest piece first.
/// </summary>
/// <param name="folds">
/// For every 16-bit character what it becomes: lower case without an accent (of Latin letters), zero for one that is passed over.
/// </param>
/// <param name="slots">Numbers of pieces plus one by hash; zero for an empty slot.</param>
/// <param name="starts">Where each piece begins, and where the last one ends.</param>
/// <param name="characters">The pieces, 16 bits a character; one inside a word begins with the mark <see cref="InsideMark"/>.</param>
internal sealed class WordPieces(
    ReadOnlyMemory<byte> folds, ReadOnlyMemory<byte> slots, ReadOnlyMemory<byte> starts, ReadOnlyMemory<byte> characters)
{
    /// <summary>Slots of the table, a power of two.</summary>
    public const int Slots = 1 << 16;

    /// <summary>Characters that the table of folds covers.</summary>
    public const int Folds = 1 << 16;

    /// <summary>What stands before a piece inside a word; no text contains it, because control characters are passed over.</summary>
    public const char InsideMark = '\u0001';

    // Base letters of U+00C0 to U+024F and of U+1E00 to U+1EFF as Unicode's canonical decomposition has them; '*' keeps the letter itself.
    private const char FirstLatin = '\u00C0';
    private const char FirstLatinAdditional = '\u1E00';

    private const string Latin =
        "aaaaaa*ceeeeiiii*nooooo**uuuuy**aaaaaa*ceeeeiiii*nooooo**uuuuy*y" +
        "aaaaaaccccccccdd**eeeeeeeeeegggggggghh**iiiiiiiii***jjkk*llllll*" +
        "***nnnnnn***oooooo**rrrrrrsssssssstttt**uuuuuuuuuuuuwwyyyzzzzzz*" +
        "********************************oo*************uu***************" +
        "*************aaiioouuuuuuuuuu*aaaa****ggkkoooo**j***gg**nnaa****" +
        "aaaaeeeeiiiioooorrrruuuusstt**hh******aaeeooooooooyy************" +
        "****************";

    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm" +
        "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" +
        "wwwwwwwwwwxxxxyyzzzzzzhtwy******aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy******";

    private const int Unknown = 100;
    private const int First = 101;
    private const int Last = 102;
    private const int MaximumWord = 100;

    /// <summary>Writes the numbers of a text's pieces between a first and a last one, as far as there is room.</summary>
    public int Read(ReadOnlySpan<char> text, Span<int> pieces)
    {
        var fold = MemoryMarshal.Cast<byte, char>(folds.Span);
        Span<char> word = stackalloc char[MaximumWord + 2];
        word[0] = InsideMark;
        var (length, count) = (0, 0);
        pieces[count++] = First;
        foreach (var original in text)
        {
            var c = fold[original];
            if (c == '\0')
            {
                continue;
            }

            var alone = IsMark(c) || IsIdeograph(c);
            if (alone || c == ' ')
            {
                count = Add(word, length, pieces, count);
                length = 0;
            }

            if (alone)
            {
                word[1] = c;
                count = Add(word, 1, pieces, count);
            }
            else if (c != ' ')
            {
                word[1 + Math.Min(length, MaximumWord)] = c;
                length++;
            }

            if (count == pieces.Length - 1)
            {
                break;
            }
        }

        count = Add(word, length, pieces, count);
        pieces[count++] = Last;
        return count;
    }

    /// <summary>Whether a word, folded, is one of the vocabulary.</summary>
    public bool Has(ReadOnlySpan<char> word) => Find(word) >= 0;

    /// <summary>What a character becomes; zero for one that is passed over.</summary>
    public char Fold(char c) => MemoryMarshal.Cast<byte, char>(folds.Span)[c];

    /// <summary>The parts of a vocabulary, ready to be written.</summary>
    /// <param name="pieces">The pieces in their order; one inside a word begins with <c>##</c>.</param>
    public static (char[] Folds, int[] Slots, int[] Starts, char[] Characters) Pack(IReadOnlyList<string> pieces)
    {
        var starts = new int[pieces.Count + 1];
        var slots = new int[Slots];
        var characters = new StringBuilder();
        for (var i = 0; i < pieces.Count; i++)
        {
            starts[i] = characters.Length;
            var piece = pieces[i].Length > 2 && pieces[i].StartsWith("##", StringComparison.Ordinal)
                ? $"{InsideMark}{pieces[i][2..]}"
                : pieces[i];
            _ = characters.Append(piece);
            var slot = Slot(piece);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (Slots - 1);
            }

            slots[slot] = i + 1;
        }

        starts[^1] = characters.Length;
        return ([.. Enumerable.Range(0, Folds).Select(static c => Folded((char)c))], slots, starts, characters.ToString().ToCharArray());
    }

    private static char Folded(char c)
    {
        if (c is '\t' or '\n' or '\r' || char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator)
        {
            return ' ';
        }

        if (c == '\uFFFD' || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.NonSpacingMark)
        {
            return '\0';
        }

        return Base(Base(c, FirstLatin, Latin), FirstLatinAdditional, LatinAdditional);

        static char Base(char letter, char first, string letters) =>
            letter - first is >= 0 and var at && at < letters.Length && letters[at] != '*' ? letters[at] : char.ToLowerInvariant(letter);
    }

    private static bool IsMark(char c) =>
        c < 0x80 ? c > ' ' && !char.IsAsciiLetterOrDigit(c) && c != '\u007F' : char.IsPunctuation(c);

    private static bool IsIdeograph(char c) =>
        c is (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    // Fowler, Noll and Vo's hash, its upper half mixed into what is kept.
    private static int Slot(ReadOnlySpan<char> piece)
    {
        var hash = 2166136261u;
        foreach (var c in piece)
        {
            hash = (hash ^ c) * 16777619;
        }

        return (int)((hash ^ (hash >> 15)) & (Slots - 1));
    }

    // The word begins at the second character: the first is room for the mark of a piece inside a word.
    private int Add(Span<char> word, int length, Span<int> pieces, int count)
    {
        var begin = count;
        var at = 1;
        while (at <= length && count < pieces.Length - 1)
        {
            var (kept, found, end) = (word[at - 1], -1, Math.Min(length, MaximumWord) + 1);
            if (at > 1)
            {
                word[at - 1] = InsideMark;
            }

            for (; end > at && (found = Find(word[(at == 1 ? 1 : at - 1)..end])) < 0; end--)
            {
                // A shorter piece may be one.
            }

            word[at - 1] = kept;
            if (found < 0 || length > MaximumWord)
            {
                pieces[begin] = Unknown;
                return begin + 1;
            }

            pieces[count++] = found;
            at = end;
        }

        return count;
    }

    private int Find(ReadOnlySpan<char> piece)
    {
        var table = MemoryMarshal.Cast<byte, int>(slots.Span);
        var begin = MemoryMarshal.Cast<byte, int>(starts.Span);
        var all = MemoryMarshal.Cast<byte, char>(characters.Span);
        for (var slot = Slot(piece); table[slot] != 0; slot = (slot + 1) & (Slots - 1))
        {
            var number = table[slot] - 1;
            if (all[begin[number]..begin[number + 1]].SequenceEqual(piece))
            {
                return number;
            }
        }

        return -1;
    }
}
