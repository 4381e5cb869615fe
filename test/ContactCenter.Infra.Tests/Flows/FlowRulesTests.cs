using ContactCenter.Core.Contacts.FlowContent;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Flows;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Tests.Flows;

/// <summary>What Amazon Connect would refuse is refused here, in words.</summary>
public sealed class FlowRulesTests
{
    public static TheoryData<string> Samples => [.. FlowSamples.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Flows_that_are_deployed_break_no_rule(string sample)
    {
        var configuration = FlowSamples.Get(sample);
        var design = new FlowDesign(configuration, Simulation.FlowSet.Addresses(configuration));

        Assert.Empty(design.Modules().Concat(design.Flows()).Append(design.Incident()).SelectMany(FlowRules.Check));
    }

    [Fact]
    public void A_way_that_leads_nowhere_is_a_problem() =>
        Assert.Equal(
            [
                "flow: greet: $.Actions[0].Transitions.Errors[0].NextAction: found nowhere; expected the identifier of an action of this "
                    + "flow (Amazon Connect: Invalid Action property value. Path: Actions[0].Transitions.Errors[0].NextAction)"
            ],
            Check(new() { ["greet"] = new Say("Hello.") { Next = "bye", OnError = "nowhere" }, ["bye"] = End.Disconnect }));

    [Fact]
    public void A_block_that_nobody_reaches_is_a_problem() =>
        Assert.Equal(["flow: no way leads to island"], Check(new() { ["bye"] = End.Disconnect, ["island"] = End.Disconnect }));

    [Fact]
    public void A_circle_without_an_end_is_a_problem() =>
        Assert.Contains(
            "flow: again is on a circle that no Repeat ends",
            Check(new() { ["again"] = new Say("Hello.") { Next = "again", OnError = "bye" }, ["bye"] = End.Disconnect }));

    [Fact]
    public void A_circle_that_a_count_ends_is_none() =>
        Assert.Empty(Check(new()
        {
            ["count"] = new Repeat(3) { Body = "say", Done = "bye" },
            ["say"] = new Say("Hello.") { Next = "count", OnError = "count" },
            ["bye"] = End.Disconnect,
        }));

    [Fact]
    public void An_empty_text_is_a_problem() =>
        Assert.Equal(
            [
                "flow: greet: $.Actions[0].Parameters: found none of them; expected one of PromptId, Text, SSML, Media (Amazon Connect: At "
                    + "least one of the following properties must be set. Properties: [Parameters.PromptId, Parameters.Text, "
                    + "Parameters.SSML, Parameters.Media], Path: Actions[0])"
            ],
            Check(new() { ["greet"] = new Say("") { Next = "bye", OnError = "bye" }, ["bye"] = End.Disconnect }));

    [Fact]
    public void A_dot_right_behind_a_reference_is_a_problem() =>
        Assert.Equal(
            ["flow: greet has a dot right behind a reference; it may be read as part of it"],
            Check(new()
            {
                ["greet"] = new Say("Callers: $.Metrics.Queue.Size.") { Next = "bye", OnError = "bye" },
                ["bye"] = End.Disconnect
            }));

    [Fact]
    public void A_comparison_with_nothing_is_a_problem() =>
        Assert.Contains(
            "flow: which: $.Actions[0].Transitions.Conditions[0].Condition.Operands[0]: found an empty text; nothing can be compared with "
                + "nothing; let what is compared say a word such as none (Amazon Connect: Invalid branch. Path: 0.Evaluate)",
            Check(new()
            {
                ["which"] = new Choose("$.Channel") { Ways = new Dictionary<string, string> { [""] = "bye" }, Otherwise = "bye" },
                ["bye"] = End.Disconnect,
            }));

    [Fact]
    public void A_block_whose_name_is_no_identifier_is_a_problem() =>
        Assert.Contains(
            "flow: Bye now is no name of a block; 1 to 50 lower-case letters, digits and hyphens are",
            Check(new() { ["Bye now"] = End.Disconnect }));

    [Fact]
    public void A_name_that_metrics_would_not_show_is_a_problem() =>
        Assert.Single(FlowRules.Check(new ContactFlow("Grüße", FlowKind.Inbound, "-") { ["bye"] = End.Disconnect }));

    [Fact]
    public void More_blocks_than_a_flow_has_are_a_problem()
    {
        var flow = new ContactFlow("flow", FlowKind.Inbound, "-");
        for (var i = 0; i < FlowContentCheck.MaximumActions; i++)
        {
            var next = i + 1 < FlowContentCheck.MaximumActions ? $"say-{i + 1}" : "bye";
            flow[$"say-{i}"] = new Say("Hello.") { Next = next, OnError = "bye" };
        }

        flow["bye"] = End.Disconnect;

        Assert.Equal(["flow: $.Actions: found 251; expected 1 to 250 actions"], FlowRules.Check(flow));
    }

    [Fact]
    public void Attributes_beyond_what_a_contact_keeps_are_a_problem() =>
        Assert.Equal(
            ["flow: keep keeps more than a contact's 32768 bytes"],
            Check(new()
            {
                ["keep"] = new SetAttributes(new Dictionary<string, string> { ["long"] = new('x', FlowRules.MaximumAttributeBytes) })
                {
                    Next = "bye",
                    OnError = "bye"
                },
                ["bye"] = End.Disconnect,
            }));

    [Fact]
    public void Waiting_music_outside_a_queue_is_a_problem() =>
        Assert.Equal(
            ["flow: wait cannot stand in a flow of the kind Inbound"],
            Check(new() { ["wait"] = new LoopPrompts(["La la la."]) { OnInterrupt = "bye", OnError = "bye" }, ["bye"] = End.Disconnect }));

    [Fact]
    public void A_hook_whose_answer_leads_somewhere_is_a_problem_outside_a_module() =>
        Assert.Equal(
            ["flow: ask cannot stand in a flow of the kind Inbound"],
            Check(new()
            {
                ["ask"] = new InvokeHook(SystemFunctions.CheckService, "arn:aws:lambda:eu-central-1:123456789012:function:check:live")
                {
                    Next = "bye",
                    OnError = "sorry"
                },
                ["sorry"] = End.Disconnect,
                ["bye"] = End.Disconnect
            }));

    [Fact]
    public void Two_blocks_of_one_name_are_refused_at_once() =>
        Assert.Throws<ArgumentException>(() =>
            new ContactFlow(
                "flow", FlowKind.Inbound, "-")
            { ["bye"] = End.Disconnect, ["again"] = End.Disconnect }["bye"] = End.Disconnect);

    [Fact]
    public void Nothing_that_breaks_a_rule_is_written() =>
        Assert.Throws<InvalidOperationException>(() => FlowWriter.Write(new ContactFlow("flow", FlowKind.Inbound, "-")));

    private static IReadOnlyList<string> Check(Dictionary<string, FlowBlock> blocks)
    {
        var flow = new ContactFlow("flow", FlowKind.Inbound, "-");
        foreach (var (name, block) in blocks)
        {
            flow[name] = block;
        }

        return FlowRules.Check(flow);
    }
}
