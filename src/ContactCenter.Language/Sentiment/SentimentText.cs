using System.Buffers;
using ContactCenter.Language.Text;

namespace ContactCenter.Language.Sentiment;

/// <summary>A text as words and signs, in rented memory. Addresses and names with an @ are passed over.</summary>
internal ref struct SentimentText
{
    /// <summary>What is read of a longer text: its beginning.</summary>
    public const int MaximumCharacters = 20_000;

    /// <summary>What a common word that means nothing in the other language tells of its own.</summary>
    private const int SureOfLanguage = 2;

    private readonly SentimentLexicon _lexicon;
    private readonly ReadOnlySpan<char> _text;
    private readonly string? _language;
    private readonly SentimentToken[] _tokens;
    private readonly char[] _folded;
    private int _foldedLength;
    private int _german;
    private int _english;
    private bool _break;
    private bool _sentence;
    private bool _question;

    public SentimentText(ReadOnlySpan<char> text, string? language, SentimentLexicon lexicon)
    {
        _lexicon = lexicon;
        _language = language;
        _text = text.Length > MaximumCharacters ? text[..MaximumCharacters] : text;
        // a word has a character and is followed by one; folding writes at most two for one, and a blank
        _tokens = ArrayPool<SentimentToken>.Shared.Rent(_text.Length + 1);
        _folded = ArrayPool<char>.Shared.Rent((3 * _text.Length) + 1);
        _break = true;
        _sentence = true;
        Read();
    }

    public readonly Span<SentimentToken> Tokens => _tokens.AsSpan(0, Count);

    public int Count { get; private set; }

    /// <summary>How many exclamation marks there are.</summary>
    public int Exclamations { get; private set; }

    /// <summary>How many question marks there are.</summary>
    public int Questions { get; private set; }

    /// <summary>Its last sentence is a question.</summary>
    public readonly bool EndsAsking => _question;

    /// <summary>True when some words are in capitals and others are not.</summary>
    public bool IsMixedCase { get; private set; }

    /// <summary>True when it is known to be German, or when its words are.</summary>
    public readonly bool IsGerman => _language is null ? _german > _english && _german >= SureOfLanguage : _language == "de";

    /// <summary>True when it is known to be English, or when its words are.</summary>
    public readonly bool IsEnglish => _language is null ? _english > _german && _english >= SureOfLanguage : _language == "en";

    /// <summary>True when it is in a language without words here; those that look like some of ours mean something else.</summary>
    public readonly bool IsForeign => _language is not (null or "en" or "de");

    /// <summary>Folded words from one token to another, as a phrase is looked up.</summary>
    public readonly ReadOnlySpan<char> Phrase(int first, int last) => _folded.AsSpan(_tokens[first].FoldedStart.._tokens[last].FoldedEnd);

    public readonly ReadOnlySpan<char> Written(int first, int last) =>
        _text[_tokens[first].Start..(_tokens[last].Start + _tokens[last].Length)];

    public readonly void Return()
    {
        ArrayPool<SentimentToken>.Shared.Return(_tokens);
        ArrayPool<char>.Shared.Return(_folded);
    }

    private void Read()
    {
        var calm = 0;
        var loud = 0;
        var i = 0;
        while (i < _text.Length)
        {
            var isStart = i == 0 || char.IsWhiteSpace(_text[i - 1]);
            if (isStart && SkipsWord(i, out var end))
            {
                i = end;
            }
            else if (Sign(i, isStart) is var sign and > 0)
            {
                i += sign;
            }
            else if (char.IsLetterOrDigit(_text[i]))
            {
                var length = Word(i);
                ref var token = ref _tokens[Count - 1];
                loud += token.IsShouted ? 1 : 0;
                calm += !token.IsShouted && char.IsLetter(_text[i]) && length > 1 ? 1 : 0;
                i += length;
            }
            else
            {
                Mark(_text[i]);
                i++;
            }
        }

        IsMixedCase = loud > 0 && calm > 0;
    }

    private readonly bool SkipsWord(int start, out int end)
    {
        end = start;
        var rest = _text[start..];
        if (rest[0] != '@'
            && !rest.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        while (end < _text.Length && !char.IsWhiteSpace(_text[end]))
        {
            end++;
        }

        return true;
    }

    private int Sign(int start, bool isStart)
    {
        var length = Emoticons.Find(_text, start, isStart, out var entry);
        if (length > 0)
        {
            Add(new SentimentToken
            {
                Start = start,
                Length = length,
                English = entry,
                German = entry,
                IsSign = true,
                FoldedStart = _foldedLength,
                FoldedEnd = _foldedLength
            });
        }

        return length;
    }

    private int Word(int start)
    {
        var end = Tokenizer.WordEnd(_text, start);
        var written = _text[start..end];
        var letters = 0;
        var capitals = 0;
        foreach (var letter in written)
        {
            letters += char.IsLetter(letter) ? 1 : 0;
            capitals += char.IsUpper(letter) ? 1 : 0;
        }

        var from = _foldedLength == 0 ? 0 : _foldedLength + 1;
        if (from > 0)
        {
            _folded[_foldedLength] = ' ';
        }

        var (length, stretched) = WordFolding.Fold(written, _folded.AsSpan(from));
        var (english, german) = Find(_folded.AsSpan(from, length));
        if (stretched && english == default && german == default)
        {
            (length, _) = WordFolding.Fold(written, _folded.AsSpan(from), run: 1);
            (english, german) = Find(_folded.AsSpan(from, length));
        }

        if (english == default && IsLaughter(_folded.AsSpan(from, length)))
        {
            (english, german) = Find("haha");
        }

        if (start > 0 && _text[start - 1] == '#' && english == default && german == default)
        {
            english = german = Hashtags.Find(_folded.AsSpan(from, length), _lexicon);
        }

        if (Count == 0 || !Phrase(Count - 1, Count - 1).SequenceEqual(_folded.AsSpan(from, length)))
        {
            _english += Tells(english, german);
            _german += Tells(german, english) + TellsAlone(german, english);
        }

        _foldedLength = from + length;
        Add(new SentimentToken
        {
            Start = start,
            Length = end - start,
            FoldedStart = from,
            FoldedEnd = _foldedLength,
            English = english,
            German = german,
            IsShouted = letters > 1 && capitals == letters,
            IsStretched = stretched,
        });
        return end - start;
    }

    private readonly (LexiconEntry English, LexiconEntry German) Find(ReadOnlySpan<char> word) =>
        (_lexicon.English(word), _lexicon.German(word));

    // "die" and "war" alone make no text German
    private static int Tells(LexiconEntry own, LexiconEntry other) =>
        !own.Has(LexiconRole.Mark) ? 0 : other.Valence == 0 ? SureOfLanguage : 1;

    // a word that only German has tells of it too, where the common ones are few: "Service war gut"
    private static int TellsAlone(LexiconEntry german, LexiconEntry english) =>
        !german.Has(LexiconRole.Mark) && german.Valence != 0 && !english.IsListed ? 1 : 0;

    // "hahahaha", however long
    private static bool IsLaughter(ReadOnlySpan<char> word) =>
        word.Length > 4 && word.IndexOfAnyExcept("haej") < 0 && word.Count('h') > 1 && word.ContainsAny("ae");

    private void Mark(char mark)
    {
        switch (mark)
        {
            case '!':
                Exclamations++;
                _question = false;
                _sentence = true;
                break;
            case '?':
                Questions++;
                _question = !_sentence || _question;
                _sentence = true;
                break;
            case '.' or '\n' or '…':
                _sentence = true;
                break;
            case ',' or ';' or ':' or '(' or ')' or '–' or '—' or '"':
                break;
            default:
                return;
        }

        _break = true;
    }

    private void Add(SentimentToken token)
    {
        token.AfterBreak = _break;
        token.AfterSentence = _sentence;
        token.AfterQuestion = _question;
        _question = false;
        _break = false;
        _sentence = false;
        _tokens[Count++] = token;
    }
}
