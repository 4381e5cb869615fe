using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Texts;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Core.Tests.Texts;

/// <summary>The tables of sentences, and what they make of English. That languages agree is checked when they are compiled.</summary>
public sealed class TranslationTests
{
    private static readonly string[] English = Lines("en");
    private static readonly string[] German = Lines("de");

    [Fact]
    public void Every_sentence_is_recognised_by_its_English_form_and_keeps_its_values()
    {
        var german = Translation.Into("de");
        var wrong = English.Zip(German)
            .Select(static pair => (English: new SentencePattern(pair.First), German: new SentencePattern(pair.Second)))
            .Select(pair => (Said: pair.English.Fill(Values(pair.English)), Expected: pair.German.Fill(Values(pair.English))))
            .Where(pair => pair.Said != English[0] && german.Of(pair.Said) != pair.Expected)
            .Select(pair => $"{pair.Said} → {german.Of(pair.Said)}, expected {pair.Expected}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_sentence_is_in_the_tables_that_nothing_says()
    {
        var code = string.Concat(SourceFile.Read(Repository.Root, "src").Select(static file => file.Text));
        var names = File.ReadLines(Path.Combine(Repository.Root, "src/ContactCenter.Core/Texts/en.txt"))
            .Where(static line => line.Length > 0 && char.IsAsciiLetterUpper(line[0]))
            .Select(static line => line.Split(" = ")[0]);

        Assert.DoesNotContain(names, name => !System.Text.RegularExpressions.Regex.IsMatch(code, $@"\bSentences\.{name}\b"));
    }

    [Fact]
    public void Whatever_the_catalog_says_is_in_the_tables()
    {
        var german = Translation.Into("de");
        var said = AlarmCatalog.Default.Definitions.SelectMany(static alarm => new[] { alarm.Symptom, alarm.Description });

        Assert.DoesNotContain(said, text => german.Whole(text) == text);
    }

    [Theory]
    [InlineData("Contacts were rejected because the queue is at its limit. 7 contacts against a threshold of 0.",
        "Kontakte wurden abgewiesen, weil die Warteschlange an ihrer Grenze ist. 7 Kontakte bei einem Schwellwert von 0.")]
    [InlineData("12 min against a threshold of 3 min is severe: raised by one.",
        "12 min bei einem Schwellwert von 3 min, das ist gravierend: eine Stufe schlimmer.")]
    [InlineData("12 min against a threshold of 3 min.", "12 min bei einem Schwellwert von 3 min.")]
    [InlineData("It is outside business hours and Queue Cards is of low importance: lowered by one.",
        "Es ist außerhalb der Geschäftszeiten, und Warteschlange Cards ist weniger wichtig: eine Stufe milder.")]
    [InlineData("The worst: Queue Pauli: queue is full (P1); and 14 queues, 1 table more.",
        "Am schlimmsten: Warteschlange Pauli: Warteschlange ist voll (P1); und 14 Warteschlangen, 1 Tabelle mehr.")]
    public void Sentences_within_sentences_are_said_in_the_language_too(string english, string german) =>
        Assert.Equal(german, Translation.Into("de-AT").Of(english));

    [Fact]
    public void Numbers_have_the_marks_of_the_language() =>
        Assert.Equal(
            "1.000,5 Kunden bei einem Schwellwert von 900", Translation.Into("de").Of("1,000.5 customers against a threshold of 900"));

    [Theory]
    [InlineData("Somebody else wrote this. And, that.")]
    [InlineData("unknown; queue is not full")]
    [InlineData(" ")]
    public void What_is_not_ours_stays_as_it_is(string text) => Assert.Equal(text, Translation.Into("de").Of(text));

    [Fact]
    public void A_language_without_a_table_is_English() => Assert.Same(Translation.None, Translation.Into("fr"));

    private static Dictionary<string, string> Values(SentencePattern pattern) =>
        pattern.Names.Distinct().ToDictionary(static name => name, Value);

    private static string Value(string name) => name switch
    {
        "note" => ": Xnote",
        "count" or "time" or "threshold" or "ago" or "quiet" or "promised" or "lasted" => "7 min",
        _ => $"X{name}",
    };

    private static string[] Lines(string language) => System.Text.Encoding.UTF8.GetString(SentenceTables.Of(language)).Split('\n');
}
