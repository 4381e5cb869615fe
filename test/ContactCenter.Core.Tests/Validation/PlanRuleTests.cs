using System.Text.Json.Nodes;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Configuration;
using static ContactCenter.Core.Tests.Validation.Rule;

namespace ContactCenter.Core.Tests.Validation;

/// <summary>At any time a plan has one number of agents for a queue, or none.</summary>
public sealed class PlanRuleTests
{
    private const string Morning = """{"days":["monday","friday"],"from":"08:00","to":"12:00","agents":8}""";

    [Theory]
    [InlineData("""{"days":["monday"],"from":"12:00","to":"00:00","agents":4}""")]
    [InlineData("""{"days":["tuesday"],"from":"08:00","to":"12:00","agents":4}""")]
    public void Only_a_queue_with_a_plan_has_the_alarm(string other)
    {
        var reading = SampleConfiguration.With(root => Plan(root, Morning, other));

        Assert.Empty(reading.Problems);
        Assert.Equal(
            reading.Configuration!.Queues[1].Name,
            Assert.Single(AlarmPlan.For(reading.Configuration), alarm => alarm.Definition.Id == AlarmIds.AgentsAgainstPlan).Resource);
    }

    [Theory]
    [InlineData("""{"days":["monday"],"from":"11:59","to":"13:00","agents":4}""", "$.queues[1].plan[1]", "let one end where the other begins")]
    [InlineData("""{"days":["friday"],"from":"07:00","to":"00:00","agents":4}""", "$.queues[1].plan[1]", "let one end where the other begins")]
    [InlineData("""{"days":["sunday"],"from":"22:00","to":"06:00","agents":4}""", "$.queues[1].plan[1]", "past midnight")]
    [InlineData("""{"days":[],"from":"08:00","to":"12:00","agents":4}""", "$.queues[1].plan[1].days", "at least one weekday")]
    [InlineData("""{"days":["sunday"],"from":"08:00","to":"12:00","agents":0}""", "$.queues[1].plan[1].agents", "from 1 to 10000")]
    public void What_does_not_say_one_number_is_refused(string other, string path, string expected) =>
        Broken(root => Plan(root, Morning, other), path, null, expected);

    private static void Plan(JsonNode root, params string[] entries) =>
        root["queues"]![1]!["plan"] = new JsonArray([.. entries.Select(static entry => JsonNode.Parse(entry))]);
}
