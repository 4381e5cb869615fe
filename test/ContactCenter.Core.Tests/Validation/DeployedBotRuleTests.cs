using System.Text.Json.Nodes;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Configuration;
using ContactCenter.Core.Validation;

namespace ContactCenter.Core.Tests.Validation;

public sealed class DeployedBotRuleTests
{
    [Fact]
    public void A_bot_that_is_deployed_hears_every_language_of_the_flows()
    {
        var bot = Deployed().Configuration!.Bots.Single(known => known.Name == "cc-prod-bot");

        Assert.Equal(["en_US", "de_DE"], bot.AllLocales());
    }

    [Fact]
    public void The_flows_let_it_listen() => Assert.Equal("cc-prod-bot", Deployed().Configuration!.Flows!.Bot);

    [Fact]
    public void It_is_watched_like_a_bot_of_ones_own()
    {
        var watched = AlarmPlan.For(Deployed().Configuration!).Where(alarm => alarm.Definition.Id == AlarmIds.IvrResponseTime);

        Assert.Equal(
            ["cc-prod-bot", "cc-prod-bot/chat", "cc-prod-bot/de_DE", "cc-prod-bot/de_DE/chat"],
            watched.Select(alarm => alarm.Resource).Where(resource => resource.StartsWith("cc-", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Its_hook_is_deployed_with_it_and_not_otherwise()
    {
        Assert.Contains(SystemFunctions.HearCustomer, SystemFunctions.For(Deployed().Configuration!));
        Assert.DoesNotContain(SystemFunctions.HearCustomer, SystemFunctions.For(SampleConfiguration.Read()));
    }

    [Fact]
    public void Nobody_gets_one_who_has_not_asked()
    {
        var reading = SampleConfiguration.With(static root => root["flows"]!.AsObject().Remove("bot"));

        Assert.Null(reading.Configuration!.Flows!.Bot);
        Assert.Equal("$.flows.deployedBot", Assert.Single(reading.Notices).Path);
    }

    [Fact]
    public void Who_has_said_that_none_is_meant_is_told_nothing() =>
        Assert.Empty(SampleConfiguration.With(static root =>
        {
            root["flows"]!.AsObject().Remove("bot");
            root["flows"]!["deployedBot"] = null;
        }).Notices);

    [Fact]
    public void A_language_that_Lex_does_not_hear_is_told_with_what_it_does_hear()
    {
        var notice = Assert.Single(Deployed(static flows => flows["languages"]![1]!["locale"] = "de-CH").Notices);

        Assert.Equal("$.flows.languages[1]", notice.Path);
        Assert.Contains("keys, unless the locale is de-AT or de-DE", notice.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_replica_of_the_bot_is_for_people_to_make() =>
        Assert.Contains(
            "make its replica", Assert.Single(Deployed(static flows => flows["replicated"] = true).Notices).Expected, StringComparison.Ordinal);

    [Fact]
    public void One_of_ones_own_and_one_that_is_deployed_are_one_too_many() => Rule.Broken(
        static root => root["flows"]!["deployedBot"] = new JsonObject(),
        "$.flows.deployedBot",
        "a bot beside \"ivr-main\" in $.flows.bot",
        "not both");

    [Theory]
    [InlineData("agentIntent", "\"Person\"", "$.flows.agentIntent")]
    [InlineData("yesIntent", "\"Ja\"", "$.flows.yesIntent")]
    [InlineData("associatesBot", "false", "$.flows.associatesBot")]
    [InlineData("wordsAttribute", "\"said\"", "$.flows.wordsAttribute")]
    public void What_is_said_of_ones_own_bot_does_not_fit_to_it(string setting, string value, string path) =>
        Assert.Equal(path, Assert.Single(Deployed(flows => flows[setting] = JsonNode.Parse(value)).Problems).Path);

    [Fact]
    public void Its_name_is_its_own() => Rule.Broken(
        static root =>
        {
            Ask(root);
            root["bots"]![0]!["name"] = "cc-prod-bot";
        },
        "$.bots[0].name",
        "\"cc-prod-bot\"",
        "$.flows.deployedBot");

    [Fact]
    public void Without_a_language_that_Lex_hears_there_is_none() =>
        Assert.Equal(
            "$.flows.deployedBot",
            Assert.Single(Deployed(static flows =>
            {
                flows["languages"]![0]!["locale"] = "en-IE";
                flows["languages"]![1]!["locale"] = "de-CH";
            }).Problems).Path);

    private static ConfigurationReading Deployed(Action<JsonNode>? change = null) => SampleConfiguration.With(root =>
    {
        Ask(root);
        change?.Invoke(root["flows"]!);
    });

    private static void Ask(JsonNode root)
    {
        root["flows"]!.AsObject().Remove("bot");
        root["flows"]!["deployedBot"] = new JsonObject();
    }
}
