using System.Reflection;

namespace ContactCenter.Language.Sentiment;

/// <summary>The words that say something: of English, of German, and those of a center.</summary>
internal sealed class SentimentLexicon
{
    /// <summary>Words of the longest phrase.</summary>
    public const int LongestPhrase = 7;

    private static readonly Dictionary<string, LexiconEntry>.AlternateLookup<ReadOnlySpan<char>> OwnEnglish = Load(
        german: false,
        expected: 22_500,
        "english-grammar", "english-feelings", "english-character", "english-things", "english-arts", "english-news", "english-life",
        "english-slang",
        "english-phrases", "english-neutral", "english-requests");

    private static readonly Dictionary<string, LexiconEntry>.AlternateLookup<ReadOnlySpan<char>> OwnGerman = Load(
        german: true, expected: 17_000, "german", "german-common");

    private static readonly Dictionary<string, LexiconEntry>.AlternateLookup<ReadOnlySpan<char>> OwnSigns =
        Load(german: false, expected: 250, "signs");

    // what an emoticon that is made of letters or of ASCII marks can begin with
    private static readonly System.Buffers.SearchValues<char> Begins =
        System.Buffers.SearchValues.Create([.. OwnSigns.Dictionary.Keys.Select(static sign => sign[0]).Distinct()]);

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
    public static int MaximumSign { get; } = OwnSigns.Dictionary.Keys.Max(static sign => sign.Length);

    public LexiconEntry English(ReadOnlySpan<char> word) =>
        (_hasDomain && _english.TryGetValue(word, out var entry)) || OwnEnglish.TryGetValue(word, out entry) ? entry : default;

    public LexiconEntry German(ReadOnlySpan<char> word) =>
        (_hasDomain && _german.TryGetValue(word, out var entry)) || OwnGerman.TryGetValue(word, out entry) ? entry : default;

    public static bool MayBeginSign(char character) => Begins.Contains(character);

    public static bool IsSign(ReadOnlySpan<char> sign, out LexiconEntry entry) => OwnSigns.TryGetValue(sign, out entry);

    // the words of a center, and what the packaged words become where its phrases begin with them
    private static Dictionary<string, LexiconEntry> Over(
        Dictionary<string, LexiconEntry>.AlternateLookup<ReadOnlySpan<char>> own, IReadOnlyDictionary<string, int> domain)
    {
        var words = new Dictionary<string, LexiconEntry>(StringComparer.Ordinal);
        foreach (var (phrase, valence) in domain)
        {
            var key = string.Join(' ', phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WordFolding.Fold));
            words[key] = LexiconReader.Listed(Known(key)) with { Valence = valence };
        }

        foreach (var phrase in words.Keys.Where(static key => key.Contains(' ')).ToArray())
        {
            LinkPhrase(phrase, words, Known);
        }

        return words;

        LexiconEntry Known(string word) => words.TryGetValue(word, out var entry) ? entry : own.Dictionary.GetValueOrDefault(word);
    }

    private static void LinkPhrase(string phrase, Dictionary<string, LexiconEntry> words, Func<string, LexiconEntry> known)
    {
        var parts = phrase.Split(' ');
        var first = known(parts[0]);
        words[parts[0]] = first with { Longest = Math.Max(first.Longest, (byte)parts.Length) };
        if (Array.Exists(parts, part => known(part).Has(LexiconRole.Negation)))
        {
            words[phrase] = words[phrase] with { Role = words[phrase].Role | LexiconRole.Settled };
        }
    }

    private static Dictionary<string, LexiconEntry>.AlternateLookup<ReadOnlySpan<char>> Load(
        bool german, int expected, params ReadOnlySpan<string> names)
    {
        var reader = new LexiconReader(german, expected);
        foreach (var name in names)
        {
            using var text = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"sentiment-{name}.txt")!);
            reader.Read(text);
        }

        var words = reader.Finish();
        foreach (var phrase in words.Keys.Where(static key => key.Contains(' ')).ToArray())
        {
            LinkPhrase(phrase, words, word => words.GetValueOrDefault(word));
        }

        return words.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
