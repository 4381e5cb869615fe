using System.Text.Json.Nodes;

namespace ContactCenter.Core.Tests.Configuration;

public sealed class FlowRuleTests
{
    [Theory]
    [InlineData("bot", "\"ivr-man\"", "$.flows.bot", "did you mean ivr-main?")]
    [InlineData("yesIntent", "\"Agent\"", "$.flows.yesIntent", "another intent")]
    [InlineData("menu", """[{"key":"1","topic":"a","text":"a"},{"key":"1","topic":"b","text":"b"}]""", "$.flows.menu[1].key", "each may stand once")]
    public void A_setting_that_cannot_work_is_refused_with_what_would_be_right(string setting, string value, string path, string expected)
    {
        var problem = Assert.Single(SampleConfiguration.With(root => root["flows"]![setting] = JsonNode.Parse(value)).Problems);

        Assert.Equal(path, problem.Path);
        Assert.Contains(expected, problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Flows_need_a_queue_that_they_can_find()
    {
        var reading = SampleConfiguration.With(root =>
        {
            foreach (var queue in root["queues"]!.AsArray())
            {
                queue!.AsObject().Remove("id");
            }
        });

        Assert.Contains(reading.Problems, problem => problem.Path == "$.flows");
    }

    [Fact]
    public void A_reference_cannot_stand_in_what_callers_hear() =>
        Assert.Equal("$.flows.greeting", Assert.Single(SampleConfiguration.With(root => root["flows"]!["greeting"] = "Hello $.Attributes.pin").Problems).Path);

    [Fact]
    public void The_flows_may_be_left_out() => Assert.Empty(SampleConfiguration.With(root => root.AsObject().Remove("flows")).Problems);
}
