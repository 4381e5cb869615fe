namespace ContactCenter.Language.Sentiment;

/// <summary>Words that a hashtag runs together: "#epicfail", "#lovemylife".</summary>
internal static class Hashtags
{
    /// <summary>Shorter parts are found in too many words by chance.</summary>
    private const int MinimumPart = 4;

    /// <summary>
    /// Letters of the longest hashtag that is taken apart; beyond it somebody leans on a key. Without a limit the time would grow with the
    /// square of the length.
    /// </summary>
    private const int MaximumTag = 60;

    /// <summary>A hashtag is a label more than a word.</summary>
    private const float Share = 0.5f;

    /// <summary>What the longest part at its end says, or else at its beginning; nothing where it denies or is too long.</summary>
    public static LexiconEntry Find(ReadOnlySpan<char> word, SentimentLexicon lexicon)
    {
        if (word.Length > MaximumTag || word.StartsWith("not") || word.StartsWith("never") || word.StartsWith("dont"))
        {
            return default;
        }

        for (var length = word.Length - 1; length >= MinimumPart; length--)
        {
            if (Part(word[^length..], lexicon) is { Valence: not 0 } last)
            {
                return last;
            }
        }

        for (var length = word.Length - 1; length >= MinimumPart; length--)
        {
            if (Part(word[..length], lexicon) is { Valence: not 0 } first)
            {
                return first;
            }
        }

        return default;
    }

    // as a word alone: phrases do not begin within a hashtag
    private static LexiconEntry Part(ReadOnlySpan<char> part, SentimentLexicon lexicon)
    {
        var entry = lexicon.English(part) is { Valence: not 0 } english ? english : lexicon.German(part);
        return new LexiconEntry(Share * entry.Valence, 0, LexiconRole.Listed, 0);
    }
}
