namespace ContactCenter.Language.Sentiment;

/// <summary>Phrases are found by their first word.</summary>
internal static class LexiconPhrase
{
    /// <summary>Writes down that a phrase begins with its first word, and whether it holds a denial of its own.</summary>
    public static void Link(string phrase, Dictionary<string, LexiconEntry> words, Func<string, LexiconEntry> known)
    {
        var parts = phrase.Split(' ');
        var first = known(parts[0]);
        words[parts[0]] = first with { Longest = Math.Max(first.Longest, (byte)parts.Length) };
        if (Array.Exists(parts, part => known(part).Has(LexiconRole.Negation)))
        {
            words[phrase] = words[phrase] with { Role = words[phrase].Role | LexiconRole.Settled };
        }
    }
}
