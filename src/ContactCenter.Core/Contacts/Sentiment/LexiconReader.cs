using System.Globalization;

namespace ContactCenter.Core.Contacts.Sentiment;

/// <summary>Reads the files that the lexicon is written in; their first lines say how.</summary>
internal static class LexiconReader
{
    /// <summary>Reads one file; the keys of phrases have a blank between words.</summary>
    /// <param name="text">Its lines.</param>
    /// <param name="german">How words are inflected.</param>
    /// <exception cref="FormatException">A line is not <c>kind valence: words</c>.</exception>
    public static Dictionary<string, LexiconEntry> Read(TextReader text, bool german)
    {
        var exact = new Dictionary<string, LexiconEntry>(StringComparer.Ordinal);
        var valued = new HashSet<string>(StringComparer.Ordinal);
        var derived = new List<(string Word, float Valence, bool IsForm)>();
        while (text.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                ReadLine(line, german, exact, valued, derived);
            }
        }

        // explicit words win whatever the order of the lines; a word that only strengthens may have a valence besides
        foreach (var (word, valence, isForm) in derived)
        {
            if (!valued.Contains(word) && (!isForm || exact.GetValueOrDefault(word).Valence == 0))
            {
                exact[word] = Listed(exact.GetValueOrDefault(word)) with { Valence = valence };
            }
        }

        return exact;
    }

    private static void ReadLine(
        string line, bool german, Dictionary<string, LexiconEntry> exact, HashSet<string> valued, List<(string Word, float Valence, bool IsForm)> derived)
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
                    exact[word] = new LexiconEntry(value, 0, LexiconRole.Listed, 0);
                    break;
                case "word":
                    _ = valued.Add(Set(word, entry => entry with { Valence = value }));
                    break;
                case "fixed":
                    _ = valued.Add(Set(word, entry => entry with { Valence = value, Role = entry.Role | LexiconRole.Settled }));
                    break;
                case "boost":
                    _ = Set(word, entry => entry with { Boost = (sbyte)value });
                    break;
                case "negate" or "ease" or "contrast" or "concede" or "mark":
                    _ = Set(word, entry => entry with { Role = entry.Role | RoleOf(kind) });
                    break;
                case "verb" or "adj" or "noun":
                    derived.Add((WordFolding.Fold(word), value, false));
                    derived.AddRange(Forms(kind, word, german).Select(form => (WordFolding.Fold(form), value, true)));
                    break;
                default:
                    throw new FormatException($"The lexicon has no kind '{kind}'.");
            }
        }

        string Set(string word, Func<LexiconEntry, LexiconEntry> change)
        {
            var key = string.Join(' ', word.Split('_').Select(WordFolding.Fold));
            exact[key] = Listed(change(exact.GetValueOrDefault(key)));
            return key;
        }
    }

    internal static LexiconEntry Listed(LexiconEntry entry) => entry with { Role = entry.Role | LexiconRole.Listed };

    private static IEnumerable<string> Forms(string kind, string word, bool german) => (kind, german) switch
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
