using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;

namespace ContactCenter.Infra.Tests.Stacks;

/// <summary>A company that is not the sample, deployed in shadow: its templates are whole, and none of them reaches a person.</summary>
public sealed class ShadowTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, JsonObject>> Templates = new(static () =>
    {
        var company = ConfigurationReader.ReadChecked(File.ReadAllBytes(Repository.File("samples", "energy.json")));
        return Synthesis.Of(company with { Shadow = true, Environment = "power" });
    });

    [Fact]
    public void Nobody_is_asked_to_confirm_a_subscription() => Assert.DoesNotContain(
        Templates.Value.Values.SelectMany(static template => template.Resources("AWS::SNS::Subscription")),
        static subscription => (string?)subscription.Properties["Protocol"] is "email" or "sms" or "email-json");

    [Fact]
    public void Its_alarms_are_deployed_all_the_same() => Assert.True(
        Templates.Value.Values.Sum(static template => template.Resources("AWS::CloudWatch::Alarm").Count()) > 300);
}
