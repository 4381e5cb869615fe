using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Configuration;
using static ContactCenter.Core.Tests.Validation.Rule;

namespace ContactCenter.Core.Tests.Validation;

/// <summary>Rules about the steps of one owner.</summary>
public sealed class OwnerRuleTests
{
    [Fact]
    public void An_owner_without_steps_has_those_of_the_severity() =>
        Assert.Empty(SampleConfiguration.With(root => Owners(root)["engineering"] = new JsonObject()).Problems);

    [Fact]
    public void An_owner_is_one_of_the_catalog() => Broken(
        root => Owners(root)["enginering"] = new JsonObject(),
        "$.escalation.P2.owners.enginering",
        "\"enginering\"",
        "did you mean engineering?");

    [Fact]
    public void Somebody_is_told_of_what_an_owner_has() => Broken(
        root => Owners(root)["engineering"]!["steps"] = new JsonArray(),
        "$.escalation.P2.owners.engineering.steps",
        "no step",
        "somebody must be told of a P2");

    [Theory]
    [InlineData("steps")]
    [InlineData("unresolved")]
    public void A_step_of_an_owner_tells_an_audience_that_exists(string steps) => Broken(
        root => Owners(root)["engineering"]![steps]![0]!["audience"] = "engineerin",
        $"$.escalation.P2.owners.engineering.{steps}[0].audience",
        "\"engineerin\"",
        "did you mean engineering?");

    [Fact]
    public void An_owner_is_told_before_the_promise_is_over() => Broken(
        root => Owners(root)["workforce"]!["steps"] = JsonNode.Parse("""[{ "after": "20m", "audience": "workforce" }]"""),
        "$.escalation.P2.owners.workforce.steps[0].after",
        "20m",
        "acknowledged within 15m");

    [Fact]
    public void Steps_of_an_owner_while_it_is_not_over_begin_after_a_minute() => Broken(
        root => Owners(root)["engineering"]!["unresolved"]![0]!["after"] = "0m",
        "$.escalation.P2.owners.engineering.unresolved[0].after",
        "0s",
        "at least 1m");

    private static JsonNode Owners(JsonNode root) => root["escalation"]!["P2"]!["owners"]!;
}
