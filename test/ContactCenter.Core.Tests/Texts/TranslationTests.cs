using System.Text.RegularExpressions;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Texts;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Core.Tests.Texts;

/// <summary>The tables of sentences, and what they make of English. That languages agree is checked when they are compiled.</summary>
public sealed partial class TranslationTests
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
    public void Whatever_stands_within_a_sentence_is_said_in_the_language_too()
    {
        var german = Translation.Into("de");
        var wrong = English.Zip(German)
            .Select(static pair => (English: new SentencePattern(pair.First), German: new SentencePattern(pair.Second)))
            .Where(static pair => pair.English.Names.Any(pair.English.IsSentence))
            .Select(pair => (
                Said: pair.English.Fill(Within(pair.English, "table")),
                Expected: pair.German.Fill(Within(pair.English, "Tabelle"))))
            .Where(pair => german.Of(pair.Said) != pair.Expected)
            .Select(pair => $"{pair.Said} → {german.Of(pair.Said)}, expected {pair.Expected}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_German_sentence_has_been_left_in_English()
    {
        var lines = Tables("*de.txt").SelectMany(File.ReadLines).ToArray();

        Assert.True(lines.Length > 2_000);
        Assert.DoesNotContain(lines, static line => !Example().IsMatch(line) && EnglishWord().IsMatch(line));
    }

    [Fact]
    public void No_sentence_is_in_the_tables_that_nothing_says()
    {
        var code = string.Concat([
            .. SourceFile.Read(Repository.Root, "src").Select(static file => file.Text),
            .. Directory.EnumerateFiles(Repository.File("src", "ContactCenter.Console"), "*.razor", SearchOption.AllDirectories)
                .Select(File.ReadAllText),
        ]);
        var said = SaidInCode().Matches(code).Select(static match => match.Groups["name"].Value).ToHashSet();

        // what a library says is recognised, and said by nobody here
        var names = Tables("*en.txt").Where(static path => !path.EndsWith("parser.en.txt", StringComparison.Ordinal))
            .SelectMany(File.ReadLines)
            .Where(static line => line.Length > 0 && char.IsAsciiLetterUpper(line[0]))
            .Select(static line => line.Split(" =")[0]);

        Assert.DoesNotContain(names, name => !said.Contains(name));
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
    [InlineData("give the id 0a1b.", "geben Sie die Id 0a1b an.")]
    [InlineData("It is outside business hours and Queue Cards is of low importance: lowered by one.",
        "Es ist außerhalb der Geschäftszeiten, und Warteschlange Cards ist weniger wichtig: eine Stufe milder.")]
    [InlineData("The worst: Queue Pauli: queue is full (P1); and 14 queues, 1 table more.",
        "Am schlimmsten: Warteschlange Pauli: Warteschlange ist voll (P1); und 14 Warteschlangen, 1 Tabelle mehr.")]
    [InlineData("Needs approval. Reads of index by-day of table orders go from 5 to 1200 units per second (and 2 other with them), for a "
            + "demand of 840 that grows by 30 a minute. Ask for 60000 read units of one table instead of 40000 at https://x.example/q or "
            + "with: aws service-quotas",
        "Braucht eine Freigabe. Lesen, Index by-day der Tabelle orders: von 5 auf 1200 Einheiten pro Sekunde (und 2 weitere), bei einem "
            + "Bedarf von 840, der um 30 pro Minute wächst. Beantragen Sie 60000 Leseeinheiten einer Tabelle statt 40000 unter "
            + "https://x.example/q oder mit: aws service-quotas")]
    [InlineData("emergency-flow on main: Flow main cannot be failed over: the emergency flow calm is not in the instance. Deploy the flows "
            + "(npx cdk deploy --all).",
        "emergency-flow an main: Flow main kann nicht ausweichen: der Notfall-Flow calm ist nicht in der Instanz. Stellen Sie die Flows "
            + "bereit (npx cdk deploy --all).")]
    [InlineData("on-call could not be told by Slack (#ops): it did not answer in time. The message went out by Sms (+49 1) instead.",
        "on-call war über Slack (#ops) nicht zu benachrichtigen: keine rechtzeitige Antwort. Die Nachricht ging stattdessen über Sms "
            + "(+49 1) hinaus.")]
    [InlineData("09:12:00 UTC: CloudFormation for ann did UpdateContactFlowContent on main in Amazon Connect.",
        "09:12:00 UTC: CloudFormation für ann hat UpdateContactFlowContent an main in Amazon Connect ausgeführt.")]
    [InlineData("The account is not as the configuration has it:\n1. queue \"Biling\" is not in the instance; give a name of the "
            + "instance; did you mean Billing?\n2. alarm a/b has a threshold of 3, and the file says 5; deploy, or delete it",
        "Das Konto ist nicht, wie es in der Konfiguration steht:\n1. Warteschlange \"Biling\" ist nicht in der Instanz; geben Sie einen "
            + "Namen der Instanz an; meinten Sie Billing?\n2. Alarm a/b hat einen Schwellwert von 3, und in der Datei steht 5; stellen "
            + "Sie bereit, oder löschen Sie ihn")]
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

    [Fact]
    public void What_is_found_in_a_configuration_is_recognised_by_its_English_form()
    {
        var german = Translation.OfFindings("de");
        var wrong = Lines(FindingsTables.Of("en")).Zip(Lines(FindingsTables.Of("de")))
            .Select(static pair => (English: new SentencePattern(pair.First), German: new SentencePattern(pair.Second)))
            .Select(pair => (
                Said: pair.English.Fill(Within(pair.English, "XX")), Expected: pair.German.Fill(Within(pair.English, "XX"))))
            .Where(pair => german.Whole(pair.Said) != pair.Expected)
            .Select(pair => $"{pair.Said} → {german.Whole(pair.Said)}, expected {pair.Expected}");

        Assert.Empty(wrong);
    }

    private static string[] Tables(string pattern) =>
    [
        .. new[] { "Core", "Cli", "Simulation", "Embedded" }.SelectMany(project =>
            Directory.GetFiles(Path.Combine(Repository.Root, $"src/ContactCenter.{project}/Texts"), pattern)),
    ];

    private static Dictionary<string, string> Values(SentencePattern pattern) =>
        pattern.Names.Distinct().ToDictionary(static name => name, Value);

    private static Dictionary<string, string> Within(SentencePattern pattern, string sentence) =>
        pattern.Names.Distinct().ToDictionary(
            static name => name,
            name => pattern.IsSentence(name) ? sentence : Value(name).Replace("7 min", "7", StringComparison.Ordinal));

    private static string Value(string name) => name switch
    {
        "note" => ": Xnote",
        "count" or "time" or "threshold" or "ago" or "quiet" or "promised" or "lasted"
            or "units" or "from" or "to" or "writesFrom" or "writesTo" => "7 min",
        _ => $"X{name}",
    };

    [GeneratedRegex(@"(?<!--)\b(the|is|are|were|of|and|not|has|have|with|this|that|which|every|nobody)\b", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishWord();

    /// <summary>A comment, or a command in a page of help.</summary>
    [GeneratedRegex(@"^#|^\|  (contactcenter|echo|aws|cat|cut|\||\{|[a-z"", ]+$)", RegexOptions.CultureInvariant)]
    private static partial Regex Example();

    [GeneratedRegex(
        @"\b(Sentences|Say|Findings|Replies|Scenes|Purposes|Promises|Problems|Remains)\.(?<name>[A-Z]\w*)", RegexOptions.CultureInvariant)]
    private static partial Regex SaidInCode();

    private static string[] Lines(string language) => Lines(SentenceTables.Of(language));

    private static string[] Lines(ReadOnlySpan<byte> table) =>
        System.Text.Encoding.UTF8.GetString(table).Split(Translation.EndOfSentence);
}
