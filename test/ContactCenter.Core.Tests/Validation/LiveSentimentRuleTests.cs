using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Configuration;
using static ContactCenter.Core.Tests.Validation.Rule;

namespace ContactCenter.Core.Tests.Validation;

/// <summary>Calls can be followed while they last only where they are analysed, and somebody can be told.</summary>
public sealed class LiveSentimentRuleTests
{
    private const string Stream = "arn:aws:kinesis:eu-central-1:123456789012:stream/agent-assist";

    [Theory]
    [InlineData("""{"queue":"General"}""")]
    [InlineData("""{"queue":"General","shards":4}""")]
    [InlineData($$"""{"queue":"General","stream":"{{Stream}}","streamKey":"arn:aws:kms:eu-central-1:123456789012:key/1234abcd"}""")]
    public void What_can_be_deployed_is_taken(string live) => Assert.Empty(SampleConfiguration.With(root => Live(root, live)).Problems);

    [Fact]
    public void Calls_that_nobody_analyses_cannot_be_followed() => Broken(
        root =>
        {
            Live(root, """{"queue":"General"}""");
            root["sentiment"]!["contactLens"] = false;
        },
        "$.sentiment.live", "calls that nobody analyses", "set $.sentiment.contactLens to true");

    [Fact]
    public void Supervisors_take_tasks_in_a_queue_that_is_known() => Broken(
        root => Live(root, """{"queue":"Genral"}"""), "$.sentiment.live.queue", "\"Genral\"", "did you mean General?");

    [Fact]
    public void A_task_needs_a_flow_that_takes_it_to_its_queue() => Broken(
        root =>
        {
            Live(root, """{"queue":"General"}""");
            root.AsObject().Remove("flows");
        },
        "$.sentiment.live.queue", "\"General\"", "the section $.flows, which is missing");

    [Theory]
    [InlineData("eu-west-1:123456789012")]
    [InlineData("eu-central-1:999999999999")]
    public void Amazon_Connect_writes_to_a_stream_beside_it_only(string place) => Broken(
        root => Live(root, $$"""{"queue":"General","stream":"arn:aws:kinesis:{{place}}:stream/agent-assist"}"""),
        "$.sentiment.live.stream", null, "expected a stream in account 123456789012 and Region eu-central-1");

    [Fact]
    public void A_key_is_of_a_stream_that_is_named() => Broken(
        root => Live(root, """{"queue":"General","streamKey":"arn:aws:kms:eu-central-1:123456789012:key/1234abcd"}"""),
        "$.sentiment.live.streamKey", null, "the key of $.sentiment.live.stream, which is missing");

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"queue":"General","shards":0}""")]
    [InlineData("""{"queue":"General","stream":"agent-assist"}""")]
    [InlineData("""{"queue":"General","stream":"arn:aws:kinesis:eu-central-1:123456789012:stream/a\" b"}""")]
    public void The_schema_refuses_the_rest(string live) => Assert.NotEmpty(SampleConfiguration.With(root => Live(root, live)).Problems);

    private static void Live(JsonNode root, string live) => root["sentiment"]!["live"] = JsonNode.Parse(live);
}
