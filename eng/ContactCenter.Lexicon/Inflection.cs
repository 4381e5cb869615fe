namespace ContactCenter.Lexicon;

/// <summary>
/// Forms of English and German words, made when the lexicon is read. They are generous: a form that nobody writes does no harm, so no
/// word is looked up twice at run time.
/// </summary>
internal static class Inflection
{
    private const string Vowels = "aeiou";

    /// <summary>Past, third person and present participle of a regular English verb.</summary>
    public static IEnumerable<string> EnglishVerb(string verb)
    {
        if (verb.EndsWith('e'))
        {
            return [$"{verb}s", $"{verb}d", $"{verb[..^1]}ing"];
        }

        if (verb[^1] == 'y' && !Vowels.Contains(verb[^2]))
        {
            return [$"{verb[..^1]}ies", $"{verb[..^1]}ied", $"{verb}ing"];
        }

        var third = EndsSibilant(verb) ? $"{verb}es" : $"{verb}s";
        return Doubles(verb)
            ? [third, $"{verb}{verb[^1]}ed", $"{verb}{verb[^1]}ing", $"{verb}ed", $"{verb}ing"]
            : [third, $"{verb}ed", $"{verb}ing"];
    }

    /// <summary>Adverb, comparative, superlative and noun of an English adjective.</summary>
    public static IEnumerable<string> EnglishAdjective(string adjective)
    {
        var adverb = adjective switch
        {
            [.., 'l', 'e'] => $"{adjective[..^1]}y",
            [.., 'y'] => $"{adjective[..^1]}ily",
            [.., 'i', 'c'] => $"{adjective}ally",
            [.., 'l', 'l'] => $"{adjective}y",
            _ => $"{adjective}ly",
        };
        var stem = adjective switch
        {
            [.., 'e'] => adjective[..^1],
            [.., 'y'] => $"{adjective[..^1]}i",
            _ when Doubles(adjective) => $"{adjective}{adjective[^1]}",
            _ => adjective,
        };
        var noun = adjective[^1] == 'y' ? $"{adjective[..^1]}iness" : $"{adjective}ness";

        // longer adjectives are compared with "more" and "most"
        return adjective.Length <= 8 ? [adverb, noun, $"{stem}er", $"{stem}est"] : [adverb, noun];
    }

    /// <summary>Plural of an English noun.</summary>
    public static IEnumerable<string> EnglishNoun(string noun) =>
        [noun[^1] == 'y' && !Vowels.Contains(noun[^2]) ? $"{noun[..^1]}ies" : EndsSibilant(noun) ? $"{noun}es" : $"{noun}s"];

    /// <summary>Present, past and participle of a regular German verb, from its infinitive.</summary>
    public static IEnumerable<string> GermanVerb(string verb)
    {
        var stem = verb.EndsWith("en", StringComparison.Ordinal) ? verb[..^2] : verb[..^1];
        var link = stem[^1] is 't' or 'd' ? "e" : "";
        return
        [
            $"{stem}e", stem, $"{stem}{link}st", $"{stem}{link}t", $"{stem}{link}te", $"{stem}{link}ten", $"{stem}end", $"ge{stem}{link}t",
            $"{stem}ung",
        ];
    }

    /// <summary>Endings and comparison of a German adjective.</summary>
    public static IEnumerable<string> GermanAdjective(string adjective)
    {
        var stem = adjective.EndsWith('e') ? adjective[..^1] : adjective;
        foreach (var form in new[] { stem, $"{stem}er", $"{stem}st", $"{stem}est" })
        {
            yield return form;
            foreach (var ending in new[] { "e", "en", "er", "es", "em" })
            {
                yield return form + ending;
            }
        }
    }

    private static bool EndsSibilant(
        string word) =>
            word[^1] is 's' or 'x' or 'z' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal);

    // "stop" is "stopped": a short word that ends in consonant, one vowel, consonant
    private static bool Doubles(string word) =>
        word.Length is >= 3 and <= 6
            && !Vowels.Contains(word[^1])
            && word[^1] is not ('w' or 'x' or 'y')
            && Vowels.Contains(word[^2])
            && !Vowels.Contains(word[^3]);
}
