using ContactCenter.Language.Text;

namespace ContactCenter.Language.Knowledge;

/// <summary>
/// Finds the words of a question among the terms of an index: as they are, else as a German compound of two terms, else with one typing
/// mistake. What is found in such a way counts less.
/// </summary>
internal static class TermLookup
{
    private const double ShareOfCompound = 0.8;
    private const double ShareOfMistake = 0.7;
    private const int MinimumPart = 4;

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
                found.Add(word.Length >= MinimumMistaken && Array.FindIndex(terms, term => IsOneMistake(word, term)) is >= 0 and var near
                    ? (near, ShareOfMistake)
                    : (-1, 0));
            }
        }

        return found;
    }

    private static (int First, int Second)? Compound(string word, Dictionary<string, int> ids)
    {
        var lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> part = stackalloc char[TermReader.MaximumWord];
        for (var i = word.Length - MinimumPart; i >= MinimumPart; i--)
        {
            if (!lookup.TryGetValue(word.AsSpan(i), out var second))
            {
                continue;
            }

            // as it is, or with the ending that joins it: Karten-sperrung, Zahlungs-limit
            word.AsSpan(0, i).CopyTo(part);
            if (lookup.TryGetValue(part[..i], out var first)
                || lookup.TryGetValue(part[..GermanStemmer.Stem(part[..i])], out first)
                || (word[i - 1] == 's' && TryStem(word.AsSpan(0, i - 1), part, lookup, out first)))
            {
                return (first, second);
            }
        }

        return null;
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
