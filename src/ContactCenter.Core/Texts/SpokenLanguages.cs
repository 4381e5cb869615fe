namespace ContactCenter.Core.Texts;

/// <summary>The table of a language, its sentences parted by <see cref="Translation.EndOfSentence"/>.</summary>
/// <param name="language">A language that has a table.</param>
public delegate ReadOnlySpan<byte> SentenceTable(string language);

/// <summary>
/// The sentences of a program in the language that is spoken in a flow of control: that of a request, or of a document.
/// </summary>
/// <param name="table">The program's own tables.</param>
public sealed class SpokenLanguages(SentenceTable table)
{
    private readonly Dictionary<string, SpokenSentences> _known = Translation.Languages.ToDictionary(
        static language => language, language => new SpokenSentences(Translation.Into(language), table(language)), StringComparer.Ordinal);

    private readonly AsyncLocal<SpokenSentences?> _current = new();

    /// <summary>The language that is spoken; English before one is.</summary>
    public SpokenSentences Now => _current.Value ?? _known[Translation.SourceLanguage];

    /// <summary>Speaks a language from here on in this flow of control.</summary>
    /// <param name="language">A code such as <c>de-AT</c>; one without a table is English.</param>
    public void Speak(string? language) => _current.Value = _known[Translation.Into(language).Language];
}

/// <summary>The sentences of a program in one language.</summary>
/// <param name="system">What the system says in this language.</param>
/// <param name="table">The program's own table.</param>
public sealed class SpokenSentences(Translation system, ReadOnlySpan<byte> table)
{
    private readonly SentenceFiller _words = new(system, table);

    /// <summary>What the system says, in this language.</summary>
    public Translation System { get; } = system;

    /// <summary>Two-letter code.</summary>
    public string Language => System.Language;

    /// <summary>A sentence of the table.</summary>
    /// <param name="place">Its place, from 0.</param>
    /// <param name="values">Of its placeholders; numbers get the marks of the language.</param>
    public string Words(int place, params ReadOnlySpan<(string Name, string Value)> values) => _words.Words(place, values);

    /// <summary>A number with the marks of the language.</summary>
    public string Number(string value) => _words.Number(value);
}
