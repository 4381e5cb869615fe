using System.Collections.Frozen;

namespace ContactCenter.Language.Text;

/// <summary>Guesses the language of a text from its commonest words; good enough to notice that a set of texts is mixed.</summary>
internal static class LanguageGuess
{
    // Words that are frequent in one of these languages and rare or absent in the others.
    private static readonly FrozenDictionary<string, string> Language = new Dictionary<string, string[]>
    {
        ["English"] = ["the", "is", "my", "to", "what", "how", "and", "have", "can", "i", "it", "you", "with", "this", "when", "of"],
        ["German"] = ["der", "die", "das", "ist", "ich", "und", "nicht", "mein", "meine", "wie", "bitte", "eine", "mit", "habe", "wann"],
        ["Spanish"] = ["el", "los", "mi", "es", "como", "por", "para", "quiero", "una", "cuando", "puedo", "tengo", "esta", "que"],
        ["French"] = ["le", "les", "est", "je", "mon", "ma", "pas", "pour", "avec", "une", "vous", "comment", "puis", "votre"],
        ["Italian"] = ["il", "gli", "sono", "mio", "mia", "non", "della", "vorrei", "perche", "quando", "posso", "ho"],
        ["Portuguese"] = ["meu", "minha", "nao", "voce", "uma", "quero", "como", "estou", "fazer", "onde", "os"],
        ["Dutch"] = ["het", "een", "mijn", "ik", "niet", "hoe", "kan", "van", "heb", "wanneer", "graag"],
    }
    .SelectMany(static pair => pair.Value.Select(word => (Word: word, Name: pair.Key)))
    .GroupBy(static entry => entry.Word)
    .Where(static group => group.Count() == 1)
    .ToFrozenDictionary(static group => group.Key, static group => group.First().Name);

    /// <summary>The language with the most known words; nothing when fewer than two words speak for it or two are level.</summary>
    public static string? Of(IEnumerable<string> words)
    {
        var votes = words.Select(static word => Language.GetValueOrDefault(word)).OfType<string>().CountBy(static name => name)
            .OrderByDescending(static vote => vote.Value).ToArray();
        return votes.Length == 0 || votes[0].Value < 2 || (votes.Length > 1 && votes[1].Value == votes[0].Value) ? null : votes[0].Key;
    }
}
