using ContactCenter.Language.Text;

namespace ContactCenter.Language.Classification.Hearing;

/// <summary>A part of a text that says one thing: between marks, and around "and" and "but".</summary>
/// <param name="First">Number of its first word.</param>
/// <param name="Last">Number of its last word.</param>
internal readonly record struct Clause(int First, int Last)
{
    /// <summary>Clauses of a text that are heard.</summary>
    public const int Maximum = 16;

    /// <summary>The number of the word behind its last.</summary>
    public int End => Last + 1;

    /// <summary>Splits a text.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="room">Room for <see cref="Maximum"/> clauses.</param>
    public static ReadOnlySpan<Clause> Split(WordReader words, Span<Clause> room)
    {
        var (count, first) = (0, 0);
        for (var i = 1; i <= words.Count && count < room.Length; i++)
        {
            var isJoined = i < words.Count && IsJoint(words[i]);
            var isBroken = words.BreakBefore(i) == WordBreak.Sentence
                || (words.BreakBefore(i) == WordBreak.Comma && words[i] is not ("dass" or "that" or "ob" or "whether"));
            if (i < words.Count && !isBroken && !isJoined)
            {
                continue;
            }

            // the last place is for all that follows
            var last = count == room.Length - 1 ? words.Count : i;
            room[count++] = new Clause(first, last - 1);
            first = isJoined && i + 1 < words.Count ? i + 1 : i;
            i = first == i ? i : i + 1;
        }

        return room[..count];
    }

    private static bool IsJoint(ReadOnlySpan<char> word) =>
        word is "and" or "but" or "also" or "plus" or "und" or "aber" or "sondern" or "ausserdem" or "sowie";
}
