using System.Buffers;
using ContactCenter.Language.Text;

namespace ContactCenter.Language.Sentiment;

/// <summary>The words that say something: of English, of German, and those of a center.</summary>
internal sealed class SentimentLexicon
{
    /// <summary>Words of the longest phrase.</summary>
    public const int MaximumPhrase = 7;

    private const string Resource = "sentiment.ccs";

    private static readonly LexiconTable OwnEnglish;
    private static readonly LexiconTable OwnGerman;
    private static readonly LexiconTable OwnSigns;

    // what an emoticon that is made of letters or of ASCII marks can begin with
    private static readonly SearchValues<char> Begins;

    /// <summary>Takes the packaged words, which stay where the executable has them.</summary>
    static unsafe SentimentLexicon()
    {
        var stream = (UnmanagedMemoryStream)typeof(SentimentLexicon).Assembly.GetManifestResourceStream(Resource)!;
        OwnEnglish = new LexiconTable(stream.PositionPointer);
        OwnGerman = new LexiconTable(OwnEnglish.End);
        OwnSigns = new LexiconTable(OwnGerman.End);
        var first = new char[OwnSigns.Count];
        for (var i = 0; i < first.Length; i++)
        {
            first[i] = OwnSigns[i][0];
            MaximumSign = Math.Max(MaximumSign, OwnSigns[i].Length);
        }

        Begins = SearchValues.Create(first);
    }

    private readonly Dictionary<string, LexiconEntry>.AlternateLookup<ReadOnlySpan<char>> _english;
    private readonly Dictionary<string, LexiconEntry>.AlternateLookup<ReadOnlySpan<char>> _german;
    private readonly bool _hasDomain;

    public SentimentLexicon(IReadOnlyDictionary<string, int> domain)
    {
        _hasDomain = domain.Count > 0;
        _english = Over(OwnEnglish, domain).GetAlternateLookup<ReadOnlySpan<char>>();
        _german = Over(OwnGerman, domain).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Characters of the longest emoticon or emoji.</summary>
    public static int MaximumSign { get; }

    public LexiconEntry English(ReadOnlySpan<char> word) =>
        (_hasDomain && _english.TryGetValue(word, out var entry)) || OwnEnglish.TryGetValue(word, out entry) ? entry : default;

    public LexiconEntry German(ReadOnlySpan<char> word) =>
        (_hasDomain && _german.TryGetValue(word, out var entry)) || OwnGerman.TryGetValue(word, out entry) ? entry : default;

    public static bool MayBeginSign(char character) => Begins.Contains(character);

    public static bool IsSign(ReadOnlySpan<char> sign, out LexiconEntry entry) => OwnSigns.TryGetValue(sign, out entry);

    // the words of a center, and what the packaged words become where its phrases begin with them
    private static Dictionary<string, LexiconEntry> Over(LexiconTable own, IReadOnlyDictionary<string, int> domain)
    {
        var words = new Dictionary<string, LexiconEntry>(StringComparer.Ordinal);
        foreach (var (phrase, valence) in domain)
        {
            var key = string.Join(
                ' ', LetterComposition.Compose(phrase).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WordFolding.Fold));
            words[key] = Known(key).Listed with { Valence = valence };
        }

        foreach (var phrase in words.Keys.Where(static key => key.Contains(' ')).ToArray())
        {
            LexiconPhrase.Link(phrase, words, Known);
        }

        return words;

        LexiconEntry Known(string word) => words.TryGetValue(word, out var entry) || own.TryGetValue(word, out entry) ? entry : default;
    }
}
