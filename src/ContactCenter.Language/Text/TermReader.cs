namespace ContactCenter.Language.Text;

/// <summary>
/// Reads a text as the terms by which articles are found: folded, without stop words, stemmed where the language is known.
/// </summary>
internal static class TermReader
{
    /// <summary>Letters of a word that count.</summary>
    public const int MaximumWord = 40;

    /// <summary>Characters of a text that are read.</summary>
    public const int MaximumText = 4096;

    /// <summary>Terms of a text, in order and as often as they occur.</summary>
    public static List<string> Read(ReadOnlySpan<char> text, string language)
    {
        var stopWords = StopWords.Of(language).GetAlternateLookup<ReadOnlySpan<char>>();
        var terms = new List<string>();
        Span<char> word = stackalloc char[MaximumWord];
        var length = 0;
        foreach (var c in text[..Math.Min(text.Length, MaximumText)])
        {
            if (LetterFolding.IsIgnored(c))
            {
                continue;
            }

            if (LetterFolding.IsUnspacedScript(c) || !char.IsLetterOrDigit(c))
            {
                Add(word[..length], language, stopWords, terms);
                length = 0;
                if (LetterFolding.IsUnspacedScript(c))
                {
                    terms.Add(c.ToString());
                }
            }
            else if (length < MaximumWord)
            {
                word[length++] = LetterFolding.Fold(c);
                if (c == 'ß' && length < MaximumWord)
                {
                    word[length++] = 's';
                }
            }
        }

        Add(word[..length], language, stopWords, terms);
        return terms;
    }

    private static void Add(
        Span<char> word, string language, System.Collections.Frozen.FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> stopWords,
        List<string> terms)
    {
        if (word.Length == 0 || stopWords.Contains(word))
        {
            return;
        }

        var length = language switch
        {
            "en" => EnglishStemmer.Stem(word),
            "de" => GermanStemmer.Stem(word),
            _ => word.Length,
        };
        terms.Add(word[..length].ToString());
    }
}
