using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Tests.Configuration;

public sealed class FlowSentenceTests
{
    private static readonly MenuSettings Cards = new()
    {
        Key = "1",
        Topic = "cards",
        Text = "cards",
        Texts = new Dictionary<string, string> { ["de"] = "Karten" }
    };

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void Packaged_languages_lack_nothing_and_keep_the_rules_of_the_configuration(string code)
    {
        var language = new FlowLanguage { Code = code };

        var said = FlowSentences.Of(new FlowSettings { Languages = [language] }, language);

        Assert.Empty(FlowSentences.Missing(new FlowSettings(), language));
        Assert.All(
            said.Values,
            text => Assert.DoesNotContain(text, letter => "{}<>$".Contains(letter, StringComparison.Ordinal) || char.IsControl(letter)));
        Assert.All(said.Values, text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }

    [Fact]
    public void Configured_words_stand_before_packaged_ones()
    {
        var german = new FlowLanguage { Code = "de", Texts = new FlowTexts { Greeting = "Moin." } };

        var said = FlowSentences.Of(new FlowSettings { Languages = [german] }, german);

        Assert.Equal(("Moin.", "Hat Ihnen das geholfen?"), (said["greeting"], said["didItHelp"]));
    }

    [Fact]
    public void No_sentence_is_taken_from_another_language()
    {
        var french = new FlowLanguage { Code = "fr", Texts = new FlowTexts { Greeting = "Bienvenue." } };

        Assert.Equal(
            ["greeting"], FlowSentences.Of(new FlowSettings { Languages = [new FlowLanguage { Code = "en" }, french] }, french).Keys);
    }

    [Fact]
    public void A_value_stands_between_the_two_parts_of_its_sentence()
    {
        var english = new FlowLanguage { Code = "en" };

        var said = FlowSentences.Of(new FlowSettings(), english);

        Assert.Equal(("The wait is about", "minutes."), (said["waitBefore"], said["waitAfter"]));
    }

    [Theory]
    [InlineData("{count} callers wait.")]
    [InlineData(" {count} callers wait.")]
    [InlineData("\u00a0{count} callers wait.")]
    [InlineData("You are number {count} ")]
    [InlineData("a{count}b")]
    [InlineData(" There are {count} callers before you. ")]
    public void What_the_configuration_accepts_has_words_on_both_sides_of_its_value(string position)
    {
        var reading = SampleConfiguration.With(root =>
            root["flows"]!["languages"]![0]!["texts"] = new JsonObject { ["position"] = position });

        var said = FlowSentences.Of(new FlowSettings(), new FlowLanguage { Code = "en", Texts = new FlowTexts { Position = position } });

        Assert.Equal(said["positionBefore"].Length > 0 && said["positionAfter"].Length > 0, reading.Problems.Count == 0);
    }

    [Theory]
    [InlineData("en", "For cards, press 1.")]
    [InlineData("de", "Für Karten drücken Sie bitte die 1.")]
    public void The_menu_is_one_sentence_in_the_words_of_the_language(string code, string expected)
    {
        var flows = new FlowSettings { Languages = [new FlowLanguage { Code = "en" }, new FlowLanguage { Code = "de" }], Menu = [Cards] };

        Assert.Equal(expected, FlowSentences.Of(flows, flows.Languages.Single(language => language.Code == code))["menu"]);
    }

    [Fact]
    public void Without_languages_the_flows_speak_English() =>
        Assert.Equal("en", Assert.Single(FlowSentences.Languages(new FlowSettings())).Code);
}
