using System.Reflection;

namespace ContactCenter.Core.Contacts.Sentiment;

/// <summary>The words that say something: of English, of German, and those of a center.</summary>
internal sealed class SentimentLexicon
{
    /// <summary>Words of the longest phrase.</summary>
    public const int LongestPhrase = 7;

    private static readonly Dictionary<string, LexiconEntry> OwnEnglish = Load(
        german: false,
        "english-grammar", "english-feelings", "english-character", "english-things", "english-arts", "english-news", "english-life", "english-slang",
        "english-phrases", "english-neutral", "english-requests");

    private static readonly Dictionary<string, LexiconEntry> OwnGerman = Load(german: true, "german", "german-common");
    private static readonly Dictionary<string, LexiconEntry>.AlternateLookup<ReadOnlySpan<char>> OwnSigns =
        Load(german: false, "signs").GetAlternateLookup<ReadOnlySpan<char>>();

    // what an emoticon that is made of letters or of ASCII marks can begin with
    private static readonly System.Buffers.SearchValues<char> Begins =
        System.Buffers.SearchValues.Create([.. OwnSigns.Dictionary.Keys.Select(static sign => sign[0]).Distinct()]);

    private readonly Dictionary<string, LexiconEntry>.AlternateLookup<ReadOnlySpan<char>> _english;
    private readonly Dictionary<string, LexiconEntry>.AlternateLookup<ReadOnlySpan<char>> _german;

    public SentimentLexicon(IReadOnlyDictionary<string, int> domain)
    {
        _english = Complete(OwnEnglish, domain);
        _german = Complete(OwnGerman, domain);
    }

    /// <summary>Characters of the longest emoticon or emoji.</summary>
    public static int LongestSign { get; } = OwnSigns.Dictionary.Keys.Max(static sign => sign.Length);

    public LexiconEntry English(ReadOnlySpan<char> word) => _english.TryGetValue(word, out var entry) ? entry : default;

    public LexiconEntry German(ReadOnlySpan<char> word) => _german.TryGetValue(word, out var entry) ? entry : default;

    public static bool MayBeginSign(char character) => Begins.Contains(character);

    public static bool IsSign(ReadOnlySpan<char> sign, out LexiconEntry entry) => OwnSigns.TryGetValue(sign, out entry);

    private static Dictionary<string, LexiconEntry>.AlternateLookup<ReadOnlySpan<char>> Complete(
        Dictionary<string, LexiconEntry> own, IReadOnlyDictionary<string, int> domain)
    {
        var words = new Dictionary<string, LexiconEntry>(own, StringComparer.Ordinal);
        foreach (var (phrase, valence) in domain)
        {
            var key = string.Join(' ', phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WordFolding.Fold));
            words[key] = LexiconReader.Listed(words.GetValueOrDefault(key)) with { Valence = valence };
        }

        foreach (var phrase in words.Keys.Where(static key => key.Contains(' ')).ToArray())
        {
            var first = phrase[..phrase.IndexOf(' ')];
            var length = (byte)(phrase.Count(static character => character == ' ') + 1);
            var entry = words.GetValueOrDefault(first);
            words[first] = entry with { Longest = Math.Max(entry.Longest, length) };
            if (phrase.Split(' ').Any(word => words.GetValueOrDefault(word).Has(LexiconRole.Negation)))
            {
                words[phrase] = words[phrase] with { Role = words[phrase].Role | LexiconRole.Settled };
            }
        }

        return words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    // of files together the later ones take precedence
    private static Dictionary<string, LexiconEntry> Load(bool german, params ReadOnlySpan<string> names)
    {
        var text = new System.Text.StringBuilder();
        foreach (var name in names)
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"sentiment-{name}.txt")!;
            using var reader = new StreamReader(stream);
            _ = text.Append(reader.ReadToEnd()).Append('\n');
        }

        using var lines = new StringReader(text.ToString());
        return LexiconReader.Read(lines, german);
    }
}
