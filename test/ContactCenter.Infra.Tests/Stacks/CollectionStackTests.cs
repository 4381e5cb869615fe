using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Stacks;

public sealed class CollectionStackTests
{
    private static readonly JsonObject Template = Synthesis.Stack("collection");

    [Fact]
    public void Metrics_are_collected_every_minute_and_numbers_some_minutes_after_each_half_hour() =>
        Assert.Equal(
            ["rate(1 minute)", "cron(7,37 * * * ? *)"],
            Template.Resources("AWS::Scheduler::Schedule").Select(schedule => (string)schedule.Properties["ScheduleExpression"]!));

    [Fact]
    public void Who_keeps_the_numbers_touches_nothing_else_in_the_table_of_incidents()
    {
        var onTable = Template.Resources("AWS::IAM::Policy")
            .Where(static policy => policy.Id.StartsWith("KeepNumbersRole", StringComparison.Ordinal))
            .SelectMany(static policy => policy.Properties["PolicyDocument"]!["Statement"]!.AsArray())
            .Where(static statement => statement!["Action"]!.ToJsonString().Contains("dynamodb:", StringComparison.Ordinal));

        Assert.Equal(
            (
                """["dynamodb:GetItem","dynamodb:UpdateItem"]""",
                """{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["numbers#*"]}}"""),
            Assert.Single(onTable.Select(
                static statement => (statement!["Action"]!.ToJsonString(), statement["Condition"]!.ToJsonString()))));
    }

    [Fact]
    public void Contact_events_are_heard_by_the_name_that_is_recorded_and_by_the_one_that_is_documented_since()
    {
        var rules = Template.Resources("AWS::Events::Rule")
            .Select(static rule =>
                rule.Properties["EventPattern"]!["detail-type"]!.AsArray().Select(static type => (string)type!).ToArray())
            .Where(static types => types.Any(static type => type.EndsWith("Contact Event", StringComparison.Ordinal))).ToArray();

        Assert.Equal(2, rules.Length);
        Assert.All(rules, static types => Assert.Equal(["Amazon Connect Contact Event", "Connect Customer Contact Event"], types));
    }

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
}
