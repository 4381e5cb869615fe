using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Validation;

/// <summary>Every secret of a configuration is one that the functions of the deployment can read.</summary>
public sealed class SecretRuleTests
{
    private const string InAnotherRegion = "arn:aws:secretsmanager:us-east-1:123456789012:secret:x-AbCdEf";
    private const string InAnotherAccount = "arn:aws:secretsmanager:eu-central-1:210987654321:secret:x-AbCdEf";

    [Theory]
    [InlineData(InAnotherRegion, "replicate it there")]
    [InlineData(InAnotherAccount, "the account of the instance, 123456789012")]
    public void A_secret_of_an_audience_stands_beside_the_instance(string arn, string expected) =>
        Broken(root => root["audiences"]!["on-call"]![0]!["secret"] = arn, "$.audiences.on-call[0].secret", expected);

    [Theory]
    [InlineData(InAnotherRegion, "replicate it there")]
    [InlineData(InAnotherAccount, "the account of the instance, 123456789012")]
    public void A_secret_of_somebody_on_call_stands_beside_the_instance(string arn, string expected) =>
        Broken(
            root =>
                root["onCall"] =
                    JsonNode
                        .Parse(
                            """{"nights":{"from":"2026-01-05","participants":[{"name":"Ada","endpoints":[{"channel":"slack","to":"#ada","secret":"ARN"}]}]}}"""
                                .Replace(
                    "ARN", arn, StringComparison.Ordinal)),
            "$.onCall.nights.participants[0].endpoints[0].secret",
            expected);

    [Theory]
    [InlineData(InAnotherRegion, "replicate it there")]
    [InlineData(InAnotherAccount, "the account of the instance, 123456789012")]
    public void The_secret_of_the_crm_stands_beside_the_instance(string arn, string expected) =>
        Broken(root => root["crm"]!["secret"] = arn, "$.crm.secret", expected);

    [Theory]
    [InlineData("slack")]
    [InlineData("contact-center/slack-Ab")]
    [InlineData("contact-center/slack-AbCdEfG")]
    public void A_secret_is_named_with_the_six_characters_behind_its_name(string name) => Broken(
        root => root["answers"] = new JsonObject
        {
            ["slackSigningSecret"] = $"arn:aws:secretsmanager:eu-central-1:123456789012:secret:{name}",
        },
        "$.answers.slackSigningSecret",
        $":secret:{name}-AbCdEf; aws secretsmanager describe-secret");

    private static void Broken(Action<JsonNode> change, string path, string expected)
    {
        var problem = Assert.Single(SampleConfiguration.With(change).Problems);

        Assert.Equal(path, problem.Path);
        Assert.Contains(expected, problem.Expected, StringComparison.Ordinal);
    }
}
