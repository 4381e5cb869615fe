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
        text = text[..Math.Min(text.Length, MaximumText)];
        foreach (var token in new Tokenizer(text))
        {
            var piece = text[token.Start..token.End];
            if (token.Kind == TokenKind.Word)
            {
                Add(word[..Fold(piece, word)], language, stopWords, terms);
            }
            else if (token.Kind == TokenKind.Character)
            {
                terms.Add(piece.ToString());
            }
        }

        return terms;
    }

    private static int Fold(ReadOnlySpan<char> written, Span<char> word)
    {
        var length = 0;
        foreach (var c in written)
        {
            if (LetterFolding.IsIgnored(c) || length == word.Length)
            {
                continue;
            }

            word[length++] = LetterFolding.Fold(c);
            if (c == 'ß' && length < word.Length)
            {
                word[length++] = 's';
            }
        }

        return length;
    }

    private static void Add(
        Span<char> word, string language, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> stopWords,
        List<string> terms)
    {
        if (stopWords.Contains(word))
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
