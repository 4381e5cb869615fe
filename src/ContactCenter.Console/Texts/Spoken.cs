using ContactCenter.Core.Texts;

namespace ContactCenter.Web.Texts;

/// <summary>In which language a request is answered.</summary>
internal static class Spoken
{
    private static readonly SpokenLanguages Languages = new(SentenceTables.Of);

    /// <summary>Its sentences; English outside of one.</summary>
    public static SpokenSentences Now => Languages.Now;

    /// <summary>What the API answers where something cannot be, in this language.</summary>
    public static Translation Replies => Translation.OfReplies(Now.Language);

    /// <summary>Speaks a language from here on.</summary>
    /// <param name="language">A code such as <c>de-AT</c>; one without a table is English.</param>
    public static void Speak(string? language) => Languages.Speak(language);
}
