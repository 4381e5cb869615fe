using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Tests.Monitoring.Triage;

namespace ContactCenter.Core.Tests.Contacts.Serving;

public sealed class BotUtteranceTests
{
    [Theory]
    [InlineData("ReportLostCard", 0)]
    [InlineData("FallbackIntent", 1)]
    [InlineData("Fallbackintent", 1)]
    public void What_Lex_hands_to_the_flow_counts_as_said_and_a_fallback_as_missed(string intent, double missed)
    {
        var metrics = Count(("text", "my card is gone"), ("intent", intent));

        Assert.Equal([("BotUtterances", 1.0), ("BotUtterancesMissed", missed)], metrics.Select(metric => (metric.Name, metric.Value)));
        Assert.All(metrics, metric => Assert.Equal(("BotId", "ABCDEFGHIJ"), (metric.Dimension, metric.DimensionValue)));
    }

    [Fact]
    public void Words_that_no_bot_has_heard_count_for_none() => Assert.Empty(Count(("text", "my card is gone"), ("intent", "")));

    [Fact]
    public void A_key_of_a_menu_counts_for_none() => Assert.Empty(Count(("digits", "1"), ("menu", "1=cards")));

    [Fact]
    public void Silence_counts_as_missed_where_the_flow_says_which_bot_has_listened() =>
        Assert.Equal(1, Count(("bot", "ivr-main"), ("text", ""), ("intent", ""))[1].Value);

    [Fact]
    public void A_bot_that_the_configuration_does_not_name_is_no_dimension() =>
        Assert.Empty(Count(("bot", "whatever a caller can set"), ("intent", "Yes")));

    private static IReadOnlyList<HookMetric> Count(params (string Name, string Value)[] parameters) => BotUtterance.Metrics(
        new FlowRequest { Parameters = parameters.ToDictionary(each => each.Name, each => each.Value) },
        Desk.Sample with
        {
            Bots = [.. Desk.Sample.Bots, new BotSettings { Name = "other", BotId = "OTHERBOTID", AliasId = "OTHERALIAS" }],
        });
}
