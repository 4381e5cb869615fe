using System.Text;
using ContactCenter.Core.Contacts.Dialogues;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Flows;
using ContactCenter.Infra.Tests.Flows.Simulation;

namespace ContactCenter.Infra.Tests.Flows;

/// <summary>Dialogues in the deployed flows: every way through them, with played hooks and with the real one.</summary>
public sealed class DialogueFlowTests
{
    /// <summary>A Wednesday, eleven o'clock in Berlin.</summary>
    private static readonly DateTimeOffset Open = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);

    private static readonly FunctionResult Done = Answered("""{"status":"done","values":{"reference":"BC-77"}}""");

    public static TheoryData<string, string, string> Every
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var sample in (string[])["bot-and-menu", "bot-asked", "deployed-bot-and-menu", "menu", "bare"])
            {
                data.Add($"{sample}{FlowSamples.WithDialogues}", SystemFlows.Inbound, "VOICE");
                data.Add($"{sample}{FlowSamples.WithDialogues}", SystemFlows.Chat, "CHAT");
            }

            return data;
        }
    }

    public static TheoryData<string, string, string> Talking =>
    [
        .. Every.Select(static row => row.Data)
            .Where(static row => row.Item3 == "VOICE" || row.Item1.Contains("bot", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Every))]
    public void Whatever_customers_do_and_whatever_fails_no_contact_is_dropped(string sample, string flow, string channel)
    {
        var flows = Short(sample);
        var hooks = new PlayedHooks(flows);
        var world = new FlowWorld { Hooks = (hook, _) => Some(hook, hooks), EverythingFails = true };

        var exploration = FlowExploration.Of(new FlowMachine(flows, world), flow, channel);

        Assert.All(exploration.Ends, end => Assert.True(end.Key.Kind != FlowEndKind.Dropped, $"{end.Key}: {end.Value}"));
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Whatever_the_hook_of_dialogues_fails_to_answer_the_customer_reaches_a_queue(string sample, string flow, string channel)
    {
        var flows = new FlowSet(FlowSamples.Get(sample));
        var hooks = new PlayedHooks(flows);
        var world = new FlowWorld
        {
            Hooks = (hook, _) => hook == "continue-dialogue" ? Unfinished(hooks.Open(hook)) : hooks.Open(hook).TakeLast(1),
            ModulesFail = true,
            CustomersDoAnything = false,
        };

        var exploration = FlowExploration.Of(new FlowMachine(flows, world), flow, channel, ("topic", "card_lost"));

        Assert.All(
            exploration.Ends, end => Assert.True(end.Key is { Kind: FlowEndKind.Queue, Queue: not null }, $"{end.Key}: {end.Value}"));
    }

    [Theory]
    [InlineData("bot-asked")]
    [InlineData("deployed-bot-and-menu")]
    [InlineData("menu")]
    public void Every_block_of_a_dialogue_and_every_way_out_of_it_is_taken_by_somebody(string sample)
    {
        var flows = Short($"{sample}{FlowSamples.WithDialogues}");
        var hooks = new PlayedHooks(flows);
        var blocks = flows.AllBlocks().Where(IsOfDialogue).ToHashSet(StringComparer.Ordinal);
        var branches = flows.AllBranches().Where(IsOfDialogue).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(blocks);
        var ways =
            from topic in flows.Configuration.Dialogues.SelectMany(static dialogue => dialogue.Topics)
            from language in (string[])["en", "de"]
            from entry in ((string Flow, string Channel)[])[(SystemFlows.Inbound, "VOICE"), (SystemFlows.Chat, "CHAT")]
            select (Topic: topic, Language: language, entry.Flow, entry.Channel);
        foreach (var way in ways)
        {
            var world = new FlowWorld
            {
                Hooks = (hook, _) => hook == "classify-contact"
                    ? [$$"""{"status":"ok","topic":"{{way.Topic}}","urgency":"low","language":"{{way.Language}}"}"""]
                    : Some(hook, hooks),
                EverythingFails = true,
            };
            var played = FlowExploration.Of(new FlowMachine(flows, world), way.Flow, way.Channel, ("topic", way.Topic));
            blocks.ExceptWith(played.Blocks);
            branches.ExceptWith(played.Branches);
        }

        Assert.Equal([], blocks);
        Assert.Equal([], branches);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void The_service_takes_the_flows(string sample, string flow, string channel)
    {
        _ = channel;
        var configuration = FlowSamples.Get(sample);
        var design = new FlowDesign(configuration, FlowSet.Addresses(configuration));

        Assert.Equal([], design.Modules().Concat(design.Flows()).Where(one => one.Name == flow || one.Name == "continue-dialogue")
            .SelectMany(FlowRules.Check));
    }

    [Theory]
    [MemberData(nameof(Talking))]
    public void A_dialogue_finishes_what_the_customer_wants(string sample, string flow, string channel)
    {
        var functions = new PlayedFunctions(Done);
        var way = Walk(sample, flow, channel, functions, "4821", "1", "2");

        Assert.Equal("1;block-card;ended;0;0;1;0;0;1;4821", way[^1].Attributes[HookAttributes.DialogueStateAttribute]);
        Assert.Equal(("goodbye", 1), (way[^1].Block, functions.Calls));
    }

    [Theory]
    [MemberData(nameof(Talking))]
    public void Key_0_leads_to_an_agent_who_knows_what_was_said(string sample, string flow, string channel)
    {
        var way = Walk(sample, flow, channel, new PlayedFunctions(Done), "4821", "0");

        AssertAgent(way, "asked", "card: 4821");
    }

    [Theory]
    [MemberData(nameof(Talking))]
    public void What_is_wrong_three_times_leads_to_an_agent(string sample, string flow, string channel) =>
        AssertAgent(Walk(sample, flow, channel, new PlayedFunctions(Done), "9", "99", "999"), "notUnderstood", "none");

    [Theory]
    [MemberData(nameof(Talking))]
    public void Silence_three_times_leads_to_an_agent(string sample, string flow, string channel) =>
        AssertAgent(Walk(sample, flow, channel, new PlayedFunctions(Done), "", "", ""), "notUnderstood", "none");

    [Theory]
    [MemberData(nameof(Talking))]
    public void A_function_that_fails_leads_to_an_agent(string sample, string flow, string channel) =>
        AssertAgent(Walk(sample, flow, channel, new PlayedFunctions(FunctionResult.Failed), "4821", "1"), "failed", "card: 4821");

    [Theory]
    [MemberData(nameof(Talking))]
    public void A_function_that_stays_slow_is_asked_three_times_and_leads_to_an_agent(string sample, string flow, string channel)
    {
        var functions = new PlayedFunctions(FunctionResult.Late);
        var way = Walk(sample, flow, channel, functions, "4821", "1");

        AssertAgent(way, "unsure", "card: 4821");
        Assert.Equal((2, 3), (way.Count(static state => state.Block == "dialogue-one-moment"), functions.Calls));
    }

    [Theory]
    [MemberData(nameof(Talking))]
    public void A_function_that_answers_nonsense_leads_to_an_agent(string sample, string flow, string channel) =>
        AssertAgent(Walk(sample, flow, channel, new PlayedFunctions(Answered("[]")), "4821", "1"), "failed", "card: 4821");

    [Theory]
    [MemberData(nameof(Talking))]
    public void A_hook_without_time_leads_to_an_agent_who_still_knows_what_was_said(string sample, string flow, string channel)
    {
        var flows = new FlowSet(FlowSamples.Get(sample));
        var real = new RealHooks(flows.Configuration, Open, new PlayedFunctions(Done));
        var steps = 0;
        var way = Walk(flows, flow, channel, (hook, request) => hook == "continue-dialogue" && steps++ == 2
            ? real.Prepared(hook, request)
            : real.Answer(hook, request), "4821", "1");

        Assert.Equal(
            ("default", "card: 4821", FlowEndKind.Queue),
            (way[^1].Attributes["dialogueStatus"], way[^1].Attributes["dialogueSaid"], EndOf(flows, way[^1])));
    }

    [Theory]
    [InlineData("not JSON", "none")]
    [InlineData("""{"status":"ok","customerNumber":"100200"}""", "100200")]
    public void A_chat_is_looked_up_before_its_dialogue_and_what_its_beginner_said_is_not_passed_on(string found, string passed)
    {
        var sample = FlowSamples.Get($"deployed-bot-and-menu{FlowSamples.WithDialogues}");
        var flows = new FlowSet(sample with
        {
            Crm = sample.Crm! with { Attributes = new Dictionary<string, string> { ["customerNumber"] = "customer.number" } },
        });
        var real = new RealHooks(flows.Configuration, Open, new PlayedFunctions(Done));

        var way = Walk(
            flows, SystemFlows.Chat, "CHAT",
            (hook, request) => hook == "look-up-customer" ? found : real.Answer(hook, request), "4821", "1");

        var begun = way.First(static state => state is { Block: "dialogue", Caller: null });
        Assert.Equal(passed, begun.Attributes["customerNumber"]);
    }

    /// <summary>The flows with shorter loops of the dialogue: the ways are the same, and there are thousands of states less.</summary>
    private static FlowSet Short(string sample)
    {
        var flows = new FlowSet(FlowSamples.Get(sample));
        foreach (var flow in (string[])[SystemFlows.Inbound, SystemFlows.Chat])
        {
            foreach (var loop in (string[])["dialogue-more", "dialogue-patience"])
            {
                if (flows.Blocks(flow).TryGetValue(loop, out var block))
                {
                    block["Parameters"]!["LoopCount"] = "1";
                }
            }
        }

        return flows;
    }

    /// <summary>All that the hook of dialogues may answer; of the others what makes a difference to it.</summary>
    private static IEnumerable<string?> Some(string hook, PlayedHooks hooks)
    {
        IEnumerable<string?> answers = hooks.Open(hook);
        return hook == "continue-dialogue" ? answers.Append(null)
            : hook == "check-service" ? answers
            : answers.Take(1);
    }

    private static IEnumerable<string?> Unfinished(IEnumerable<string> answers) =>
        [.. answers.Where(static answer => !answer.Contains("done", StringComparison.Ordinal)), null, .. PlayedHooks.Garbage];

    private static bool IsOfDialogue(string place) =>
        place.Contains("dialogue", StringComparison.Ordinal) && !place.Contains("/record-again", StringComparison.Ordinal);

    private static FunctionResult Answered(string json) => new(FunctionOutcome.Answered, Encoding.UTF8.GetBytes(json));

    private static void AssertAgent(IReadOnlyList<FlowState> way, string reason, string said)
    {
        var last = way[^1];
        Assert.Equal(
            (reason, said, "into-queue"), (last.Attributes["dialogueReason"], last.Attributes["dialogueSaid"], last.Block));
        Assert.Contains(way, static state => state.Block == "dialogue-agent");
    }

    private static FlowEndKind EndOf(FlowSet flows, FlowState last) =>
        new FlowMachine(flows, new FlowWorld { Hooks = static (_, _) => [null] }).Steps(last).First().End!.Kind;

    private static List<FlowState> Walk(
        string sample, string flow, string channel, IDialogueFunctions functions, params string[] said)
    {
        var flows = new FlowSet(FlowSamples.Get(sample));
        var real = new RealHooks(flows.Configuration, Open, functions);
        return Walk(flows, flow, channel, real.Answer, said);
    }

    /// <summary>One contact whose topic leads to the dialogue, and what it says or keys in; after that it says "2".</summary>
    private static List<FlowState> Walk(
        FlowSet flows, string flow, string channel, Func<string, System.Text.Json.Nodes.JsonObject, string> hooks, params string[] said)
    {
        var answers = new Queue<string>(said);
        var way = new List<FlowState>();
        FlowMachine Machine(string words) => new(flows, new FlowWorld
        {
            Hooks = (hook, request) => hook switch
            {
                "classify-contact" => ["""{"status":"ok","topic":"card_lost","urgency":"low","language":"en"}"""],
                _ => [hooks(hook, request)],
            },
            CustomersDoAnything = false,
            Words = [words],
            Digits = [words.Length == 0 ? "Timeout" : words],
        });
        var machine = Machine("I lost my card");
        for (FlowState? state = machine.Begin(
            flow, channel, null, ("topic", "card_lost"), ("language", "en"), ("customerNumber", "666")); state is not null;)
        {
            way.Add(state);
            var isAnswer = state.Block is "dialogue-ask" or "dialogue-keys" && state.Caller is null;
            var at = isAnswer ? Machine(answers.Count > 0 ? answers.Dequeue() : "2") : machine;
            state = at.Steps(state).First().State;
        }

        return way;
    }
}
