namespace ContactCenter.Language.Text;

/// <summary>
/// The words of a text in the form in which they are compared, with what stands between them: for rules that look at words and their
/// neighbours. The room is one per thread and is reused, so that reading allocates nothing.
/// </summary>
internal sealed class WordReader
{
    /// <summary>Words that are read.</summary>
    public const int MaximumWords = 512;

    private const int MaximumLetters = 40;

    [ThreadStatic]
    private static WordReader? OfThread;

    private readonly char[] _folded = new char[MaximumWords * MaximumLetters];
    private readonly (int Start, int End, int FoldedStart, int FoldedEnd, WordBreak Break)[] _words =
        new (int, int, int, int, WordBreak)[MaximumWords];

    /// <summary>How many words there are.</summary>
    public int Count { get; private set; }

    /// <summary>A folded word; nothing outside of the text.</summary>
    public ReadOnlySpan<char> this[int word] =>
        word >= 0 && word < Count ? _folded.AsSpan(_words[word].FoldedStart.._words[word].FoldedEnd) : default;

    /// <summary>Reads a text into the room of this thread; what was read before is gone.</summary>
    public static WordReader Read(ReadOnlySpan<char> text)
    {
        var reader = OfThread ??= new WordReader();
        reader.Fill(text);
        return reader;
    }

    /// <summary>Where a word begins in the text.</summary>
    public int Start(int word) => _words[word].Start;

    /// <summary>The character behind a word in the text.</summary>
    public int End(int word) => _words[word].End;

    /// <summary>What stands before a word.</summary>
    public WordBreak BreakBefore(int word) => word < Count ? _words[word].Break : WordBreak.Sentence;

    private void Fill(ReadOnlySpan<char> text)
    {
        Count = 0;
        var (length, before) = (0, WordBreak.Sentence);
        foreach (var token in new Tokenizer(text, PersonalDataMask.MaskedDigit))
        {
            if (token.Kind is TokenKind.Mark)
            {
                before = Larger(before, text[token.Start]);
                continue;
            }

            if (Count == MaximumWords)
            {
                return;
            }

            var start = length;
            foreach (var letter in text[token.Start..token.End])
            {
                if (length - start < MaximumLetters && !LetterFolding.IsIgnored(letter))
                {
                    _folded[length++] = LetterFolding.Fold(letter);
                }
            }

            _words[Count++] = (token.Start, token.End, start, length, before);
            before = WordBreak.None;
        }
    }

    private static WordBreak Larger(WordBreak before, char mark)
    {
        var here = mark switch
        {
            '.' or '!' or '?' or ';' or '\n' or '…' or '。' or '！' or '？' => WordBreak.Sentence,
            ',' or ':' or '(' or ')' or '–' or '—' or '，' or '、' => WordBreak.Comma,
            _ => WordBreak.None,
        };
        return here > before ? here : before;
    }
}

/// <summary>What stands between two words.</summary>
internal enum WordBreak
{
    /// <summary>A blank or the like.</summary>
    None,

    /// <summary>A comma, a colon, a dash or a bracket.</summary>
    Comma,

    /// <summary>The end of a sentence, or nothing: the text begins.</summary>
    Sentence,
}
