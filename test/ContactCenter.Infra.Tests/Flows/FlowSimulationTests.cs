using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Tests.Flows.Simulation;

namespace ContactCenter.Infra.Tests.Flows;

/// <summary>Every way of every flow, walked on the JSON that is deployed.</summary>
public sealed class FlowSimulationTests
{
    private static readonly FlowEndKind[] Good =
    [
        FlowEndKind.Queue, FlowEndKind.Waiting, FlowEndKind.Callback, FlowEndKind.Answered, FlowEndKind.PoliteEnd
    ];

    /// <summary>Configuration, flow, channel.</summary>
    public static TheoryData<string, string, string> EveryFlow
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var sample in FlowSamples.Names)
            {
                foreach (var (flow, channel) in Entries.Concat(Others))
                {
                    data.Add(sample, flow, channel);
                }
            }

            return data;
        }
    }

    /// <summary>The same, of flows that contacts come in by.</summary>
    public static TheoryData<string, string, string> EveryEntry
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var sample in FlowSamples.Names)
            {
                foreach (var (flow, channel) in Entries)
                {
                    data.Add(sample, flow, channel);
                }
            }

            return data;
        }
    }

    private static IEnumerable<(string Flow, string Channel)> Entries =>
        [
            (SystemFlows.Inbound, "VOICE"), (SystemFlows.Chat, "CHAT"), (SystemFlows.Tasks, "TASK"), (SystemFlows.Email, "EMAIL"),
            (SystemFlows.Incident, "TASK")
        ];

    private static IEnumerable<(string Flow, string Channel)> Others =>
    [
        (SystemFlows.Waiting, "VOICE"), (SystemFlows.Waiting, "CHAT"), (SystemFlows.Waiting, "TASK"), (SystemFlows.Waiting, "EMAIL"),
        (SystemFlows.Survey, "VOICE"), (SystemFlows.Survey, "CHAT"), (SystemFlows.Survey, "EMAIL"), (FlowSet.DesignerFlow, "TASK"),
        (SystemFlows.Emergency, "VOICE"), (SystemFlows.Emergency, "CHAT"),
    ];

    [Theory]
    [MemberData(nameof(EveryFlow))]
    public void Whatever_customers_do_and_whatever_fails_no_contact_is_dropped(string sample, string flow, string channel)
    {
        var flows = new FlowSet(FlowSamples.Get(sample));
        var hooks = new PlayedHooks(flows);
        var world = new FlowWorld
        {
            Hooks = (hook, _) => [.. hooks.Open(hook).Take(3), hooks.Closed(hook).Last(), null],
            EverythingFails = true,
        };

        var exploration = FlowExploration.Of(new FlowMachine(flows, world), flow, channel);

        // a survey that cannot be asked, and a task after a day of full queues, end without a word
        var allowed = flow == SystemFlows.Survey || channel is "TASK" or "EMAIL" ? [.. Good, FlowEndKind.Dropped] : Good;
        Assert.All(exploration.Ends, end => Assert.True(allowed.Contains(end.Key.Kind), $"{end.Key}: {end.Value}"));
    }

    [Theory]
    [MemberData(nameof(EveryEntry))]
    public void Whichever_hooks_fail_the_customer_still_reaches_a_queue(string sample, string flow, string channel)
    {
        var flows = new FlowSet(FlowSamples.Get(sample));
        var hooks = new PlayedHooks(flows);
        var world = new FlowWorld
        {
            Hooks = (hook, _) => [.. hooks.Open(hook), null],
            ModulesFail = true,
            CustomersDoAnything = false,
            Digits = ["Timeout"]
        };

        var exploration = FlowExploration.Of(new FlowMachine(flows, world), flow, channel);

        Assert.All(
            exploration.Ends, end => Assert.True(end.Key is { Kind: FlowEndKind.Queue, Queue: not null }, $"{end.Key}: {end.Value}"));
    }

    [Theory]
    [MemberData(nameof(EveryEntry))]
    public void Without_any_hook_the_customer_is_in_the_default_queue(string sample, string flow, string channel)
    {
        var flows = new FlowSet(FlowSamples.Get(sample));
        var world = new FlowWorld { Hooks = (_, _) => [null], CustomersDoAnything = false };

        var exploration = FlowExploration.Of(new FlowMachine(flows, world), flow, channel);

        var expected = flows.Configuration.Instance.QueueArn(flows.Configuration.Queues[0].Id!);
        Assert.Equal([new FlowEnd(FlowEndKind.Queue, expected)], exploration.Ends.Keys);
    }

    [Theory]
    [MemberData(nameof(EveryEntry))]
    public void Whatever_nonsense_a_hook_answers_the_customer_still_reaches_a_queue(string sample, string flow, string channel)
    {
        var flows = new FlowSet(FlowSamples.Get(sample));
        foreach (var broken in flows.Names)
        {
            var hooks = new PlayedHooks(flows);
            var world = new FlowWorld
            {
                Hooks = (hook, _) => hook == broken ? PlayedHooks.Garbage : hooks.Open(hook).Take(1),
                CustomersDoAnything = false,
            };

            var exploration = FlowExploration.Of(new FlowMachine(flows, world), flow, channel);

            Assert.All(exploration.Ends, end => Assert.True(end.Key.Kind == FlowEndKind.Queue, $"{broken} broken, {end.Key}: {end.Value}"));
        }
    }

    [Theory]
    [MemberData(nameof(EveryEntry))]
    public void When_queues_are_full_the_customer_is_called_back_or_told(string sample, string flow, string channel)
    {
        var flows = new FlowSet(FlowSamples.Get(sample));
        var hooks = new PlayedHooks(flows);
        var world = new FlowWorld
        {
            Hooks = (hook, _) => hook == "answer-question" ? hooks.Open(hook).TakeLast(1) : hooks.Open(hook).Take(1),
            QueuesAreFull = true,
            CustomersDoAnything = false,
        };

        var exploration = FlowExploration.Of(new FlowMachine(flows, world), flow, channel);

        Assert.Contains(exploration.Ends.Keys, end => end.Kind == channel switch
        {
            "VOICE" => FlowEndKind.Callback,
            "CHAT" => FlowEndKind.PoliteEnd,
            _ => FlowEndKind.Queue,
        });
    }

    [Fact]
    public void A_task_of_an_incident_goes_into_the_queue_that_it_names()
    {
        var flows = new FlowSet(FlowSamples.Get("bare"));
        var machine = new FlowMachine(flows, new FlowWorld { Hooks = (_, _) => throw new InvalidOperationException("no hook is asked") });

        var cards = FlowExploration.Of(machine, SystemFlows.Incident, "TASK", ("queue", "Cards"));

        Assert.Equal(
            [new FlowEnd(FlowEndKind.Queue, flows.Configuration.Instance.QueueArn("0a1b2c3d-0000-4000-8000-000000000003"))],
            cards.Ends.Keys);
    }

    [Fact]
    public void Closed_hours_end_politely_or_with_a_callback()
    {
        var flows = new FlowSet(FlowSamples.Get("menu"));
        var hooks = new PlayedHooks(flows);
        var world = new FlowWorld { Hooks = (hook, _) => hooks.Closed(hook).Take(1) };

        var exploration = FlowExploration.Of(new FlowMachine(flows, world), SystemFlows.Inbound, "VOICE");

        Assert.Equal([FlowEndKind.Callback, FlowEndKind.PoliteEnd], exploration.Ends.Keys.Select(end => end.Kind).Distinct().Order());
    }

    [Fact]
    public void While_it_is_closed_a_caller_without_a_number_may_key_one_in()
    {
        var flows = new FlowSet(FlowSamples.Get("menu"));
        var hooks = new PlayedHooks(flows);
        var world = new FlowWorld { Hooks = (hook, _) => hooks.Closed(hook).Take(1), CustomerAddress = null, Digits = ["4915112345678"] };

        var exploration = FlowExploration.Of(new FlowMachine(flows, world), SystemFlows.Inbound, "VOICE");

        Assert.Contains(exploration.Ends.Keys, end => end.Kind == FlowEndKind.Callback);
    }

    [Theory]
    [InlineData("+49301234567", "none", "Welcome")]
    [InlineData(FlowSamples.GermanNumber, "none", "Willkommen")]
    [InlineData("+49301234567", "de", "Willkommen")]
    [InlineData(FlowSamples.GermanNumber, "en", "Welcome")]
    [InlineData("+49301234567", "fr", "Welcome")]
    public void Callers_hear_their_language_else_that_of_the_number_else_the_first(string number, string language, string greeting)
    {
        var machine = new FlowMachine(
            new FlowSet(FlowSamples.Get("menu")),
            new FlowWorld { Hooks = (_, _) => [null], CalledNumber = number, CustomersDoAnything = false });

        var way = FlowWalk.Of(machine, machine.Begin(SystemFlows.Inbound, "VOICE", null, ("language", language)));

        Assert.StartsWith(greeting, way.First(state => state.Block == "greet").Speaks, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chat_goes_on_in_the_language_that_was_found_out()
    {
        var flows = new FlowSet(FlowSamples.Get("bot"));
        var hooks = new PlayedHooks(flows);
        var world = new FlowWorld
        {
            Hooks = (hook, _) => hook == "classify-contact" ? [hooks.Open(hook).Last()] : hooks.Open(hook).Take(1),
            CustomersDoAnything = false,
        };
        var machine = new FlowMachine(flows, world);

        var way = FlowWalk.Of(machine, machine.Begin(SystemFlows.Chat, "CHAT"));

        Assert.StartsWith("Welcome", way.First(state => state.Block == "listen").Speaks, StringComparison.Ordinal);
        Assert.StartsWith("Willkommen", way.First(state => state.Block == "did-it-help").Speaks, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", "Willkommen")]
    [InlineData("none", "Welcome")]
    public void Who_waits_is_spoken_to_as_before(string language, string greeting)
    {
        var machine = new FlowMachine(new FlowSet(FlowSamples.Get("menu")), new FlowWorld { Hooks = (_, _) => [null] });

        var way = FlowWalk.Of(
            machine, machine.Begin(SystemFlows.Waiting, "VOICE", machine.SomeQueue, (SpokenLanguage.Attribute, language)));

        Assert.StartsWith(greeting, way.First(state => state.Block == "wait").Speaks, StringComparison.Ordinal);
    }

    [Fact]
    public void With_one_language_nothing_is_chosen_from()
    {
        var sample = FlowSamples.Get("bare");
        var flows = new FlowSet(sample with { Flows = sample.Flows! with { Languages = [] } });

        Assert.DoesNotContain(flows.AllBlocks(), block => block.Contains("which-language", StringComparison.Ordinal));
        var machine = new FlowMachine(flows, new FlowWorld { Hooks = (_, _) => [null], CustomersDoAnything = false });
        var way = FlowWalk.Of(machine, machine.Begin(SystemFlows.Inbound, "VOICE"));
        var greeted = way.First(state => state.Block == "greet");
        Assert.StartsWith("Welcome", greeted.Speaks, StringComparison.Ordinal);
        Assert.Equal(("en", "yes"), (greeted.Attributes[SpokenLanguage.Attribute], greeted.Attributes[SpokenLanguage.AssumedAttribute]));
    }

    [Fact]
    public void Contact_Lens_analyses_the_language_that_is_spoken()
    {
        var flows = new FlowSet(FlowSamples.Get("menu"));

        Assert.Equal(
            ("de-DE", "en-US"),
            (Analysed("record-de"), Analysed("record-en")));

        string? Analysed(
            string block) => (string?)flows.Blocks(SystemFlows.Inbound)[block]["Parameters"]!["AnalyticsBehavior"]!["AnalyticsLanguage"];
    }

    [Fact]
    public void A_caller_without_a_number_may_key_one_in()
    {
        var flows = new FlowSet(FlowSamples.Get("menu"));
        var hooks = new PlayedHooks(flows);
        var world = new FlowWorld { Hooks = (hook, _) => hooks.Open(hook), CustomerAddress = null, Digits = ["4915112345678"] };

        var exploration = FlowExploration.Of(new FlowMachine(flows, world), SystemFlows.Waiting, "VOICE");

        Assert.Contains("waiting/other-number:", exploration.Branches);
    }

    [Theory]
    [InlineData("bot-and-menu")]
    [InlineData("bot")]
    [InlineData("bot-without-lens")]
    [InlineData("bot-asked")]
    [InlineData("deployed-bot-and-menu")]
    [InlineData("menu")]
    [InlineData("bare")]
    public void Every_block_and_every_way_out_of_it_is_taken_by_somebody(string sample)
    {
        var flows = new FlowSet(FlowSamples.Get(sample));
        var hooks = new PlayedHooks(flows);
        FlowWorld[] worlds =
        [
            new()
            {
                Hooks = (hook, _) => [.. hooks.Open(hook), null],
                EverythingFails = true,
                QueuesAreFull = true,
                CustomerAddress = null
            },
            new() { Hooks = (hook, _) => [.. hooks.Open(hook).Take(1), .. PlayedHooks.Garbage], EverythingFails = true },
            new() { Hooks = (hook, _) => Elsewhere(hooks.Open(hook)), EverythingFails = true, CalledNumber = FlowSamples.GermanNumber },
            new() { Hooks = (hook, _) => hooks.Closed(hook), EverythingFails = true },
        ];
        var blocks = flows.AllBlocks().ToHashSet(StringComparer.Ordinal);
        var branches = flows.AllBranches().ToHashSet(StringComparer.Ordinal);
        FlowMachine[] machines = [.. worlds.Select(world => new FlowMachine(flows, world))];
        (string Flow, string Channel)[] every =
        [
            .. Entries, .. Others,
            .. flows.Names.Contains(SystemFlows.AgentReport)
                ? [(SystemFlows.AgentReport, "CHAT"), (SystemFlows.AgentReport, "VOICE")]
                : Array.Empty<(string, string)>(),
            .. flows.Names.Contains(SystemFlows.AgentGuide)
                ? [(SystemFlows.AgentGuide, "CHAT"), (SystemFlows.AgentGuide, "VOICE")]
                : Array.Empty<(string, string)>(),
        ];
        var explorations = from machine in machines from entry in every select FlowExploration.Of(machine, entry.Flow, entry.Channel);
        var tasks =
            from machine in machines
            from queue in flows.Configuration.Queues
            from flow in new[] { SystemFlows.Tasks, SystemFlows.Incident }
            select FlowExploration.Of(machine, flow, "TASK", ("queue", queue.Name));
        var languages =
            from machine in machines
            from language in flows.Configuration.Flows!.Languages
            from entry in every
            from name in new[] { "language", SpokenLanguage.Attribute }
            select FlowExploration.Of(machine, entry.Flow, entry.Channel, (name, language.Code));

        // who comes to this flow has agreed already, or not, and the flow that was before knows
        var recorded =
            from machine in machines
            from language in flows.Configuration.Flows!.Languages
            from spoken in new[] { language.Code, "none" }
            select FlowExploration.Of(machine, SystemFlows.Waiting, "VOICE", ("recording", "yes"), (SpokenLanguage.Attribute, spoken));

        // and who is beside the guide has said something, or nothing that is known
        var guided =
            from machine in machines
            where flows.Names.Contains(SystemFlows.AgentGuide)
            select FlowExploration.Of(machine, SystemFlows.AgentGuide, "CHAT", (GuideDetails.Words, FlowValue.None));

        // the explorations of few states come first, and once everything was taken by somebody there is nothing more to find
        foreach (var exploration in tasks.Concat(recorded).Concat(guided).Concat(explorations).Concat(languages))
        {
            blocks.ExceptWith(exploration.Blocks);
            branches.ExceptWith(exploration.Branches);
            if (blocks.Count + branches.Count == 0)
            {
                break;
            }
        }

        Assert.Empty(blocks);
        Assert.Empty(branches);

        // the played answers know one queue; those that are never recorded are others
        IEnumerable<string?> Elsewhere(IEnumerable<string> answers) => answers.Concat(
            from queue in flows.Configuration.Queues
            where queue.NeverRecorded
            from answer in answers.Take(1)
            select answer.Replace(
                $"\"queue\":\"{flows.Configuration.Queues[^1].Name}\"", $"\"queue\":\"{queue.Name}\"", StringComparison.Ordinal));
    }
}
