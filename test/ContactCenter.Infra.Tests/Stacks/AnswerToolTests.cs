using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Stacks;

/// <summary>PagerDuty and Jira call back: each has a bounded route, and a function that reads its own secret and no other.</summary>
public sealed class AnswerToolTests
{
    private static JsonObject Incidents => Synthesis.Equipped["cc-prod-incidents"];

    [Theory]
    [InlineData("POST /pagerduty")]
    [InlineData("POST /jira")]
    public void A_route_is_bounded_for_itself(string route)
    {
        var (_, stage) = Incidents.Resources("AWS::ApiGatewayV2::Stage").Single();

        Assert.Contains(Incidents.Resources("AWS::ApiGatewayV2::Route"), one => (string?)one.Properties["RouteKey"] == route);
        Assert.NotNull(stage["RouteSettings"]![route]!["ThrottlingRateLimit"]);
    }

    [Theory]
    [InlineData("AnswerPagerDuty", "PAGERDUTY_WEBHOOK_SECRET_ARN", EquippedSample.PagerDutySecret, EquippedSample.JiraSecret)]
    [InlineData("AnswerJira", "JIRA_WEBHOOK_SECRET_ARN", EquippedSample.JiraSecret, EquippedSample.PagerDutySecret)]
    public void A_function_reads_its_own_secret_and_no_other(string handler, string variable, string secret, string other)
    {
        var (_, function) = Incidents.Resources("AWS::Lambda::Function")
            .Single(one => (string?)one.Properties["Environment"]?["Variables"]?["ANNOTATIONS_HANDLER"] == handler);
        var role = (string)function["Role"]!["Fn::GetAtt"]![0]!;
        var rights = string.Join('\n', Incidents.Resources("AWS::IAM::Policy")
            .Where(policy => policy.Properties["Roles"]!.ToJsonString().Contains(role, StringComparison.Ordinal))
            .Select(static policy => policy.Properties["PolicyDocument"]!.ToJsonString()));

        Assert.Equal(secret, (string?)function["Environment"]!["Variables"]![variable]);
        Assert.Contains(secret, rights, StringComparison.Ordinal);
        Assert.DoesNotContain(other, rights, StringComparison.Ordinal);
    }

    [Fact]
    public void Addresses_for_the_tools_are_outputs() => Assert.Equal(
        ["JiraWebhookUrl", "PagerDutyWebhookUrl"],
        Incidents["Outputs"]!.AsObject().Select(static one => one.Key)
            .Where(static key => key.EndsWith("WebhookUrl", StringComparison.Ordinal)).Order());
}
