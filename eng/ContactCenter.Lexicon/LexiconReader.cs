using System.Globalization;
using ContactCenter.Language.Sentiment;

namespace ContactCenter.Lexicon;

/// <summary>Reads the files that the lexicon is written in; the first lines of the English grammar say how.</summary>
/// <param name="german">How words are inflected.</param>
internal sealed class LexiconReader(bool german)
{
    private readonly Dictionary<string, LexiconEntry> _exact = new(StringComparer.Ordinal);
    private readonly HashSet<string> _valued = new(StringComparer.Ordinal);
    private readonly List<(string Word, float Valence, bool IsForm)> _derived = [];

    /// <summary>Reads one file; the keys of phrases have a blank between words.</summary>
    /// <exception cref="FormatException">A line is not <c>kind valence: words</c>.</exception>
    public void Read(TextReader text)
    {
        while (text.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                ReadLine(line);
            }
        }
    }

    /// <summary>All words that were read, with their forms and with what phrases begin with them.</summary>
    public Dictionary<string, LexiconEntry> Finish()
    {
        // explicit words win whatever the order of the lines; a word that only strengthens may have a valence besides
        foreach (var (word, valence, isForm) in _derived)
        {
            if (!_valued.Contains(word) && _exact.GetValueOrDefault(word) is var entry && (!isForm || entry.Valence == 0))
            {
                _exact[word] = entry.Listed with { Valence = valence };
            }
        }

        foreach (var phrase in _exact.Keys.Where(static key => key.Contains(' ')).ToArray())
        {
            LexiconPhrase.Link(phrase, _exact, word => _exact.GetValueOrDefault(word));
        }

        return _exact;
    }

    private void ReadLine(string line)
    {
        var head = line.IndexOf(": ", StringComparison.Ordinal);
        if (head < 0)
        {
            throw new FormatException($"The lexicon's line '{line}' lacks ': '.");
        }

        var (kind, value) = line[..head].Split(' ') is [var name, var number]
            ? (name, float.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture))
            : (line[..head], 0);
        foreach (var word in line[(head + 2)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (kind)
            {
                case "sign":
                    _exact[word] = new LexiconEntry(value, 0, LexiconRole.Listed, 0);
                    break;
                case "word":
                    _ = _valued.Add(Set(word, entry => entry with { Valence = value }));
                    break;
                case "fixed":
                    _ = _valued.Add(Set(word, entry => entry with { Valence = value, Role = entry.Role | LexiconRole.Settled }));
                    break;
                case "boost":
                    _ = Set(word, entry => entry with { Boost = (sbyte)value });
                    break;
                case "negate" or "ease" or "contrast" or "concede" or "mark":
                    _ = Set(word, entry => entry with { Role = entry.Role | RoleOf(kind) });
                    break;
                case "verb" or "adj" or "noun":
                    _derived.Add((WordFolding.Fold(word), value, false));
                    _derived.AddRange(Forms(kind, word).Select(form => (WordFolding.Fold(form), value, true)));
                    break;
                default:
                    throw new FormatException($"The lexicon has no kind '{kind}'.");
            }
        }

        string Set(string word, Func<LexiconEntry, LexiconEntry> change)
        {
            var key = string.Join(' ', word.Split('_').Select(WordFolding.Fold));
            _exact[key] = change(_exact.GetValueOrDefault(key)).Listed;
            return key;
        }
    }

    private IEnumerable<string> Forms(string kind, string word) => (kind, german) switch
    {
        ("verb", false) => Inflection.EnglishVerb(word),
        ("verb", true) => Inflection.GermanVerb(word),
        ("adj", false) => Inflection.EnglishAdjective(word),
        ("adj", true) => Inflection.GermanAdjective(word),
        _ => Inflection.EnglishNoun(word),
    };

    private static LexiconRole RoleOf(string kind) => kind switch
    {
        "negate" => LexiconRole.Negation,
        "ease" => LexiconRole.Ease,
        "contrast" => LexiconRole.Contrast,
        "concede" => LexiconRole.Concession,
        _ => LexiconRole.Mark,
    };
}
