using System.Text.Json.Nodes;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Infra.Tests.Stacks;

public sealed class ContactLensStackTests
{
    private static readonly JsonObject Template = Synthesis.Stack("contact-lens");

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
        var unhappy = Template.Resources("AWS::Connect::Rule").Single(rule =>
            (string?)rule.Properties["Name"] == "cc-prod-unhappy-call").Properties;

        var condition = JsonNode.Parse((string)unhappy["Function"]!)!["RuleFunction"]!["Operands"]![0]!;

        Assert.Equal("cc-prod-unhappy-call", (string?)unhappy["Actions"]!["EventBridgeActions"]![0]!["Name"]);
        Assert.Equal(("NumberLessOrEqualTo", -2), ((string)condition["Operator"]!, (int)condition["Operands"]![0]!));
    }

    [Fact]
    public void Without_Contact_Lens_there_is_no_such_stack()
    {
        var stacks = Synthesis.WithoutExtras;

        Assert.DoesNotContain("cc-prod-contact-lens", stacks.Keys);
        Assert.Contains("cc-prod-collection", stacks.Keys);
    }
}
