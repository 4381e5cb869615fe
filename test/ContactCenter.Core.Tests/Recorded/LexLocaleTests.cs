using System.Text.Json.Nodes;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Core.Tests.Recorded;

/// <summary>What the deployed bot takes of Amazon Lex and Amazon Polly is what they are recorded to have.</summary>
public sealed class LexLocaleTests
{
    /// <summary>Amazon Lex and Amazon Polly write some languages otherwise.</summary>
    private static readonly Dictionary<string, string[]> Spoken = new(StringComparer.Ordinal)
    {
        ["no_NO"] = ["nb-NO"],
        ["zh_CN"] = ["cmn-CN"],
        ["zh_HK"] = ["yue-CN"],
        ["es_419"] = ["es-MX"],
    };

    private static readonly string Unproven = File.ReadAllText(Repository.File("docs", "design", "unproven.md"));

    public static TheoryData<string> Ids => [.. LexLocales.All.Select(locale => locale.Id)];

    [Fact]
    public void Every_locale_that_the_documentation_has_without_a_mark_is_known_and_no_other() =>
        Assert.Equal(
            Entries("locales.json").Where(entry => (string?)entry["mark"] == "V")
                .SelectMany(entry => entry["locales"]!.AsArray().Select(id => (string)id!))
                .Order(StringComparer.Ordinal),
            LexLocales.All.Select(locale => locale.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_voice_is_recorded_for_its_locale() =>
        Assert.Empty(LexLocales.All.Where(locale => Marks(locale).Length == 0).Select(locale => $"{locale.Id} {locale.Voice}"));

    [Fact]
    public void A_voice_that_nobody_documents_as_neural_stands_among_the_unproven() =>
        Assert.Empty(LexLocales.All
            .Where(locale => !Marks(locale).Contains("V") && !Unproven.Contains($"`{locale.Voice}`", StringComparison.Ordinal))
            .Select(locale => $"{locale.Id} {locale.Voice}"));

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_sentence_belongs_to_two_intents_of_a_locale(string id)
    {
        var said = BotPhrases.Of(Locale(id)).SelectMany(intent => intent.Said).ToArray();

        Assert.Equal(said.Length, said.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_intent_of_a_locale_has_sentences_of_letters(string id) =>
        Assert.All(BotPhrases.Of(Locale(id)), intent =>
        {
            Assert.True(intent.Said.Count >= 3, $"{id} {intent.Intent}");
            Assert.All(intent.Said, said => Assert.DoesNotContain(said, letter => char.IsDigit(letter) || "?!.,;:{}\"".Contains(letter)));
        });

    [Theory]
    [InlineData("en_US")]
    [InlineData("de_DE")]
    public void English_and_German_have_more_of_them(string id) =>
        Assert.All(BotPhrases.Of(Locale(id)), intent => Assert.True(intent.Said.Count >= 8, intent.Intent));

    private static LexLocale Locale(string id) => LexLocales.All.Single(locale => locale.Id == id);

    private static string[] Marks(LexLocale locale) =>
    [
        .. from entry in Entries("neural-voices.json")
           from language in Spoken.GetValueOrDefault(locale.Id) ?? [locale.Id.Replace('_', '-')]
           where entry["voices"]![language] is JsonArray voices && voices.Any(voice => (string?)voice == locale.Voice)
           select (string)entry["mark"]!,
    ];

    private static IEnumerable<JsonNode> Entries(string file) =>
        JsonNode.Parse(File.ReadAllText(Repository.File("test", "Recorded", "lex", file)))!["entries"]!.AsArray().Select(entry => entry!);
}
