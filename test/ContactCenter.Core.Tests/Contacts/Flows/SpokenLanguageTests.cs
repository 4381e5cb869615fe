using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Routing;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Language.Retraining;
using ContactCenter.Language.Sentiment;

namespace ContactCenter.Core.Tests.Contacts.Flows;

public sealed class SpokenLanguageTests
{
    [Theory]
    [InlineData("de", "en", "fr-FR", "de")]
    [InlineData("none", "en", "fr-FR", "en")]
    [InlineData("none", "none", "fr-FR", "fr")]
    [InlineData("xx", "klingon", null, null)]
    public void What_was_found_out_stands_before_what_is_spoken_and_that_before_the_contacts_own(
        string found, string spoken, string? code, string? expected)
    {
        var request = new FlowRequest
        {
            LanguageCode = code,
            Attributes = new Dictionary<string, string> { ["language"] = found, ["spokenLanguage"] = spoken }
        };

        Assert.Equal(expected, SpokenLanguage.Of(request));
    }

    [Theory]
    [InlineData("none", "en", "yes", null)]
    [InlineData("none", "en", "no", "en")]
    [InlineData("none", "en", "none", "en")]
    [InlineData("de", "en", "yes", "de")]
    [InlineData("none", "none", "yes", null)]
    [InlineData("none", "none", "none", "en")]
    public void Agents_are_looked_for_by_a_language_that_something_speaks_for(string found, string spoken, string assumed, string? expected)
    {
        var request = new FlowRequest
        {
            LanguageCode = "en-US",
            Attributes = new Dictionary<string, string>
            {
                ["language"] = found,
                ["spokenLanguage"] = spoken,
                ["languageAssumed"] = assumed
            },
        };

        Assert.Equal(expected, RoutingNeed.Of(request).Language);
    }

    [Theory]
    [InlineData("VOICE", "digits", "1", "yes", null)]
    [InlineData("VOICE", "digits", "1", "no", "en")]
    [InlineData("VOICE", "intent", "Billing", "yes", null)]
    [InlineData("VOICE", "text", "what is this charge on my invoice", "yes", "en")]
    [InlineData("CHAT", "text", "what is this charge on my invoice", "yes", "en")]
    [InlineData("CHAT", "text", "Ich habe meine Karte verloren und weiß nicht, was ich machen soll", "yes", "de")]
    [InlineData("CHAT", "text", "zzz qqq", "yes", null)]
    public void An_assumption_becomes_a_finding_only_by_words(string channel, string name, string value, string assumed, string? expected)
    {
        var request = new FlowRequest
        {
            Channel = channel,
            LanguageCode = "en-US",
            Parameters = new Dictionary<string, string> { [name] = value, ["menu"] = "1=billing" },
            Attributes = new Dictionary<string, string> { ["languageAssumed"] = assumed },
        };

        Assert.Equal(
            expected, TopicAnswer.To(SpokenLanguage.WithoutAssumption(request), ServedModel.Packaged, SentimentScorer.Default).Language);
    }

    [Theory]
    [InlineData("CHAT", "yes", null)]
    [InlineData("CHAT", "no", "en-US")]
    [InlineData("VOICE", "yes", "en-US")]
    public void A_text_says_more_than_an_assumption_and_a_bots_ear_does_not(string channel, string assumed, string? expected)
    {
        var request = new FlowRequest
        {
            Channel = channel,
            LanguageCode = "en-US",
            Attributes = new Dictionary<string, string> { ["languageAssumed"] = assumed }
        };

        Assert.Equal(expected, SpokenLanguage.WithoutAssumption(request).LanguageCode);
    }
}
