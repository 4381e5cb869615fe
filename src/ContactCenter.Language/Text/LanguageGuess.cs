using System.Collections.Frozen;

namespace ContactCenter.Language.Text;

/// <summary>Guesses the language of a text from its commonest words, which need no more than its beginning.</summary>
internal static class LanguageGuess
{
    // Enough words to tell a language by; a transcript need not be read to its end.
    private const int MaximumCharacters = 1000;

    // No word below is longer.
    private const int MaximumWord = 8;

    private static readonly (string Code, string Name, string[] Words)[] Known =
    [
        // Words that are frequent in one of these languages and rare or absent in the others, folded, without apostrophes.
        (
            "en",
            "English",
            [
                "the", "is", "my", "to", "what", "how", "and", "have", "can", "i", "im", "ive", "it", "its", "you", "with", "this", "when",
                "of",
            ]),
        (
            "de",
            "German",
            ["der", "die", "das", "ist", "ich", "und", "nicht", "mein", "meine", "wie", "bitte", "eine", "mit", "habe", "wann"]),
        ("es", "Spanish", ["el", "los", "mi", "es", "como", "por", "para", "quiero", "una", "cuando", "puedo", "tengo", "esta", "que"]),
        (
            "fr",
            "French",
            ["le", "les", "est", "cest", "je", "jai", "mon", "ma", "pas", "pour", "avec", "une", "vous", "comment", "puis", "votre"]),
        ("it", "Italian", ["il", "gli", "sono", "mio", "mia", "non", "della", "vorrei", "perche", "quando", "posso", "ho"]),
        ("pt", "Portuguese", ["meu", "minha", "nao", "voce", "uma", "quero", "como", "estou", "fazer", "onde", "os"]),
        ("nl", "Dutch", ["het", "een", "mijn", "ik", "niet", "hoe", "kan", "van", "heb", "wanneer", "graag"]),
    ];

    private static readonly FrozenDictionary<string, int> Languages = Known
        .SelectMany(static (language, index) => language.Words.Select(word => (Word: word, Language: index)))
        .GroupBy(static entry => entry.Word)
        .Where(static group => group.Count() == 1)
        .ToFrozenDictionary(static group => group.Key, static group => group.First().Language);

    /// <summary>The code of the language with the most known words; nothing when fewer than two speak for it or two are level.</summary>
    public static string? Of(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, MaximumCharacters)];
        var known = Languages.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<int> votes = stackalloc int[Known.Length];
        votes.Clear();
        Span<char> word = stackalloc char[MaximumWord];
        foreach (var token in new Tokenizer(text))
        {
            var length = 0;
            foreach (var c in text[token.Start..token.End])
            {
                if (!LetterFolding.IsIgnored(c))
                {
                    word[Math.Min(length, MaximumWord - 1)] = LetterFolding.Fold(c);
                    length++;
                }
            }

            if (length <= MaximumWord && known.TryGetValue(word[..length], out var language))
            {
                votes[language]++;
            }
        }

        var most = 0;
        foreach (var count in votes)
        {
            most = Math.Max(most, count);
        }

        return most >= 2 && votes.Count(most) == 1 ? Known[votes.IndexOf(most)].Code : null;
    }

    /// <summary>The name of a language that is guessed, in English.</summary>
    public static string NameOf(string code) => Array.Find(Known, language => language.Code == code).Name;
}
