using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace ContactCenter.Core.Texts;

/// <summary>
/// Says in another language what was written in English. What is stored is English, so that it can be read whatever becomes of its readers;
/// a sentence of the table is recognised by what stands around its placeholders. What is not recognised (a text from outside, a sentence
/// of another version) stays as it is.
/// </summary>
public sealed partial class Translation
{
    /// <summary>The language that everything is written in.</summary>
    public const string SourceLanguage = "en";

    /// <summary>What parts the sentences of a table, which may have lines.</summary>
    public const char EndOfSentence = '\u001e';

    /// <summary>A list of ten holds one within the other.</summary>
    private const int MaximumDepth = 16;

    private static readonly ConcurrentDictionary<string, Translation> Known = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Translation> KnownReplies = new(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string>? _whole;

    /// <summary>Taken apart when first needed: a caller who waits for a packaged announcement needs none of them.</summary>
    private readonly Lazy<ImmutableArray<(SentencePattern English, SentencePattern Own)>> _patterns = new(static () => []);
    private readonly string _marks;

    /// <summary>True where what stands within a sentence is one entry of the table: blanks behind full stops end nothing.</summary>
    private readonly bool _isOfEntries;

    private Translation(string language, string[] english, string[] own, bool isOfEntries = false)
    {
        Language = language;
        _isOfEntries = isOfEntries;
        _marks = Sentences.NumberMarks;
        if (language == SourceLanguage)
        {
            return;
        }

        var pairs = english.Zip(own).ToLookup(static pair => SentencePattern.HasPlaceholder(pair.First));
        _whole = pairs[false].DistinctBy(static pair => pair.First)
            .ToFrozenDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal);
        // whatever follows belongs to the last value of a sentence that ends with one, so those that end with words come first; what only
        // puts sentences together, without a word of its own, would take whole sentences apart
        _patterns = new(() =>
        [
            .. pairs[true].Select(static pair => (English: new SentencePattern(pair.First), Own: new SentencePattern(pair.Second)))
                .OrderBy(static pair => !pair.English.Literals.Any(static literal => literal.Any(char.IsLetter)))
                .ThenBy(static pair => pair.English.Literals[^1].Length == 0)
                .ThenByDescending(static pair => pair.English.Literals.Sum(static literal => literal.Length)),
        ]);
        _marks = _whole.GetValueOrDefault(Sentences.NumberMarks, Sentences.NumberMarks);
    }

    /// <summary>English as it is written.</summary>
    public static Translation None { get; } = Into(SourceLanguage);

    /// <summary>The languages that have a table, by their two-letter codes.</summary>
    public static ImmutableArray<string> Languages { get; } = [.. SentenceTables.Languages];

    /// <summary>Two-letter code.</summary>
    public string Language { get; }

    /// <summary>The translation into a language; one that has no table gets English.</summary>
    /// <param name="language">A code such as <c>de</c> or <c>de-AT</c>, or null.</param>
    public static Translation Into(string? language)
    {
        var code = language?.Split('-', '_')[0].ToLowerInvariant();
        return Known.GetOrAdd(SentenceTables.Languages.Contains(code) ? code! : SourceLanguage, static known => known == SourceLanguage
                ? new Translation(known, [], [])
                : new Translation(known, Lines(SentenceTables.Of(SourceLanguage)), Lines(SentenceTables.Of(known))));
    }

    /// <summary>The translation by tables of another program, such as those of the command line, which functions need not carry.</summary>
    /// <param name="language">Two-letter code.</param>
    /// <param name="english">Its sentences in English, one a line.</param>
    /// <param name="own">The same in that language.</param>
    public static Translation By(string language, ReadOnlySpan<byte> english, ReadOnlySpan<byte> own) =>
        new(language, Lines(english), Lines(own));

    /// <summary>The translation of what is found in a configuration or an account, whose sentences functions need not carry.</summary>
    /// <param name="language">A code such as <c>de</c>; one that has no table gets English.</param>
    public static Translation OfFindings(string language)
    {
        var known = Into(language).Language;
        return new(
            known,
            [.. Lines(FindingsTables.Of(SourceLanguage)), .. Lines(SentenceTables.Of(SourceLanguage))],
            [.. Lines(FindingsTables.Of(known)), .. Lines(SentenceTables.Of(known))],
            isOfEntries: true);
    }

    /// <summary>The translation of what the API answers where it does not do what it was asked for, and of reasons within it.</summary>
    /// <param name="language">A code such as <c>de</c>; one that has no table gets English.</param>
    public static Translation OfReplies(string language) => KnownReplies.GetOrAdd(Into(language).Language, static known =>
    {
        // what puts sentences of messages together would take lists of replies apart in its own way, and no reason is put together
        var reasons = Lines(SentenceTables.Of(SourceLanguage)).Zip(Lines(SentenceTables.Of(known)))
            .Where(static pair => !pair.First.Contains("{*", StringComparison.Ordinal))
            .ToArray();
        return new(
            known,
            [.. Lines(RepliesTables.Of(SourceLanguage)), .. reasons.Select(static pair => pair.First)],
            [.. Lines(RepliesTables.Of(known)), .. reasons.Select(static pair => pair.Second)],
            isOfEntries: true);
    });

    /// <summary>One entry of the table, of however many sentences, in this language.</summary>
    public string Whole(string english) => _whole is null ? english : One(english, 0, NothingSaid()) ?? english;

    /// <summary>The text in this language: every sentence of it that is known.</summary>
    public string Of(string english) => _whole is null || english.Length == 0 ? english : Of(english, 0, NothingSaid());

    /// <summary>A number with the marks of the language, 1,000.5 being 1.000,5 in German; anything else as it is.</summary>
    public string Number(string value) => Numeric().IsMatch(value)
        ? string.Concat(value.Select(letter => letter == Sentences.NumberMarks[0] ? _marks[0]
            : letter == Sentences.NumberMarks[1] ? _marks[1]
            : letter))
        : value;

    /// <summary>
    /// What was found within one text, each once: lists can be parted in more than one way, so that a text of a stranger that is full of
    /// commas and semicolons would be taken apart thousands of times.
    /// </summary>
    private static Dictionary<string, string?> NothingSaid() => new(StringComparer.Ordinal);

    private string Of(string english, int depth, Dictionary<string, string?> said)
    {
        // an entry of several sentences is said as a whole
        if (_whole!.TryGetValue(english, out var whole))
        {
            return whole;
        }

        if (_isOfEntries && One(english, depth, said) is { } entry && entry != english)
        {
            return entry;
        }

        // a list has a sentence in each line
        if (english.Contains('\n', StringComparison.Ordinal))
        {
            return string.Join('\n', english.Split('\n').Select(line => line.Length == 0 ? line : Of(line, depth, said)));
        }

        var text = new StringBuilder();
        var begin = 0;
        while (begin < english.Length)
        {
            var rest = english.AsSpan(begin);
            var (words, length) = Next(rest, depth, said);
            text.Append(words);
            begin += length;
        }

        return text.ToString();
    }

    /// <summary>The shortest beginning that is a sentence of the table, else the first sentence as it is.</summary>
    private (string Words, int Length) Next(ReadOnlySpan<char> text, int depth, Dictionary<string, string?> said)
    {
        for (var end = End(text, 0); ; end = End(text, end))
        {
            if (One(text[..end].ToString(), depth, said) is { } words)
            {
                return end < text.Length ? ($"{words} ", end + 1) : (words, end);
            }

            if (end == text.Length)
            {
                break;
            }
        }

        // what stands in other sentences without a full stop may also stand alone
        var first = End(text, 0);
        return text[first - 1] == '.' && One(text[..(first - 1)].ToString(), depth, said) is { } alone
            ? first < text.Length ? ($"{alone}. ", first + 1) : ($"{alone}.", first)
            : (text[..Math.Min(first + 1, text.Length)].ToString(), Math.Min(first + 1, text.Length));
    }

    /// <summary>Where the next sentence ends: behind a full stop before a blank.</summary>
    private static int End(ReadOnlySpan<char> text, int from)
    {
        var stop = text[from..].IndexOf(". ", StringComparison.Ordinal);
        return stop < 0 ? text.Length : from + stop + 1;
    }

    private string? One(string sentence, int depth, Dictionary<string, string?> said)
    {
        if (_whole!.TryGetValue(sentence, out var whole) || said.TryGetValue(sentence, out whole))
        {
            return whole;
        }

        var words = ByPattern(sentence, depth, said);
        said[sentence] = words;
        return words;
    }

    private string? ByPattern(string sentence, int depth, Dictionary<string, string?> said)
    {
        // a frame around words that are not known, such as a full stop, says nothing: another sentence may know them
        string? unchanged = null;
        foreach (var (english, own) in _patterns.Value)
        {
            if (english.Match(sentence) is { } values)
            {
                var words = own.Fill(english.Names.Zip(values).DistinctBy(static pair => pair.First).ToDictionary(
                    static pair => pair.First,
                    pair => english.IsSentence(pair.First) && depth < MaximumDepth
                        ? Of(pair.Second, depth + 1, said)
                        : Number(pair.Second)));
                if (words != sentence)
                {
                    return words;
                }

                unchanged ??= words;
            }
        }

        return unchanged;
    }

    private static string[] Lines(ReadOnlySpan<byte> table) => Encoding.UTF8.GetString(table).Split(EndOfSentence);

    [GeneratedRegex(@"^\d{1,3}(,\d{3})*(\.\d+)?( %| m?s| min.*| h.*| d.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();
}
