using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Embedding;
using ContactCenter.Language.Text;

namespace ContactCenter.Language.Classification.Model;

/// <summary>Puts what the encoder makes of a text into the buffers.</summary>
internal static class EncodedMeaning
{
    private const string English = "en";

    // A transcript need not be read to its end: the encoder reads fewer pieces.
    private const int MaximumCharacters = 1024;

    /// <summary>Whether the commonest words of a text are those of the language that the encoder learned.</summary>
    public static bool IsEnglish(string text) => LanguageGuess.Of(text) == English;

    /// <summary>
    /// Whether words or letters of a text say that it is in another language. A text that says nothing of the kind may be English.
    /// </summary>
    public static bool IsForeign(string text) => LanguageGuess.Of(text) is { } language
        ? language != English
        : text.Any(static letter => char.IsLetter(letter) && !char.IsAscii(letter)) || Languages.HasGermanWord(text);

    /// <summary>
    /// Whether the encoder knows the language of a text. Where nothing tells the language, half of its words must be of English training
    /// texts: the vocabulary of the encoder has words of many languages, of which it knows nothing else.
    /// </summary>
    public static bool Speaks(WordMending words, WordPieces pieces, ReadOnlySpan<char> text) =>
        LanguageGuess.Of(text) is { } language ? language == English : words.HasHalf(Begin(text), pieces);

    /// <summary>Encodes a text whose typing errors are mended.</summary>
    public static void Read(SentenceEncoder encoder, WordMending mending, ReadOnlySpan<char> text, Span<float> meaning)
    {
        Span<char> mended = stackalloc char[MaximumCharacters];
        var length = mending.Mend(Begin(text), encoder.Words, mended);
        encoder.Encode(mended[..length], meaning);
    }

    private static ReadOnlySpan<char> Begin(ReadOnlySpan<char> text) => text[..Math.Min(text.Length, MaximumCharacters)];
}
