using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Recommendation;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Contacts.Recommendation;

public sealed class RecommenderTests
{
    [Fact]
    public void Those_that_fit_are_shown_the_highest_priority_first_and_at_most_three()
    {
        var recommender = new Recommender(
        [
            Rule("low", 1), Rule("b", 50), Rule("top", 90),
            Rule("specific", 50, new ConditionSettings { Attribute = "topic", Values = ["card_lost"] }),
            Rule("not", 99, new ConditionSettings { Attribute = "topic", Values = ["fraud"] })
        ]);

        Assert.Equal(["top", "specific", "b"], recommender.For(Contact(("topic", "CARD_LOST"))).Select(static one => one.Name));
    }

    [Theory]
    [InlineData(ConditionOperator.Is, "gold", "a", "Gold", true)]
    [InlineData(ConditionOperator.Is, "gold", "a", null, false)]
    [InlineData(ConditionOperator.IsNot, "gold", "a", null, true)]
    [InlineData(ConditionOperator.IsNot, "gold", "a", "GOLD", false)]
    [InlineData(ConditionOperator.Contains, "old", "a", "gOLD", true)]
    [InlineData(ConditionOperator.AtLeast, "10", "a", "10", true)]
    [InlineData(ConditionOperator.AtLeast, "10", "a", "9.99", false)]
    [InlineData(ConditionOperator.AtLeast, "10", "a", "1e99999", false)]
    [InlineData(ConditionOperator.AtLeast, "10", "a", "NaN", false)]
    [InlineData(ConditionOperator.AtLeast, "10", "a", "many", false)]
    [InlineData(ConditionOperator.Below, "10", "a", "-3", true)]
    [InlineData(ConditionOperator.Below, "10", "a", null, false)]
    [InlineData(ConditionOperator.Exists, null, "a", "x", true)]
    [InlineData(ConditionOperator.Exists, null, "a", "none", false)]
    [InlineData(ConditionOperator.Missing, null, "a", " ", true)]
    public void An_operator_compares_as_it_says(ConditionOperator how, string? value, string attribute, string? given, bool holds)
    {
        var rule = Rule("r", 1, new ConditionSettings { Attribute = attribute, Operator = how, Values = value is null ? [] : [value] });
        var contact = given is null ? Contact() : Contact((attribute, given));

        Assert.Equal(holds, new Recommender([rule]).For(contact).Count == 1);
    }

    [Fact]
    public void A_reason_tells_the_value_in_plain_words()
    {
        var rule = Rule("r", 1) with { Reason = "Customer since {since}, {nothing}." };

        Assert.Equal("Customer since 2019, none.", new Recommender([rule]).For(Contact(("since", "2019")))[0].Reason);
    }

    [Fact]
    public void A_hostile_value_is_cut_and_stays_plain() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), value =>
        {
            var text = new Recommender(
            [
                Rule("r", 1) with { Reason = "x{a}" }
            ]).For(Contact(("a", value + "<break/>$.Attributes.x{b}\n")))[0].Reason;
            return text.Length <= Recommender.MaximumValue + 2
                && !text.Any(static c => c is '<' or '$' or '{' or '\\' || char.IsControl(c));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_channel_queue_and_language_of_the_contact_can_be_asked_for()
    {
        var rule = Rule(
            "r",
            1,
            new ConditionSettings { Attribute = "channel", Values = ["chat"] },
            new ConditionSettings { Attribute = "queue", Values = ["Cards"] },
            new ConditionSettings { Attribute = "language", Operator = ConditionOperator.Contains, Values = ["de"] });

        Assert.Single(new Recommender([rule]).For(new FlowRequest { Channel = "CHAT", Queue = "Cards", LanguageCode = "de-DE" }));
    }

    [Fact]
    public void The_answer_has_all_keys_even_without_a_recommendation()
    {
        var answer = new Recommender([]).To(Contact());

        Assert.Equal(("ok", "0", "nothing"), (answer.Values["status"], answer.Values["count"], answer.Decision));
        Assert.Equal(Recommender.Prepared.Values.Keys, answer.Values.Keys);
        Assert.Equal(["text1", "reason1", "text2", "reason2", "text3", "reason3"], answer.Notes.Keys);
    }

    private static RecommendationSettings Rule(string name, int priority, params ConditionSettings[] when) =>
        new() { Name = name, Text = "Offer it.", Reason = "It fits.", Priority = priority, When = when };

    private static FlowRequest Contact(params (string Name, string Value)[] attributes) =>
        new()
        {
            Attributes = attributes.ToDictionary(static pair => pair.Name, static pair => pair.Value, StringComparer.OrdinalIgnoreCase)
        };
}
