using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Stacks;

public sealed class CollectionStackTests
{
    private static readonly JsonObject Template = Synthesis.Stack("collection");

    [Fact]
    public void Metrics_are_collected_every_minute() =>
        Assert.Equal(
            ["rate(1 minute)"],
            Template.Resources("AWS::Scheduler::Schedule").Select(schedule => (string)schedule.Properties["ScheduleExpression"]!));

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
