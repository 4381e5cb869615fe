using System.Text.Json.Nodes;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Infra.Tests.Stacks;

/// <summary>The function that tests people: asked by its topic and by the hour, with no right that opens or changes anything.</summary>
public sealed class PeopleReachTests
{
    private static readonly JsonObject Template = Synthesis.Stack("incidents");

    [Fact]
    public void It_looks_every_hour_and_not_where_nobody_is_tested()
    {
        Assert.Contains("rate(1 hour)", Template.ToJsonString(), StringComparison.Ordinal);
        var without = Synthesis.WithoutExtras["cc-prod-incidents"].ToJsonString();
        Assert.DoesNotContain("rate(1 hour)", without, StringComparison.Ordinal);
        Assert.Contains("cc-prod-reach-people", without, StringComparison.Ordinal);
    }

    [Fact]
    public void It_may_publish_read_and_keep_receipts_and_nothing_more()
    {
        string[] usual = ["logs", "xray", "kms", "sqs", "lambda"];
        var actions = Template.Resources("AWS::IAM::Policy")
            .Where(static policy => policy.Properties["Roles"]!.ToJsonString().Contains("ReachPeople", StringComparison.Ordinal))
            .SelectMany(static policy => policy.Properties["PolicyDocument"]!["Statement"]!.AsArray())
            .SelectMany(static statement => Texts(statement!["Action"]))
            .Where(action => !usual.Contains(action.Split(':')[0]))
            .Distinct();

        Assert.Empty(actions.Except(
        [
            "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "sns:Publish", "sns:ListSubscriptionsByTopic", "sns:GetSMSAttributes",
            "sns:GetSMSSandboxAccountStatus", "sns:ListPhoneNumbersOptedOut", "cloudwatch:GetMetricData", "support:DescribeCases",
            "secretsmanager:GetSecretValue",
        ]));
    }

    [Fact]
    public void Where_people_are_reminded_it_reads_the_newest_reviews_and_nobody_else_s_items()
    {
        static bool Reads(JsonObject template) => template.Resources("AWS::IAM::Policy")
            .Where(static policy => policy.Properties["Roles"]!.ToJsonString().Contains("ReachPeople", StringComparison.Ordinal))
            .Any(static policy => policy.Properties.ToJsonString().Contains("""["reviews"]""", StringComparison.Ordinal));

        Assert.True(Reads(Synthesis.Equipped["cc-prod-incidents"]));
        Assert.False(Reads(Template));
    }

    [Fact]
    public void It_reads_the_secrets_of_endpoints_and_no_others()
    {
        var secrets = AccountScope.ReachSecrets(Synthesis.Sample()).ToArray();

        Assert.NotEmpty(secrets);
        Assert.DoesNotContain(Synthesis.Sample().Crm?.Secret, secrets);
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Texts),
        JsonValue value => [value.ToString()],
        _ => [],
    };
}
