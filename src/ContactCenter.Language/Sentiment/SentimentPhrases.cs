namespace ContactCenter.Language.Sentiment;

/// <summary>Finds what the words and phrases of a text mean in the language that it is written in.</summary>
internal readonly ref struct SentimentPhrases(SentimentText text, SentimentLexicon lexicon)
{
    public readonly SentimentText Text = text;

    /// <summary>The entry of the longest phrase that begins here, else of the word.</summary>
    public (LexiconEntry Entry, int Length) Find(int at)
    {
        var tokens = Text.Tokens;
        ref var token = ref tokens[at];
        var longest = Math.Max(token.English.Longest, token.German.Longest);
        var most = 1;
        while (most < longest && at + most < tokens.Length && !tokens[at + most].AfterBreak && !tokens[at + most].IsSign)
        {
            most++;
        }

        for (var length = most; length > 1; length--)
        {
            // a phrase that says nothing is known too: it is there to keep its words from speaking
            var entry = Phrase(at, at + length - 1);
            if (entry.IsListed)
            {
                return (entry, length);
            }
        }

        return (Word(at), 1);
    }

    /// <summary>What a word alone means.</summary>
    public LexiconEntry Word(int at)
    {
        ref var token = ref Text.Tokens[at];
        return Choose(token.English, token.German);
    }

    /// <summary>What words together mean; nothing where they are no phrase.</summary>
    public LexiconEntry Phrase(int first, int last)
    {
        var phrase = Text.Phrase(first, last);
        return Choose(lexicon.English(phrase), lexicon.German(phrase));
    }

    private LexiconEntry Choose(LexiconEntry english, LexiconEntry german) =>
        Text.IsForeign ? default
        : Text.IsEnglish ? english
        : Text.IsGerman ? (german.IsListed ? german : english)
        : english.IsListed ? english
        : german;
}
