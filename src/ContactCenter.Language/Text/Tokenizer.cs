namespace ContactCenter.Language.Text;

/// <summary>
/// The pieces of a text, in order: the one place that says where a word begins and ends. Blanks and other marks come as pieces too, so
/// that each reader chooses what means something to it.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="alsoInWords">A character that counts as one of a word although it is a mark.</param>
internal ref struct Tokenizer(ReadOnlySpan<char> text, char alsoInWords = '\0')
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly char _alsoInWords = alsoInWords;
    private int _next;

    /// <summary>The piece that was reached.</summary>
    public Token Current { get; private set; }

    /// <summary>Enumerates itself.</summary>
    public readonly Tokenizer GetEnumerator() => this;

    /// <summary>Goes to the next piece; false at the end.</summary>
    public bool MoveNext()
    {
        while (_next < _text.Length)
        {
            var start = _next;
            var c = _text[start];
            if (IsInWord(c))
            {
                Current = new Token(TokenKind.Word, start, WordEnd(start));
                return true;
            }

            _next++;
            if (LetterFolding.IsIgnored(c))
            {
                continue;
            }

            var isPair = char.IsHighSurrogate(c) && _next < _text.Length && char.IsLowSurrogate(_text[_next]);
            _next += isPair ? 1 : 0;
            Current = new Token(
                isPair ? TokenKind.Symbol : LetterFolding.IsUnspacedScript(c) ? TokenKind.Character : TokenKind.Mark, start, _next);
            return true;
        }

        return false;
    }

    /// <summary>
    /// Where the word ends that begins at a place: behind its last letter or digit. What is ignored within it, such as an apostrophe, ends
    /// no word.
    /// </summary>
    public static int WordEnd(ReadOnlySpan<char> text, int start) => new Tokenizer(text).WordEnd(start);

    private int WordEnd(int start)
    {
        var end = start + 1;
        for (_next = end; _next < _text.Length; _next++)
        {
            if (IsInWord(_text[_next]))
            {
                end = _next + 1;
            }
            else if (!LetterFolding.IsIgnored(_text[_next]))
            {
                break;
            }
        }

        return end;
    }

    private readonly bool IsInWord(char c) => c < 0x80
        ? char.IsAsciiLetterOrDigit(c) || (c == _alsoInWords && c != '\0')
        : char.IsDigit(c) || (char.IsLetter(c) && !LetterFolding.IsUnspacedScript(c));
}

/// <summary>A piece of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character behind its last.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End);

/// <summary>What a piece of a text is.</summary>
internal enum TokenKind
{
    /// <summary>Letters and digits, and what is ignored between them.</summary>
    Word,

    /// <summary>One character of a script that is written without spaces.</summary>
    Character,

    /// <summary>A character outside of the basic plane, which are mostly pictures.</summary>
    Symbol,

    /// <summary>Any other character, a blank too.</summary>
    Mark,
}
