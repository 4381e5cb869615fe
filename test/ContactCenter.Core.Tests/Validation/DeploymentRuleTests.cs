using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Validation;

public sealed class DeploymentRuleTests
{
    [Theory]
    [InlineData("standbyRegion", "\"eu-central-1\"", "$.standbyRegion", "another Region")]
    [InlineData(
        "answers",
        """{"slackSigningSecret":"arn:aws:secretsmanager:us-east-1:123456789012:secret:slack-AbCdEf"}""",
        "$.answers.slackSigningSecret",
        "eu-central-1")]
    [InlineData(
        "answers",
        """{"serviceNowCallbackSecret":"arn:aws:secretsmanager:us-east-1:123456789012:secret:now-AbCdEf"}""",
        "$.answers.serviceNowCallbackSecret",
        "eu-central-1")]
    [InlineData("failover", """{"lease":"5m"}""", "$.failover.lease", "10m to 1d")]
    [InlineData("failover", """{"lease":"2d"}""", "$.failover.lease", "10m to 1d")]
    [InlineData("failover", """{"trafficDistributionGroup":"44444444-5555-6666-7777-888888888888"}""", "$.failover.trafficDistributionGroup", "the ARN")]
    [InlineData("failover", """{"flows":["Hotline"]}""", "$.failover.flows[0]", "the name of a flow in $.contactFlows")]
    [InlineData("failover", """{"flows":["Inbound"]}""", "$.failover.flows[0]", "give it one in $.contactFlows")]
    [InlineData("audit", """{"retentionDays":30,"coldAfterDays":90}""", "$.audit.coldAfterDays", "less than the 30 days")]
    public void What_cannot_be_deployed_is_refused_with_what_would_be_right(string setting, string value, string path, string expected)
    {
        var problem = Assert.Single(SampleConfiguration.With(root => root[setting] = JsonNode.Parse(value)).Problems);

        Assert.Equal(path, problem.Path);
        Assert.Contains(expected, problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Traffic_is_shifted_to_a_Region_that_is_named_by_a_group_of_the_account_with_flows_that_run_there() => Assert.Equal(
        ["$.failover.trafficDistributionGroup", "$.failover.trafficDistributionGroup", "$.flows.replicated"],
        SampleConfiguration.With(root => root["failover"] = new JsonObject
        {
            ["trafficDistributionGroup"] =
                "arn:aws:connect:eu-central-1:999999999999:traffic-distribution-group/44444444-5555-6666-7777-888888888888",
        }).Problems.Select(problem => problem.Path));
}
