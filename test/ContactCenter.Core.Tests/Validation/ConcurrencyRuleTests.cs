using System.Text.Json.Nodes;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Validation;

/// <summary>What Lambda would refuse in the middle of a deployment, or of a repair.</summary>
public sealed class ConcurrencyRuleTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(500)]
    public void Reservations_leave_what_Lambda_keeps_unreserved(int quota)
    {
        var problem = Assert.Single(SampleConfiguration.With(root => root["account"]!["lambdaConcurrency"] = quota).Problems);

        Assert.Equal(("$.account.lambdaConcurrency", $"{quota}"), (problem.Path, problem.Found));
        Assert.Contains("$.remediation.hooks.maximum", problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void The_quota_that_is_asked_for_is_enough_and_one_less_is_not()
    {
        var expected = Assert.Single(With(10).Problems).Expected;
        var enough = int.Parse(expected.Split("expected at least ")[1].Split(':')[0], System.Globalization.CultureInfo.InvariantCulture);

        Assert.Empty(With(enough).Problems);
        Assert.Single(With(enough - 1).Problems);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public void An_account_in_which_nothing_can_be_reserved_gets_no_reservations_and_is_told(int quota)
    {
        var reading = SampleConfiguration.With(root =>
        {
            root["remediation"]!.AsObject().Remove("hooks");
            root["functions"]![2]!.AsObject().Remove("reservedConcurrency");
            root["account"]!["lambdaConcurrency"] = quota;
        });

        Assert.Empty(reading.Problems);
        Assert.Equal("$.account.lambdaConcurrency", Assert.Single(reading.Notices).Path);
    }

    [Fact]
    public void Without_repairs_of_hooks_only_what_is_deployed_counts() =>
        Assert.Empty(SampleConfiguration.With(root =>
        {
            root["remediation"]!.AsObject().Remove("hooks");
            root["account"]!["lambdaConcurrency"] = 300;
        }).Problems);

    [Fact]
    public void What_repairs_may_lift_of_your_own_functions_counts_too()
    {
        var problem = Assert.Single(SampleConfiguration.With(root =>
            root["functions"]![2]!["reservedConcurrency"]!["maximum"] = 900).Problems);

        Assert.Equal("$.account.lambdaConcurrency", problem.Path);
        Assert.Contains("$.functions[].reservedConcurrency.maximum", problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lift_does_not_end_below_what_is_deployed()
    {
        var problem = Assert.Single(SampleConfiguration.With(root => root["remediation"]!["hooks"]!["maximum"] = 9).Problems);

        Assert.Equal("$.remediation.hooks.maximum", problem.Path);
        Assert.Contains("up to 10", problem.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(5000)]
    public void The_alarm_asks_CloudWatch_for_the_quota_whatever_stands_here(int quota)
    {
        var alarm = Alarm(root => root["account"]!["lambdaConcurrency"] = quota);

        Assert.Equal(("100 * claimed / SERVICE_QUOTA(executions)", 90), (alarm.Expression, alarm.Threshold));
    }

    [Fact]
    public void An_override_of_the_alarm_is_a_share_of_the_quota()
    {
        var problem = Assert.Single(SampleConfiguration.With(root =>
            root["alarms"]!["lambda-concurrency"] = new JsonObject { ["threshold"] = 3000 }).Problems);

        Assert.Equal("$.alarms.lambda-concurrency.threshold", problem.Path);
        Assert.Equal(70, Alarm(root => root["alarms"]!["lambda-concurrency"] = new JsonObject { ["threshold"] = 70 }).Threshold);
    }

    private static Core.Validation.ConfigurationReading With(int quota) =>
        SampleConfiguration.With(root => root["account"]!["lambdaConcurrency"] = quota);

    private static AlarmDefinition Alarm(Action<JsonNode> change) =>
        Assert.Single(
            AlarmPlan.For(SampleConfiguration.With(change).Configuration!),
            alarm => alarm.Definition.Id == "lambda-concurrency").Definition;
}
