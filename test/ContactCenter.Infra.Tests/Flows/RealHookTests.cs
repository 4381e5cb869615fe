using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Infra.Tests.Flows.Simulation;

namespace ContactCenter.Infra.Tests.Flows;

/// <summary>The flows with the hooks that they ask in a deployment.</summary>
public sealed class RealHookTests
{
    /// <summary>A Wednesday, eleven o'clock in Berlin.</summary>
    private static readonly DateTimeOffset Open = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);

    /// <summary>The Sunday before.</summary>
    private static readonly DateTimeOffset Closed = Open.AddDays(-3);

    private readonly FlowSet _flows = new(FlowSamples.Get("bot-and-menu"));

    public static TheoryData<string, string> Entries => new()
    {
        { SystemFlows.Inbound, "VOICE" }, { SystemFlows.Chat, "CHAT" }, { SystemFlows.Tasks, "TASK" }, { SystemFlows.Email, "EMAIL" },
    };

    [Theory]
    [MemberData(nameof(Entries))]
    public void On_a_working_day_every_way_ends_with_an_agent_or_an_answer(string flow, string channel)
    {
        var hooks = new RealHooks(_flows.Configuration, Open);

        var exploration = Explore(hooks.Answer, flow, channel);

        Assert.All(
            exploration.Ends,
            end =>
                Assert.True(end.Key.Kind is FlowEndKind.Queue or FlowEndKind.Answered or FlowEndKind.Callback, $"{end.Key}: {end.Value}"));
    }

    [Fact]
    public void A_stolen_card_goes_first_into_the_queue_of_cards()
    {
        var hooks = new RealHooks(_flows.Configuration, Open);

        var exploration = Explore(hooks.Answer, SystemFlows.Inbound, "VOICE");

        Assert.Contains(exploration.Branches, branch => branch is "route-contact/which-priority:1" or "route-contact/which-priority:2");
        Assert.Contains(exploration.Ends.Keys, end => end.Queue == QueueArn("Cards"));
        Assert.Contains("route-contact/skills:", exploration.Branches);
    }

    [Fact]
    public async Task When_waits_are_long_callers_are_offered_a_callback()
    {
        var hooks = new RealHooks(_flows.Configuration, Open);
        QueueState[] full = [.. _flows.Configuration.Queues.Select(queue =>
            new QueueState(
                queue.Name,
                Waiting: 60,
                OldestSeconds: 900,
                AgentsStaffed: 2,
                AgentsOnContact: 2,
                ArrivalsPerMinute: 5,
                AverageHandleSeconds: 300))];
        await hooks.Queues.WriteAsync(new QueueStates(Open, full), TestContext.Current.CancellationToken);

        var exploration = Explore(hooks.Answer, SystemFlows.Inbound, "VOICE");

        Assert.Contains(exploration.Ends.Keys, end => end.Kind == FlowEndKind.Callback);
        Assert.Contains("inbound/tell-wait", exploration.Blocks);
    }

    [Fact]
    public void On_a_Sunday_callers_hear_that_nobody_is_there()
    {
        var hooks = new RealHooks(_flows.Configuration, Closed);

        var exploration = Explore(hooks.Answer, SystemFlows.Inbound, "VOICE");

        Assert.Contains("inbound/closed", exploration.Blocks);
        Assert.Contains(exploration.Ends.Keys, end => end.Kind == FlowEndKind.PoliteEnd);
        Assert.All(exploration.Ends.Keys.Where(end => end.Kind == FlowEndKind.Queue), end => Assert.Equal(QueueArn("Cards"), end.Queue));
    }

    [Fact]
    public void On_a_Sunday_who_lost_a_card_is_served_by_the_queue_that_never_closes()
    {
        var hooks = new RealHooks(_flows.Configuration, Closed);
        var machine = new FlowMachine(
            _flows,
            new FlowWorld { Hooks = (hook, request) => [hooks.Answer(hook, request)], HooksRead = true, CustomersDoAnything = false });

        var way = FlowWalk.Of(machine, machine.Begin(SystemFlows.Inbound, "VOICE"));

        Assert.Equal(("into-queue", QueueArn("Cards")), (way[^1].Block, way[^1].Queue));
    }

    [Fact]
    public async Task While_the_customer_system_is_down_nobody_asks_it_and_callers_are_told()
    {
        var hooks = new RealHooks(_flows.Configuration, Open);
        _ = await hooks.Incidents.CommitAsync(new(Broken("api", "crm"), [], []), TestContext.Current.CancellationToken);

        var exploration = Explore(hooks.Answer, SystemFlows.Inbound, "VOICE");

        Assert.Contains("inbound/announce-trouble", exploration.Blocks);
        Assert.DoesNotContain("inbound/look-up", exploration.Blocks);
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void A_hook_without_time_sends_nobody_away(string flow, string channel)
    {
        var hooks = new RealHooks(_flows.Configuration, Open);

        var exploration = FlowExploration.Of(
            new FlowMachine(
                _flows,
                new FlowWorld
                {
                    Hooks = (hook, request) => [hooks.Prepared(hook, request)],
                    HooksRead = true,
                    CustomersDoAnything = false
                }),
                flow,
                channel);

        Assert.Equal([new FlowEnd(FlowEndKind.Queue, QueueArn("General"))], exploration.Ends.Keys);
    }

    [Fact]
    public void Random_callers_with_random_answers_always_end_well()
    {
        var hooks = new RealHooks(_flows.Configuration, Open);
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var world = new FlowWorld
            {
                Hooks = (hook, request) =>
                    [
                        random.Next(4) switch { 0 =>
                            null, 1 => Scrambled(hooks.Answer(hook, request), random), _ => hooks.Answer(hook, request) }
                    ],
                ModulesFail = true,
                QueuesAreFull = random.Next(2) == 0,
            };

            var (end, way) = Walk(new FlowMachine(_flows, world), random);

            Assert.True(end.Kind != FlowEndKind.Dropped, $"seed {seed}: {way}");
        }
    }

    [Fact]
    public void What_a_customer_sounds_like_reaches_the_recommendations()
    {
        var hooks = new RealHooks(_flows.Configuration, Open);
        var recommended = new HashSet<string>(StringComparer.Ordinal);
        var world = new FlowWorld
        {
            Hooks = Answers,
            HooksRead = true,
            CustomersDoAnything = false,
            Words = ["This is terrible, I am very angry and disappointed about your bill"]
        };

        _ = FlowExploration.Of(new FlowMachine(_flows, world), SystemFlows.Chat, "CHAT");

        Assert.Contains("Apologise, and offer to call back with a solution today.", recommended);

        // a customer system that knows of open cases; the sentiment comes of the customer's words
        IEnumerable<string?> Answers(string hook, JsonObject request)
        {
            var answer = hook == SystemFunctions.LookUpCustomer.Name
                ? """{"status":"ok","customerName":"A","segment":"retail","customerSince":"2020","openCases":"2"}"""
                : hooks.Answer(hook, request);
            if (hook == SystemFunctions.Recommend.Name)
            {
                recommended.Add((string)JsonNode.Parse(answer)!["text1"]!);
            }

            return [answer];
        }
    }

    [Fact]
    public void Who_writes_in_German_is_spoken_to_in_German()
    {
        var hooks = new RealHooks(_flows.Configuration, Open);
        var world = new FlowWorld
        {
            Hooks = (hook, request) => [hooks.Answer(hook, request)],
            HooksRead = true,
            CustomersDoAnything = false,
            Words = ["Ich habe meine Karte verloren und weiß nicht, was ich jetzt machen soll"],
        };
        var machine = new FlowMachine(_flows, world);

        var way = FlowWalk.Of(machine, machine.Begin(SystemFlows.Chat, "CHAT"));

        Assert.StartsWith("Welcome", way.First(state => state.Block == "listen").Speaks, StringComparison.Ordinal);
        Assert.StartsWith("Willkommen", way[^1].Speaks, StringComparison.Ordinal);
        Assert.Equal("de-DE", way[^1].LanguageCode);
    }

    [Fact]
    public void Who_writes_in_German_is_known_to_do_so_where_the_flows_speak_English_only()
    {
        var sample = FlowSamples.Get("bot");
        var flows = new FlowSet(sample with { Flows = sample.Flows! with { Languages = [] } });
        var hooks = new RealHooks(flows.Configuration, Open);
        var world = new FlowWorld
        {
            Hooks = (hook, request) => [hooks.Answer(hook, request)],
            HooksRead = true,
            CustomersDoAnything = false,
            Words = ["Ich habe meine Karte verloren und weiß nicht, was ich jetzt machen soll"],
        };
        var machine = new FlowMachine(flows, world);

        var end = FlowWalk.Of(machine, machine.Begin(SystemFlows.Chat, "CHAT"))[^1];

        Assert.Equal("de", end.Attributes["language"]);
        Assert.StartsWith("Welcome", end.Speaks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_calls_the_German_number_hears_in_German_what_is_broken()
    {
        var hooks = new RealHooks(_flows.Configuration, Open);
        _ = await hooks.Incidents.CommitAsync(new(Broken("api", "crm"), [], []), TestContext.Current.CancellationToken);
        var world = new FlowWorld
        {
            Hooks = (hook, request) => [hooks.Answer(hook, request)],
            HooksRead = true,
            CustomersDoAnything = false,
            CalledNumber = FlowSamples.GermanNumber
        };
        var machine = new FlowMachine(_flows, world);

        var way = FlowWalk.Of(machine, machine.Begin(SystemFlows.Inbound, "VOICE"));

        Assert.StartsWith(
            "Wir können Ihr Konto",
            way.First(state => state.Block == "announce-trouble").Attributes["announcement"],
            StringComparison.Ordinal);
    }

    [Fact]
    public void Where_Contact_Lens_is_off_the_chat_itself_tells_how_the_customer_sounds()
    {
        var flows = new FlowSet(FlowSamples.Get("bot-without-lens"));
        var hooks = new RealHooks(flows.Configuration, Open);
        var world = new FlowWorld
        {
            Hooks = (hook, request) => [hooks.Answer(hook, request)],
            HooksRead = true,
            CustomersDoAnything = false,
            Words = ["this is terrible and I am angry"],
        };
        var machine = new FlowMachine(flows, world);

        var end = FlowWalk.Of(machine, machine.Begin(SystemFlows.Chat, "CHAT"))[^1];

        Assert.Equal("ok", end.Attributes["moodStatus"]);
        Assert.StartsWith("-0.", end.Attributes["moodAverage"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_email_is_classified_by_its_text_and_by_its_subject_where_that_is_not_to_be_had()
    {
        var hooks = new RealHooks(_flows.Configuration, Open);
        var told = new List<string?>();
        var world = new FlowWorld
        {
            Hooks = Answers,
            HooksRead = true,
            CustomersDoAnything = false,
            Words = ["I lost my card on the train and need a new one"]
        };
        var machine = new FlowMachine(_flows, world);

        var way = FlowWalk.Of(machine, machine.Begin(SystemFlows.Email, "EMAIL"));
        var refused = FlowWalk.Of(
            new FlowMachine(_flows, world with { Hooks = (hook, request) => Body(request) is null ? Answers(hook, request) : [null] }),
            machine.Begin(SystemFlows.Email, "EMAIL"));

        Assert.Equal("I lost my card on the train and need a new one", told[0]);
        Assert.DoesNotContain(way, state => state.Block == "classify-subject");
        Assert.Contains(refused, state => state.Block == "classify-subject");
        Assert.Equal(QueueArn("Cards"), refused[^1].Queue);

        string?[] Answers(string hook, JsonObject request)
        {
            if (hook == SystemFunctions.ClassifyContact.Name)
            {
                told.Add(Body(request));
            }

            return [hooks.Answer(hook, request)];
        }

        static string? Body(JsonObject request) => (string?)request["Details"]!["Parameters"]!["body"];
    }

    [Fact]
    public void What_an_email_says_is_told_only_while_the_flow_logs_nothing()
    {
        var hooks = new RealHooks(_flows.Configuration, Open);
        var world = new FlowWorld
        {
            Hooks = (hook, request) => [hooks.Answer(hook, request)],
            HooksRead = true,
            CustomersDoAnything = false,
            Words = ["I lost my card on the train and need a new one"]
        };
        var machine = new FlowMachine(_flows, world);
        var isLogged = false;
        var logged = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var state in FlowWalk.Of(
            machine, machine.Begin(SystemFlows.Email, "EMAIL")).Where(state => state.Flow == SystemFlows.Email))
        {
            var block = _flows.Blocks(SystemFlows.Email)[state.Block];
            isLogged = (string?)block["Parameters"]?["FlowLoggingBehavior"] is { } behavior ? behavior == "Enabled" : isLogged;
            logged[state.Block] = isLogged;
        }

        Assert.Equal((false, false, true, true), (logged["read"], logged["classify"], logged["look-up"], logged["route"]));
        Assert.Equal(
            "Disabled", (string?)_flows.Blocks(SystemFlows.Email)[_flows.Start(SystemFlows.Email)]["Parameters"]!["FlowLoggingBehavior"]);
    }

    private static string Scrambled(string answer, Random random)
    {
        var letters = answer.ToCharArray();
        letters[random.Next(letters.Length)] = (char)random.Next(32, 127);
        return new string(letters);
    }

    private static (FlowEnd End, string Way) Walk(FlowMachine machine, Random random)
    {
        var (flow, channel) = random.Next(2) == 0 ? (SystemFlows.Inbound, "VOICE") : (SystemFlows.Chat, "CHAT");
        var state = machine.Begin(flow, channel);
        var way = new List<string>();
        while (way.Count < 1000)
        {
            var steps = machine.Steps(state).ToArray();
            var step = steps[random.Next(steps.Length)];
            way.Add(step.Branch);
            if (step.End is { } end)
            {
                return (end, string.Join(" → ", way));
            }

            state = step.State!;
        }

        throw new InvalidOperationException("a way without an end");
    }

    private static Correlation Broken(string group, string resource)
    {
        var key = new CorrelationKey(group, resource, "123456789012/eu-central-1");
        return Correlation.Empty(key) with
        {
            Incident = new Incident
            {
                Id = $"{key.Code}-1",
                Key = key,
                Number = 1,
                State = IncidentState.Open,
                Severity = Severity.P1,
                Reasons = [],
                Subject = resource,
                Symptom = "broken",
                Description = "",
                Runbook = "api-failures",
                Owner = "engineering",
                OpenedAt = Open,
                Escalation = new EscalationProgress(Severity.P1, Open, 0, 0),
            },
        };
    }

    private FlowExploration Explore(Func<string, JsonObject, string> hooks, string flow, string channel) => FlowExploration.Of(
        new FlowMachine(_flows, new FlowWorld { Hooks = (hook, request) => [hooks(hook, request)], HooksRead = true }), flow, channel);

    private string QueueArn(string queue) =>
        _flows.Configuration.Instance.QueueArn(_flows.Configuration.Queues.Single(one => one.Name == queue).Id!);
}
