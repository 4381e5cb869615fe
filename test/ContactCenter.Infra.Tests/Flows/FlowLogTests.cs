using System.Text.Json.Nodes;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Tests.Flows.Simulation;

namespace ContactCenter.Infra.Tests.Flows;

/// <summary>The log of a flow holds what its blocks are told.</summary>
public sealed class FlowLogTests
{
    private static readonly string[] CustomersWords =
        ["$.Lex.InputTranscript", "$.Lex.SessionAttributes.heard", "$.Media.InitialMessage", "$.Email.EmailMessage.Plaintext",
         "$.Attributes.customerWords", "$.Attributes.guideQuestion"];

    public static TheoryData<string> Samples => [.. FlowSamples.Names, $"deployed-bot-and-menu{FlowSamples.WithDialogues}"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void What_customers_say_is_told_only_while_nothing_is_logged(string sample)
    {
        var flows = new FlowSet(FlowSamples.Get(sample));
        var told = flows.Names.SelectMany(flow => Reached(flows, flow))
            .Where(each => FlowSet.References(flows.Blocks(each.Flow)[each.Block]).Any(CustomersWords.Contains))
            .ToArray();

        Assert.NotEmpty(told);
        Assert.DoesNotContain(told, each => each.IsLogged);
    }

    [Fact]
    public void What_a_task_is_about_is_found_out_while_nothing_is_logged()
    {
        var flows = new FlowSet(FlowSamples.Get("bare"));

        var blocks = Reached(flows, SystemFlows.Tasks).ToLookup(static each => each.Block, static each => each.IsLogged);

        Assert.Equal([false], blocks["classify"]);
        Assert.Equal([true], blocks["route"].Distinct());
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Whatever_puts_a_contact_into_a_queue_is_logged(string sample)
    {
        var flows = new FlowSet(FlowSamples.Get(sample));
        var queued = flows.Names.SelectMany(flow => Reached(flows, flow))
            .Where(each => (string)flows.Blocks(each.Flow)[each.Block]["Type"]! == "TransferContactToQueue")
            .ToArray();

        Assert.NotEmpty(queued);
        Assert.All(queued, each => Assert.True(each.IsLogged, $"{each.Flow}/{each.Block}"));
    }

    /// <summary>Every block that some way leads to, and whether the flow logs on that way.</summary>
    private static HashSet<(string Flow, string Block, bool IsLogged)> Reached(FlowSet flows, string flow)
    {
        var seen = new HashSet<(string Flow, string Block, bool IsLogged)>();
        var open = new Stack<(string Block, bool IsLogged)>([(flows.Start(flow), false)]);
        while (open.TryPop(out var at))
        {
            var block = flows.Blocks(flow)[at.Block];
            var isLogged = (string?)block["Parameters"]?["FlowLoggingBehavior"] is { } behavior ? behavior == "Enabled" : at.IsLogged;
            if (seen.Add((flow, at.Block, isLogged)))
            {
                foreach (var next in Following(block["Transitions"]!))
                {
                    open.Push((next, isLogged));
                }
            }
        }

        return seen;
    }

    private static IEnumerable<string> Following(JsonNode transitions) =>
        new[] { (string?)transitions["NextAction"] }
            .Concat((transitions["Conditions"] as JsonArray ?? []).Select(condition => (string?)condition!["NextAction"]))
            .Concat((transitions["Errors"] as JsonArray ?? []).Select(error => (string?)error!["NextAction"]))
            .OfType<string>();
}
