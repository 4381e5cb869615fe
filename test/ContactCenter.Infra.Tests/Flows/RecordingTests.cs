using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Tests.Flows.Simulation;

namespace ContactCenter.Infra.Tests.Flows;

/// <summary>Nothing is recorded but what somebody was told of or asked about, and what is recorded is redacted.</summary>
public sealed class RecordingTests
{
    private static readonly string[] Recorded = ["Agent", "Customer"];

    [Fact]
    public void Nothing_is_recorded_where_the_configuration_says_nothing_of_it()
    {
        var sample = Synthesis.Sample();

        Assert.Empty(Blocks(new FlowSet(sample with { Flows = sample.Flows! with { Recording = null } })));
    }

    [Theory]
    [InlineData("bot-and-menu")]
    [InlineData("bot-asked")]
    public void Whatever_is_analysed_is_redacted(string sample) =>
        Assert.All(
            Blocks(new FlowSet(FlowSamples.Get(sample))).Select(block => block["AnalyticsBehavior"]).OfType<JsonObject>(),
            analysis => Assert.Equal(
                ("Enabled", "RedactedOnly"), ((string?)analysis["AnalyticsRedactionBehavior"], (string?)analysis["AnalyticsRedactionResults"])));

    [Theory]
    [InlineData(SystemFlows.Inbound)]
    [InlineData(SystemFlows.Chat)]
    public void Only_who_was_told_or_has_agreed_is_recorded(string flow)
    {
        var flows = new FlowSet(FlowSamples.Get("bot-asked"));
        var recording = flows.Blocks(flow).Where(block => Records(block.Value)).Select(block => block.Key).ToArray();

        Assert.NotEmpty(recording);
        Assert.DoesNotContain(recording, Reached(flows, flow, Agreed).Contains);
    }

    [Fact]
    public void Without_Contact_Lens_what_is_recorded_is_not_analysed()
    {
        var sample = Synthesis.Sample();
        var blocks = Blocks(new FlowSet(sample with { Sentiment = sample.Sentiment with { ContactLens = false } }));

        Assert.NotEmpty(blocks);
        Assert.DoesNotContain(blocks, block => block.ContainsKey("AnalyticsBehavior"));
    }

    [Fact]
    public void A_queue_that_is_never_recorded_is_reached_by_a_block_that_records_nothing()
    {
        var flows = new FlowSet(FlowSamples.Get("bot-asked"));

        var reached = Reached(flows, SystemFlows.Inbound, block => block == "stop-recording-there");

        Assert.DoesNotContain("into-default-queue", reached);
    }

    [Theory]
    [InlineData(SystemFlows.Inbound, "listen", "pause-recording")]
    [InlineData(SystemFlows.Inbound, "key-in-number", "ask-number")]
    [InlineData(SystemFlows.Waiting, "key-in-number", "ask-number")]
    public void What_must_not_be_kept_is_given_only_after_the_recording_was_paused(string flow, string step, string pause)
    {
        var flows = new FlowSet(FlowSamples.Get("bot-asked"));

        Assert.False(Records(flows.Blocks(flow)[pause]));
        Assert.DoesNotContain(step, Reached(flows, flow, block => block == pause));
    }

    [Fact]
    public void A_chat_that_nobody_can_be_asked_in_is_not_recorded()
    {
        var sample = FlowSamples.Get("bot-asked");
        var flows = new FlowSet(sample with { Flows = sample.Flows! with { Bot = null } });

        Assert.DoesNotContain(Reached(flows, SystemFlows.Chat, IsAsked), block => Records(flows.Blocks(SystemFlows.Chat)[block]));
    }

    [Fact]
    public void Originals_are_kept_only_when_the_configuration_says_so()
    {
        var sample = Synthesis.Sample();
        var flows = new FlowSet(sample with { Flows = sample.Flows! with { Recording = new RecordingSettings { KeepsOriginals = true } } });

        Assert.Contains(Blocks(flows), block => (string?)block["AnalyticsBehavior"]?["AnalyticsRedactionResults"] == "RedactedAndOriginal");
    }

    /// <summary>Who has agreed before is asked no more, but looked up.</summary>
    private static bool IsAsked(string block) => block.StartsWith("is-it-recorded", StringComparison.Ordinal);

    private static bool Agreed(string block) => IsAsked(block) || block.StartsWith("note-recording", StringComparison.Ordinal);

    private static JsonObject[] Blocks(FlowSet flows) =>
    [
        .. flows.Names.SelectMany(flow => flows.Blocks(flow).Values)
            .Where(block => (string?)block["Type"] == "UpdateContactRecordingBehavior")
            .Select(block => block["Parameters"]!.AsObject())
    ];

    private static bool Records(JsonObject block) =>
        block["Parameters"]?["RecordingBehavior"]?["RecordedParticipants"] is JsonArray recorded
            && recorded.Select(participant => (string?)participant).SequenceEqual(Recorded);

    /// <summary>What can be reached from the beginning of a flow without certain blocks.</summary>
    private static HashSet<string> Reached(FlowSet flows, string flow, Func<string, bool> without)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([flows.Start(flow)]);
        while (open.TryPop(out var name))
        {
            if (without(name) || !seen.Add(name))
            {
                continue;
            }

            var transitions = flows.Blocks(flow)[name]["Transitions"]!;
            foreach (var next in new[] { transitions["NextAction"] }
                .Concat((transitions["Conditions"] as JsonArray ?? []).Select(way => way!["NextAction"]))
                .Concat((transitions["Errors"] as JsonArray ?? []).Select(way => way!["NextAction"])))
            {
                if ((string?)next is { } target)
                {
                    open.Push(target);
                }
            }
        }

        return seen;
    }
}
