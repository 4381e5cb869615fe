using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Routing;

namespace ContactCenter.Core.Tests.Contacts.Routing;

public sealed class RoutingNeedTests
{
    [Theory]
    [InlineData("negative", -1.0)]
    [InlineData(" NEGATIVE ", -1.0)]
    [InlineData("NEUTRAL", 0.0)]
    [InlineData("MIXED", 0.0)]
    [InlineData("POSITIVE", 1.0)]
    [InlineData("-0.25", -0.25)]
    [InlineData("-1", -1.0)]
    [InlineData("1", 1.0)]
    [InlineData("1.01", null)]
    [InlineData("-1.01", null)]
    [InlineData("furious", null)]
    [InlineData(null, null)]
    public void A_sentiment_is_a_label_of_Amazon_Lex_or_a_number_between_one_and_minus_one(string? text, double? expected) =>
        Assert.Equal(expected, With("sentiment", text).Sentiment);

    [Theory]
    [InlineData("3", 3)]
    [InlineData("100", 100)]
    [InlineData("101", 100)]
    [InlineData("some", 0)]
    [InlineData(null, 0)]
    public void Recent_contacts_are_counted_up_to_a_hundred(string? text, int expected) =>
        Assert.Equal(expected, With("recentContacts", text).RecentContacts);

    [Theory]
    [InlineData("billing", "billing")]
    [InlineData(" billing ", "billing")]
    [InlineData("none", null)]
    [InlineData("unsure", null)]
    [InlineData("out_of_scope", null)]
    [InlineData("  ", null)]
    public void A_word_that_says_nothing_is_no_topic(string text, string? expected) => Assert.Equal(expected, With("topic", text).Topic);

    [Theory]
    [InlineData("segment")]
    [InlineData("customerSegment")]
    [InlineData("tier")]
    public void A_segment_goes_by_three_names(string name) => Assert.Equal("gold", With(name, "gold").Segment);

    [Fact]
    public void The_queue_that_a_flow_names_counts_before_the_one_that_it_has_set()
    {
        Assert.Equal("Cards", RoutingNeed.Of(Call("queue", "Cards") with { Queue = "Billing" }).Queue);
        Assert.Equal("Billing", RoutingNeed.Of(Call("queue", "none") with { Queue = "Billing" }).Queue);
    }

    [Theory]
    [InlineData("VOICE", "+15550100001", null, true)]
    [InlineData("VOICE", "+15550100001", "yes", true)]
    [InlineData("VOICE", "+15550100001", " No ", false)]
    [InlineData("VOICE", "+15550100001", "FALSE", false)]
    [InlineData("VOICE", "", null, false)]
    [InlineData("VOICE", null, null, false)]
    [InlineData("CHAT", "+15550100001", null, false)]
    [InlineData(null, "+15550100001", null, false)]
    public void Only_a_caller_with_a_number_can_be_called_back_unless_the_flow_has_no_place_for_it(
        string? channel, string? address, string? callback, bool expected) =>
        Assert.Equal(expected, RoutingNeed.Of(
            Call("callback", callback) with { Channel = channel, CustomerAddress = address }).CanBeCalled);

    private static RoutingNeed With(string name, string? value) => RoutingNeed.Of(Call(name, value));

    private static FlowRequest Call(string name, string? value) =>
        new() { Parameters = value is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [name] = value } };
}
