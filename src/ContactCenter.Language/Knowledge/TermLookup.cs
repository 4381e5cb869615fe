using ContactCenter.Language.Text;

namespace ContactCenter.Language.Knowledge;

/// <summary>
/// Finds the words of a question among the terms of an index: as they are, else as a German compound of two terms, else with one typing
/// mistake, else as the one term that a German compound has. What is found in such a way counts less.
/// </summary>
internal static class TermLookup
{
    private const double ShareOfCompound = 0.8;
    private const double ShareOfMistake = 0.7;
    private const double ShareOfPart = 0.5;
    private const int MinimumPart = 4;

    // a stem is shorter than its word
    private const int MinimumStem = 3;

    // In shorter words a mistake makes another word too easily.
    private const int MinimumMistaken = 5;

    /// <summary>The term of each word with how much it counts; -1 for a word that no article has.</summary>
    public static List<(int Term, double Share)> Find(
        IEnumerable<string> words, string language, Dictionary<string, int> ids, string[] terms)
    {
        var found = new List<(int, double)>();
        foreach (var word in words)
        {
            if (ids.TryGetValue(word, out var id))
            {
                found.Add((id, 1));
            }
            else if (language == "de" && Compound(word, ids) is { } parts)
            {
                found.Add((parts.First, ShareOfCompound));
                found.Add((parts.Second, ShareOfCompound));
            }
            else
            {
                Add(word);
            }
        }

        return found;

        void Add(string word)
        {
            if (word.Length >= MinimumMistaken && Array.FindIndex(terms, term => IsOneMistake(word, term)) is >= 0 and var near)
            {
                found.Add((near, ShareOfMistake));
                return;
            }

            // of a compound with one known part the other one is still unknown
            if (language == "de" && Part(word, ids) is { } part)
            {
                found.Add((part, ShareOfPart));
            }

            found.Add((-1, 0));
        }
    }

    /// <summary>The longest term that a compound begins or ends with, or null.</summary>
    private static int? Part(string word, Dictionary<string, int> ids)
    {
        var lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = word.Length - MinimumStem; length >= MinimumPart; length--)
        {
            if (TryFirst(word, length, lookup, out var first))
            {
                return first;
            }

            if (TryLast(word.AsSpan(word.Length - length), lookup, out var last))
            {
                return last;
            }
        }

        return null;
    }

    private static (int First, int Second)? Compound(string word, Dictionary<string, int> ids)
    {
        var lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = word.Length - MinimumStem; i >= MinimumPart; i--)
        {
            if (TryLast(word.AsSpan(i), lookup, out var second) && TryFirst(word, i, lookup, out var first))
            {
                return (first, second);
            }
        }

        return null;
    }

    // as it is, or with the ending that joins it: Karten-sperrung, Zahlungs-limit
    private static bool TryFirst(string word, int length, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup, out int id)
    {
        Span<char> part = stackalloc char[TermReader.MaximumWord];
        word.AsSpan(0, length).CopyTo(part);
        return lookup.TryGetValue(part[..length], out id)
            || lookup.TryGetValue(part[..GermanStemmer.Stem(part[..length])], out id)
            || (word[length - 1] == 's' && TryStem(word.AsSpan(0, length - 1), part, lookup, out id));
    }

    // the stem of a compound lacks an ending that the short word alone has kept: Überweisungs-dau(er)
    private static bool TryLast(ReadOnlySpan<char> last, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup, out int id)
    {
        if (last.Length >= MinimumPart && lookup.TryGetValue(last, out id))
        {
            return true;
        }

        Span<char> whole = stackalloc char[TermReader.MaximumWord + GermanStemmer.MaximumEnding];
        last.CopyTo(whole);
        foreach (var ending in GermanStemmer.Endings)
        {
            ending.CopyTo(whole[last.Length..]);
            if (last.Length + ending.Length >= MinimumPart && lookup.TryGetValue(whole[..(last.Length + ending.Length)], out id))
            {
                return true;
            }
        }

        id = -1;
        return false;
    }

    private static bool TryStem(
        ReadOnlySpan<char> word, Span<char> part, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup, out int id)
    {
        word.CopyTo(part);
        return lookup.TryGetValue(part[..GermanStemmer.Stem(part[..word.Length])], out id);
    }

    /// <summary>True when one letter is missing, too many or wrong, or two neighbours are exchanged; never in the first letter.</summary>
    internal static bool IsOneMistake(string word, string term)
    {
        if (Math.Abs(word.Length - term.Length) > 1 || term.Length < MinimumMistaken - 1 || word[0] != term[0])
        {
            return false;
        }

        var same = word.AsSpan().CommonPrefixLength(term);
        var left = word.AsSpan(same);
        var right = term.AsSpan(same);
        return word.Length == term.Length
            ? left.IsEmpty
                || left[1..].SequenceEqual(right[1..])
                || (left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]))
            : word.Length > term.Length ? left[1..].SequenceEqual(right) : left.SequenceEqual(right[1..]);
    }
}
