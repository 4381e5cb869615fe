using System.Text.Json.Nodes;

namespace ContactCenter.Functions.Tests.Contacts;

/// <summary>What a bot did not understand reaches CloudWatch under exactly the dimensions that the alarm reads.</summary>
public sealed class BotUtteranceMetricTests
{
    [Theory]
    [InlineData("""{"text":"hmm","intent":"FallbackIntent"}""", 1)]
    [InlineData("""{"text":"I lost my card","intent":"ReportLostCard"}""", 0)]
    public async Task A_missed_utterance_is_a_metric_of_the_bot(string parameters, int missed)
    {
        using var hooks = new Hooks();

        _ = await Hooks.AskAsync(hooks.Classify.ClassifyContact, FlowEvents.Voice(parameters));

        var line = Lines(hooks).Single(line => line["BotUtterancesMissed"] is not null);
        Assert.Equal(missed, (int)line["BotUtterancesMissed"]!);
        Assert.Equal("ABCDEFGHIJ", (string?)line["BotId"]);
        Assert.Equal(
            """["InstanceId","BotId"]""", line["_aws"]!["CloudWatchMetrics"]![0]!["Dimensions"]![0]!.ToJsonString());
    }

    [Fact]
    public async Task Words_without_a_bot_are_no_metric_of_one()
    {
        using var hooks = new Hooks();

        _ = await Hooks.AskAsync(hooks.Classify.ClassifyContact, FlowEvents.Voice("""{"text":"I lost my card"}"""));

        Assert.DoesNotContain(Lines(hooks), line => line["BotUtterances"] is not null);
    }

    private static IEnumerable<JsonNode> Lines(Hooks hooks) =>
        hooks.Metrics.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!);
}
