using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Infra.Flows;
using ContactCenter.Infra.Tests.Flows.Simulation;

namespace ContactCenter.Infra.Tests.Flows;

/// <summary>The JSON that is deployed, as the flow language wants it.</summary>
public sealed class FlowWriterTests
{
    /// <summary>
    /// Errors that each action declares (developer guide, flow language; where the service is known to want others, those).
    /// </summary>
    private static readonly Dictionary<string, string[]> Errors = new(StringComparer.Ordinal)
    {
        ["InvokeLambdaFunction"] = ["NoMatchingError"],
        ["InvokeFlowModule"] = ["NoMatchingCondition", "NoMatchingError"],
        ["UpdateContactAttributes"] = ["NoMatchingError"],
        ["UpdateContactTargetQueue"] = ["NoMatchingError"],
        ["TransferContactToQueue"] = ["NoMatchingError", "QueueAtCapacity"],
        ["TransferToFlow"] = ["NoMatchingError"],
        ["UpdateContactRoutingBehavior"] = [],
        ["UpdateContactRoutingCriteria"] = ["NoMatchingError"],
        ["MessageParticipant"] = ["NoMatchingError"],
        ["MessageParticipantIteratively"] = ["NoMatchingError"],
        ["ConnectParticipantWithLexBot"] = ["InputTimeLimitExceeded", "NoMatchingCondition", "NoMatchingError"],
        ["Compare"] = ["NoMatchingCondition"],
        ["Loop"] = [],
        ["Wait"] = ["NoMatchingError"],
        ["ShowView"] = ["NoMatchingCondition", "NoMatchingError", "TimeLimitExceeded"],
        ["GetMetricData"] = ["NoMatchingError"],
        ["UpdateContactCallbackNumber"] = ["CallbackNumberNotDialable", "InvalidCallbackNumber"],
        ["CreateCallbackContact"] = ["NoMatchingError"],
        ["UpdateContactEventHooks"] = ["NoMatchingError"],
        ["UpdateFlowLoggingBehavior"] = [],
        ["UpdateContactRecordingBehavior"] = [],
        ["UpdateFlowAttributes"] = ["NoMatchingError"],
        ["UpdateContactTextToSpeechVoice"] = ["NoMatchingError"],
        ["UpdateContactData"] = ["NoMatchingError"],
        ["LoadContactContent"] = ["NoMatchingError"],
    };

    /// <summary>
    /// Parameters of each action, as flows that were exported from real instances have them; docs/design/contact-flows.md names these.
    /// </summary>
    private static readonly Dictionary<string, string[]> Seen = new(StringComparer.Ordinal)
    {
        ["InvokeLambdaFunction"] =
        [
            "LambdaFunctionARN", "InvocationTimeLimitSeconds", "InvocationType", "LambdaInvocationAttributes", "ResponseValidation"
        ],
        ["InvokeFlowModule"] = ["FlowModuleId", "Input"],
        ["UpdateContactAttributes"] = ["Attributes", "TargetContact"],
        ["UpdateContactTargetQueue"] = ["QueueId"],
        ["TransferContactToQueue"] = [],
        ["TransferToFlow"] = ["ContactFlowId"],
        ["UpdateContactRoutingBehavior"] = ["QueuePriority", "QueueTimeAdjustmentSeconds"],
        ["UpdateContactRoutingCriteria"] = ["RoutingCriteria"],
        ["MessageParticipant"] = ["Text"],
        ["MessageParticipantIteratively"] = ["Messages", "InterruptFrequencySeconds"],
        ["GetParticipantInput"] = ["Text", "InputTimeLimitSeconds", "StoreInput", "InputValidation"],
        ["ConnectParticipantWithLexBot"] = ["Text", "LexV2Bot", "LexSessionAttributes", "LexTimeoutSeconds", "LexInitializationData"],
        ["Compare"] = ["ComparisonValue"],
        ["Loop"] = ["LoopCount"],
        ["Wait"] = ["TimeLimitSeconds"],
        ["ShowView"] = ["ViewResource", "InvocationTimeLimitSeconds", "ViewData"],
        ["GetMetricData"] = [],
        ["UpdateContactCallbackNumber"] = ["CallbackNumber"],
        ["CreateCallbackContact"] = ["InitialCallDelaySeconds", "MaximumConnectionAttempts", "RetryDelaySeconds"],
        ["UpdateContactEventHooks"] = ["EventHooks"],
        ["UpdateFlowLoggingBehavior"] = ["FlowLoggingBehavior"],
        ["UpdateContactRecordingBehavior"] = ["RecordingBehavior", "AnalyticsBehavior"],
        ["UpdateFlowAttributes"] = ["FlowAttributes"],
        ["UpdateContactTextToSpeechVoice"] = ["TextToSpeechVoice", "TextToSpeechEngine", "TextToSpeechStyle"],
        ["UpdateContactData"] = ["LanguageCode"],
        ["LoadContactContent"] = ["ContentType"],
    };

    private static readonly string[] Ends = ["DisconnectParticipant", "EndFlowExecution", "EndFlowModuleExecution"];

    public static TheoryData<string> Samples => [.. FlowSamples.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_action_has_a_way_for_each_of_its_errors_and_no_other(string sample)
    {
        foreach (var (place, block) in Blocks(sample))
        {
            var type = (string)block["Type"]!;
            var declared = (block["Transitions"]!["Errors"] as JsonArray
                ?? []).Select(error => (string)error!["ErrorType"]!).Order(StringComparer.Ordinal);

            Assert.True(Expected(type, block).SequenceEqual(declared), place);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_parameter_is_one_that_exported_flows_have(string sample)
    {
        foreach (var (place, block) in Blocks(sample))
        {
            var unknown = block["Parameters"]!.AsObject()
                .Select(parameter => parameter.Key)
                .Except(Seen.GetValueOrDefault((string)block["Type"]!, []));

            Assert.True(!unknown.Any(), $"{place}: {string.Join(", ", unknown)}");
        }
    }

    [Fact]
    public void Whoever_lets_a_bot_listen_says_when_silence_is_over() =>
        Assert.All(
            Blocks("bot").Where(block => (string)block.Block["Type"]! == "ConnectParticipantWithLexBot"),
            block => Assert.Equal("300", (string?)block.Block["Parameters"]!["LexTimeoutSeconds"]!["Text"]));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Whatever_goes_on_has_a_next_action_and_an_end_has_nothing(string sample)
    {
        foreach (var (place, block) in Blocks(sample))
        {
            var isEnd = Ends.Contains((string)block["Type"]!);

            Assert.True(isEnd == (block["Transitions"]!.AsObject().Count == 0), place);
            Assert.True(isEnd == (block["Transitions"]!["NextAction"] is null), place);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_scalar_of_the_parameters_is_a_text(string sample) =>
        Assert.All(
            Blocks(sample),
            block => Assert.All(Scalars(block.Block["Parameters"]), value => Assert.Equal(JsonValueKind.String, value.GetValueKind())));

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_hook_is_waited_for_within_the_limit_of_Amazon_Connect(string sample) =>
        Assert.All(
            Blocks(sample).Where(block => (string)block.Block["Type"]! == "InvokeLambdaFunction"),
            block =>
                Assert.InRange(
                    int.Parse((string)block.Block["Parameters"]!["InvocationTimeLimitSeconds"]!, CultureInfo.InvariantCulture), 3, 8));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Only_modules_have_settings(string sample)
    {
        var configuration = FlowSamples.Get(sample);
        var design = new FlowDesign(configuration, FlowSet.Addresses(configuration));

        Assert.All(design.Modules(), module => Assert.Contains("\"Settings\"", FlowWriter.Write(module), StringComparison.Ordinal));
        Assert.All(design.Flows(), flow => Assert.DoesNotContain("\"Settings\"", FlowWriter.Write(flow), StringComparison.Ordinal));
    }

    [Fact]
    public void Writing_twice_writes_the_same()
    {
        var first = new FlowSet(FlowSamples.Get("bot-and-menu"));
        var second = new FlowSet(FlowSamples.Get("bot-and-menu"));

        Assert.All(first.Names, flow => Assert.Equal(first.Content(flow).ToJsonString(), second.Content(flow).ToJsonString()));
    }

    [Fact]
    public void Tokens_of_the_CDK_survive()
    {
        var flow = new ContactFlow("flow", FlowKind.Inbound, "-")
        {
            ["queue"] = new Infra.Flows.Blocks.SetQueue("${Token[TOKEN.7]}", "any") { Next = "bye", OnError = "bye" },
            ["bye"] = Infra.Flows.Blocks.End.Disconnect,
        };

        Assert.Contains("\"${Token[TOKEN.7]}\"", FlowWriter.Write(flow), StringComparison.Ordinal);
    }

    private static string[] Expected(string type, JsonObject block) => type switch
    {
        _ when Ends.Contains(type) => [],
        "GetParticipantInput" =>
            (string)block["Parameters"]!["StoreInput"]! == "True"
                ? ["NoMatchingError"]
                : ["InputTimeLimitExceeded", "NoMatchingCondition", "NoMatchingError"],
        _ => Errors[type],
    };

    private static IEnumerable<JsonValue> Scalars(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Scalars(member.Value)),
        JsonArray items => items.SelectMany(Scalars),
        JsonValue value => [value],
        _ => [],
    };

    private static IEnumerable<(string Place, JsonObject Block)> Blocks(string sample)
    {
        var flows = new FlowSet(FlowSamples.Get(sample));
        return flows.Names.SelectMany(flow => flows.Blocks(flow).Select(block => ($"{flow}/{block.Key}", block.Value)));
    }
}
