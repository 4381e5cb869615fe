using System.Text.Json.Nodes;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Infra.Tests.Stacks;

public sealed class CollectionStackTests
{
    private static readonly JsonObject Template = Synthesis.Stack("collection");

    [Fact]
    public void Metrics_are_collected_every_minute() =>
        Assert.Equal(["rate(1 minute)"], Template.Resources("AWS::Scheduler::Schedule").Select(schedule => (string)schedule.Properties["ScheduleExpression"]!));

    [Fact]
    public void Only_events_of_this_instance_are_listened_to()
    {
        var instance = Synthesis.Sample().Instance.Arn;

        Assert.All(Template.Resources("AWS::Events::Rule"), rule =>
        {
            var detail = rule.Properties["EventPattern"]!["detail"]!;
            Assert.Contains((detail["instanceArn"] ?? detail["instance"])!.AsArray(), value => (string)value! == instance);
        });
    }

    [Fact]
    public void Every_rule_of_Contact_Lens_means_something_to_the_tracking()
    {
        var scores = ContactLensRules.Scores(Synthesis.Sample());

        var rules = Template.Resources("AWS::Connect::Rule").Select(rule => (string)rule.Properties["Name"]!).ToList();

        Assert.Equal(ContactLensRules.All.Count, rules.Count);
        Assert.All(rules, rule => Assert.Contains(rule, scores.Keys));
    }

    [Fact]
    public void A_rule_tells_EventBridge_how_the_customer_felt()
    {
        var unhappy = Template.Resources("AWS::Connect::Rule").Single(rule => (string?)rule.Properties["Name"] == "cc-prod-unhappy-call").Properties;

        var condition = JsonNode.Parse((string)unhappy["Function"]!)!["RuleFunction"]!["Operands"]![0]!;

        Assert.Equal("cc-prod-unhappy-call", (string?)unhappy["Actions"]!["EventBridgeActions"]![0]!["Name"]);
        Assert.Equal(("NumberLessOrEqualTo", -2), ((string)condition["Operator"]!, (int)condition["Operands"]![0]!));
    }

    [Fact]
    public void Without_Contact_Lens_no_rule_is_deployed()
    {
        var sample = Synthesis.Sample();

        var stack = Synthesis.Of(sample with { Sentiment = sample.Sentiment with { ContactLens = false } })["cc-prod-collection"];

        Assert.Empty(stack.Resources("AWS::Connect::Rule"));
    }
}
