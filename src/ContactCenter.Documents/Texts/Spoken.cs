using ContactCenter.Core.Texts;

namespace ContactCenter.Documents.Texts;

/// <summary>In which language a document is written.</summary>
internal static class Spoken
{
    private static readonly SpokenLanguages Languages = new(SentenceTables.Of);

    /// <summary>Its sentences; English outside of one.</summary>
    public static SpokenSentences Now => Languages.Now;

    /// <summary>Speaks a language from here on.</summary>
    /// <param name="language">A code such as <c>de-AT</c>; one without a table is English.</param>
    public static void Speak(string? language) => Languages.Speak(language);
}
