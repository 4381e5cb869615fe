using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Infra.Tests.Stacks;

/// <summary>The filters that count failures in the log of all flows, on entries of flow logs from accounts.</summary>
public sealed class FlowErrorFilterTests
{
    private static readonly string[] Support =
        [.. Recorded("flow-log-failure-words")["words"]!.AsArray().Select(static word => (string)word!)];

    public static TheoryData<string> Words => [.. Support];

    [Theory]
    [InlineData("16-flowlog-set-attributes", false)]
    [InlineData("17-flowlog-lambda-success", false)]
    [InlineData("18-flowlog-lambda-error", true)]
    [InlineData("19-flowlog-lex-block", false)]
    public void A_recorded_entry_counts_where_its_block_failed(string name, bool counts)
    {
        var json = Recorded(name);

        Assert.All(
            json as JsonArray ?? [json.DeepClone()], entry => Assert.Equal(counts, LogFilter.Matches(Pattern("FlowLogErrors"), entry!)));
    }

    [Theory]
    [InlineData("16-flowlog-set-attributes", false)]
    [InlineData("17-flowlog-lambda-success", false)]
    [InlineData("18-flowlog-lambda-error", true)]
    [InlineData("19-flowlog-lex-block", false)]
    public void A_function_that_gave_no_answer_counts_whatever_is_said_of_it(string name, bool counts)
    {
        var json = Recorded(name);

        Assert.All(
            json as JsonArray ?? [json.DeepClone()],
            entry => Assert.Equal(counts, LogFilter.Matches(Pattern("FlowLogHookFailures"), entry!)));
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Every_word_that_AWS_Support_looks_for_counts_as_an_error_and_as_a_hook_without_an_answer(string word)
    {
        var entry = Entry("InvokeExternalResource", $"A{word}d");

        Assert.True(LogFilter.Matches(Pattern("FlowLogErrors"), entry));
        Assert.True(LogFilter.Matches(Pattern("FlowLogHookFailures"), entry));
    }

    [Theory]
    [InlineData("GetUserInput", "Timeout")]
    [InlineData("StoreUserInput", "Timeout")]
    [InlineData("Wait", "Timeout")]
    [InlineData("GetUserInput", "PaymentFailed")]
    [InlineData("GetUserInput", "InvalidCard")]
    [InlineData("StoreUserInput", "Invalid number")]
    [InlineData("GetUserInput", "Creditlimit")]
    public void A_silent_caller_and_what_one_said_or_pressed_does_not(string block, string results) =>
        Assert.False(LogFilter.Matches(Pattern("FlowLogErrors"), Entry(block, results)));

    [Theory]
    [InlineData("GetUserInput", "Error")]
    [InlineData("GetUserInput", "Instance has reached concurrent Lambda thread access limit")]
    [InlineData("PlayPrompt", "No prompt provided")]
    [InlineData("Transfer", "Queue not found")]
    [InlineData("StartMediaStreaming", "Timeout of the stream")]
    public void What_failed_in_a_block_of_another_kind_does(string block, string results) =>
        Assert.True(LogFilter.Matches(Pattern("FlowLogErrors"), Entry(block, results)));

    private static JsonObject Entry(string block, string results) => new() { ["ContactFlowModuleType"] = block, ["Results"] = results };

    private static JsonNode Recorded(string name) =>
        JsonNode.Parse(File.ReadAllText(Repository.File("test", "Recorded", "events", $"{name}.json")))!;

    private static string Pattern(string metric) => (string)Synthesis.Stack("monitoring").Resources("AWS::Logs::MetricFilter")
        .Single(filter => filter.Properties["MetricTransformations"]![0]!["MetricName"]!.ToString() == metric)
        .Properties["FilterPattern"]!;
}
