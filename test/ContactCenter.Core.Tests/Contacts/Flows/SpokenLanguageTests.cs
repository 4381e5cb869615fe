using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Tests.Contacts.Flows;

public sealed class SpokenLanguageTests
{
    [Theory]
    [InlineData("de", "en", "fr-FR", "de")]
    [InlineData("none", "en", "fr-FR", "en")]
    [InlineData("none", "none", "fr-FR", "fr")]
    [InlineData("xx", "klingon", null, null)]
    public void What_was_found_out_stands_before_what_is_spoken_and_that_before_the_contacts_own(string found, string spoken, string? code, string? expected)
    {
        var request = new FlowRequest { LanguageCode = code, Attributes = new Dictionary<string, string> { ["language"] = found, ["spokenLanguage"] = spoken } };

        Assert.Equal(expected, SpokenLanguage.Of(request));
    }

    [Theory]
    [InlineData("CHAT", "yes", null)]
    [InlineData("CHAT", "no", "en-US")]
    [InlineData("VOICE", "yes", "en-US")]
    public void A_text_says_more_than_an_assumption_and_a_bots_ear_does_not(string channel, string assumed, string? expected)
    {
        var request = new FlowRequest { Channel = channel, LanguageCode = "en-US", Attributes = new Dictionary<string, string> { ["languageAssumed"] = assumed } };

        Assert.Equal(expected, SpokenLanguage.WithoutAssumption(request).LanguageCode);
    }
}
