using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Tests.Contacts.Routing;
using ContactCenter.Language.Retraining;
using ContactCenter.Language.Sentiment;

namespace ContactCenter.Core.Tests.Contacts.Serving;

public sealed class ContactDetailsTests
{
    private const string Said = "my card AB123456 was stolen yesterday, and I also want to change my address";

    private static readonly DateTimeOffset LateInLondon = new(2026, 12, 1, 23, 30, 0, TimeSpan.Zero);

    private static readonly TopicSettings All = new()
    {
        Concerns = true,
        Complexity = new ComplexitySettings { Simple = ["opening_hours"], Difficult = ["fraud"] },
        Entities = new EntitySettings
        {
            Numbers = new Dictionary<string, string> { ["orderNumber"] = @"AB\d{6}" },
            Dates = true,
        },
    };

    [Fact]
    public void A_configuration_that_wants_nothing_leaves_the_answer_as_it_was()
    {
        var (told, plain) = (Tell(new TopicSettings(), Said), Answer(Said).ToHookAnswer());

        Assert.Equal(plain.Values, told.Values);
        Assert.Equal(plain.Reasons, told.Reasons);
        Assert.Equal(TopicAnswer.Default.ToHookAnswer().Values, Details(new TopicSettings()).Prepared.Values);
    }

    [Fact]
    public void Every_answer_has_the_attributes_of_the_prepared_one()
    {
        var prepared = Details(All).Prepared.Values.Keys;

        Assert.Equal(ContactDetails.Names(All), prepared.Except(TopicAnswer.Default.ToHookAnswer().Values.Keys));
        Assert.All(["", "?!", Said, "thanks"], text => Assert.Equal(prepared, Tell(All, text).Values.Keys));
    }

    [Fact]
    public void All_that_is_sure_is_told_beside_the_one_topic()
    {
        var values = Tell(All, Said).Values;

        Assert.Equal(
            ("2", "card_lost", "change_address", null),
            (values["concerns"], values["concern1"], values["concern2"], values["concern3"]));
    }

    [Fact]
    public void What_is_named_is_an_attribute_and_yesterday_is_that_of_the_center()
    {
        var values = Tell(All, Said).Values;

        // it is the second of December already where the center is
        Assert.Equal(("AB123456", "2026-12-01"), (values["orderNumber"], values["saidDate"]));
    }

    [Fact]
    public void A_log_has_no_word_of_what_was_named()
    {
        var reasons = string.Join(' ', Tell(All, Said).Reasons);

        Assert.Contains("named orderNumber, saidDate", reasons, StringComparison.Ordinal);
        Assert.DoesNotContain("123456", reasons, StringComparison.Ordinal);
        Assert.DoesNotContain("2026", reasons, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("when are you open", 0, "simple")]
    [InlineData("when are you open", 1, "usual")]
    [InlineData("when are you open", 2, "difficult")]
    [InlineData("I want to change my address", 0, "usual")]
    [InlineData("there is a fraud on my account, somebody stole money", 0, "difficult")]
    public void A_contact_is_as_difficult_as_what_is_known_of_it(string text, int recent, string expected) =>
        Assert.Equal(expected, Tell(All, text, recent).Values["complexity"]);

    [Fact]
    public void The_guide_of_agents_is_told_what_was_said_masked_and_three_other_topics()
    {
        var configuration = RoutingCenter.Center() with { Flows = new FlowSettings { AgentGuide = new AgentGuideSettings() } };
        var details = new ContactDetails(configuration);
        const string Words = "I lost my card 4111 1111 1111 1111";

        var told = details.Tell(Answer(Words), Request(Words), ServedModel.Packaged, LateInLondon);

        Assert.Equal("card_lost", told.Values["topic"]);
        Assert.DoesNotContain("4111", told.Notes[GuideDetails.Words], StringComparison.Ordinal);
        string?[] likely = [.. GuideDetails.Likely.Select(name => told.Values[name])];
        Assert.Equal(3, likely.OfType<string>().Distinct().Except(["card_lost", "oos"]).Count());
        Assert.Equal(told.Values.Keys, details.Prepared.Values.Keys);
        Assert.DoesNotContain("lost my", string.Join(' ', told.Reasons), StringComparison.Ordinal);
        Assert.Null(details.Tell(Answer(""), Request(""), ServedModel.Packaged, LateInLondon).Notes[GuideDetails.Words]);
    }

    private static ContactDetails Details(TopicSettings settings) => new(
        RoutingCenter.Center() with { TimeZone = "Europe/Berlin", Topics = settings });

    private static FlowRequest Request(string text, int recent = 0) => new()
    {
        Attributes = new Dictionary<string, string> { ["text"] = text, ["recentContacts"] = $"{recent}" },
    };

    private static TopicAnswer Answer(string text) => TopicAnswer.To(Request(text), ServedModel.Packaged, SentimentScorer.Default);

    private static HookAnswer Tell(TopicSettings settings, string text, int recent = 0) =>
        Details(settings).Tell(Answer(text), Request(text, recent), ServedModel.Packaged, LateInLondon);
}
