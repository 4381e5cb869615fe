using ContactCenter.Core.Contacts.Classification;

namespace ContactCenter.Core.Contacts.Serving;

/// <summary>Languages as two-letter codes (ISO 639-1).</summary>
internal static class Languages
{
    // Enough words to tell a language by; a transcript need not be read to its end.
    private const int MostCharacters = 1000;

    private static readonly char[] Between = [' ', '\t', '\r', '\n', '.', ',', '!', '?', ';', ':', '\'', '"', '(', ')'];

    /// <summary>The code in a language tag such as <c>en-US</c>; null when it is none.</summary>
    public static string? Code(string? tag)
    {
        var code = tag?.Split('-', '_')[0].Trim();
        return code is { Length: 2 } && code.All(char.IsAsciiLetter) ? code.ToLowerInvariant() : null;
    }

    /// <summary>The language of a text by its commonest words; null when they do not tell.</summary>
    public static string? Guess(string text)
    {
        var beginning = text[..Math.Min(text.Length, MostCharacters)].ToLowerInvariant();
        return LanguageGuess.Of(beginning.Split(Between, StringSplitOptions.RemoveEmptyEntries)) switch
        {
            "English" => "en",
            "German" => "de",
            "Spanish" => "es",
            "French" => "fr",
            "Italian" => "it",
            "Portuguese" => "pt",
            "Dutch" => "nl",
            _ => null,
        };
    }
}
