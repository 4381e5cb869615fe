using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Infra.Tests.Stacks;

public sealed class RemediationStackTests
{
    private static readonly JsonObject Template = Synthesis.Stack("remediation");

    [Fact]
    public void Alarms_on_capacity_reach_their_repair_straight_from_their_topic()
    {
        var subscription = Assert.Single(
            Template.Resources("AWS::SNS::Subscription"),
            each => (string?)each.Properties["FilterPolicyScope"] == "MessageBody").Properties;

        var filter = subscription["FilterPolicy"]!;
        Assert.Equal(
            [
                "cc-prod/table-read-capacity/", "cc-prod/table-read-throttled/", "cc-prod/table-write-capacity/",
                "cc-prod/table-write-throttled/"
            ],
            filter["AlarmName"]!.AsArray()
                .Select(name => (string)name!["prefix"]!)
                .Where(name => name.StartsWith("cc-prod/table-", StringComparison.Ordinal)));
        Assert.Equal("""["ALARM"]""", filter["NewStateValue"]!.ToJsonString());
        Assert.NotNull(subscription["RedrivePolicy"]);
    }

    [Fact]
    public void Alarms_that_name_no_repair_of_capacity_do_not_start_it()
    {
        var prefixes = Template.Resources("AWS::SNS::Subscription")
            .SelectMany(each => each.Properties["FilterPolicy"]?["AlarmName"]?.AsArray() ?? [], (_, name) => (string)name!["prefix"]!);

        Assert.DoesNotContain(prefixes, prefix => "cc-prod/table-system-errors/incidents".StartsWith(prefix, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_targets_of_tables_are_registered_for_scaling()
    {
        var statement = Template.Resources("AWS::IAM::Policy")
            .SelectMany(policy => policy.Properties["PolicyDocument"]!["Statement"]!.AsArray())
            .Single(each => each!["Action"]!.ToJsonString().Contains("RegisterScalableTarget", StringComparison.Ordinal))!;

        Assert.Equal("dynamodb", (string?)statement["Condition"]!["StringEquals"]!["application-autoscaling:service-namespace"]);
    }

    /// <summary>Limits that were taken away leave leases: they go back by the right that the entry gives.</summary>
    [Fact]
    public void What_the_configuration_lists_without_limits_may_be_given_back()
    {
        var sample = Synthesis.Sample();
        var stack = Synthesis.Of(sample with
        {
            Tables = [.. sample.Tables, new TableSettings { Name = "only-listed" }],
            Functions = [.. sample.Functions, new FunctionSettings { Name = "only-listed" }],
        })["cc-prod-remediation"];
        var policies = stack.Resources("AWS::IAM::Policy")
            .SelectMany(policy => policy.Properties["PolicyDocument"]!["Statement"]!.AsArray())
            .Select(static statement => statement!.ToJsonString())
            .Where(static text => text.Contains("only-listed", StringComparison.Ordinal));

        Assert.Equal(
            [("dynamodb:UpdateTable", true), ("lambda:PutFunctionConcurrency", true)],
            new[] { "dynamodb:UpdateTable", "lambda:PutFunctionConcurrency" }.Select(action =>
                (action, policies.Any(text => text.Contains(action, StringComparison.Ordinal)))));
    }
}
