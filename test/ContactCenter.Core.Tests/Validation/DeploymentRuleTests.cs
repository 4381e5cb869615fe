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
    [InlineData("audit", """{"retentionDays":30,"coldAfterDays":90}""", "$.audit.coldAfterDays", "less than the 30 days")]
    public void What_cannot_be_deployed_is_refused_with_what_would_be_right(string setting, string value, string path, string expected)
    {
        var problem = Assert.Single(SampleConfiguration.With(root => root[setting] = JsonNode.Parse(value)).Problems);

        Assert.Equal(path, problem.Path);
        Assert.Contains(expected, problem.Expected, StringComparison.Ordinal);
    }
}
