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

    [Fact]
    public void A_default_queue_without_an_id_is_refused_and_not_replaced()
    {
        var problem = Assert.Single(SampleConfiguration.With(root => root["queues"]![0]!.AsObject().Remove("id")).Problems);

        Assert.Equal(("$.routing.defaultQueue", "\"General\", a queue without an id"), (problem.Path, problem.Found));
    }

    [Fact]
    public void The_first_queue_is_the_default_and_needs_an_id() =>
        Assert.Equal("$.queues[0].id", Assert.Single(SampleConfiguration.With(root =>
        {
            root["routing"]!.AsObject().Remove("defaultQueue");
            root["queues"]![0]!.AsObject().Remove("id");
        }).Problems).Path);

    [Fact]
    public void A_task_needs_the_flow_that_takes_it_to_its_queue()
    {
        var problem = Assert.Single(SampleConfiguration.With(root =>
        {
            root.AsObject().Remove("flows");
            root["audiences"]!["workforce"]!.AsArray().Add(new JsonObject { ["channel"] = "task", ["to"] = "General" });
        }).Problems);

        Assert.Equal("$.audiences.workforce[1].channel", problem.Path);
        Assert.Contains("$.flows", problem.Expected, StringComparison.Ordinal);
    }
}
