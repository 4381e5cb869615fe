using ContactCenter.Core.Texts;

namespace ContactCenter.Documents.Texts;

/// <summary>In which language a document is written.</summary>
internal sealed class Spoken
{
    private static readonly Dictionary<string, Spoken> Known = Translation.Languages.ToDictionary(
        static language => language, static language => new Spoken(language), StringComparer.Ordinal);

    private static readonly AsyncLocal<Spoken?> Current = new();

    private readonly SentenceFiller _words;

    private Spoken(string language)
    {
        System = Translation.Into(language);
        _words = new(System, SentenceTables.Of(language));
    }

    /// <summary>The language of the document; English outside of one.</summary>
    public static Spoken Now => Current.Value ?? Known[Translation.SourceLanguage];

    /// <summary>What the system says, in this language.</summary>
    public Translation System { get; }

    /// <summary>Two-letter code.</summary>
    public string Language => System.Language;

    /// <summary>Speaks a language from here on.</summary>
    /// <param name="language">A code such as <c>de-AT</c>; one without a table is English.</param>
    public static void Speak(string? language) => Current.Value = Known[Translation.Into(language).Language];

    /// <summary>A sentence of the table.</summary>
    /// <param name="place">Its place, from 0.</param>
    /// <param name="values">Of its placeholders; numbers get the marks of the language.</param>
    public string Words(int place, params ReadOnlySpan<(string Name, string Value)> values) => _words.Words(place, values);

    /// <summary>A number with the marks of the language.</summary>
    public string Number(string value) => _words.Number(value);
}
