using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration.Promises;
using ContactCenter.Core.Contacts.Corrections;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Texts;
using ContactCenter.Embedded;
using ContactCenter.Embedded.Calls;
using ContactCenter.Infra.Flows.Design;
using ContactCenter.Infra.Tests.Flows.Simulation;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Classification.Training;
using ContactCenter.Language.Retraining;
using ContactCenter.Simulation.Stores;
using ContactCenter.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Infra.Tests.Flows;

/// <summary>The guide of agents beside a contact, with the functions that are deployed, and with some that fail or are slow.</summary>
public sealed class AgentGuideFlowTests
{
    private const string Kept = "It is kept, and the next training learns from it.";
    private const string NotKept = "Nobody knows whether it is kept, so say it once more.";

    private static readonly DateTimeOffset Noon = new(2026, 11, 18, 11, 0, 0, TimeSpan.Zero);

    private readonly FlowSet _flows = new(FlowSamples.Get("bot-and-menu"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void An_agent_sees_what_the_contact_is_about_and_the_article_that_answers_it()
    {
        using var center = new Center(_flows, new InMemoryModels());

        var contact = center.Call("c-1", "I lost my card on the train");
        var shown = Walk(center.Machine("c-1"), contact, "card_lost").First(static state => state.Block == "is-seen").Shown!;

        Assert.Contains("Topic: card_lost", shown, StringComparison.Ordinal);
        Assert.Contains("Words: I lost my card on the train", shown, StringComparison.Ordinal);
        Assert.Contains("Answer: You can block a card at once", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_customer_said_stands_beside_the_contact_without_personal_data()
    {
        using var center = new Center(_flows, new InMemoryModels());

        var contact = center.Call("c-1", "I lost my card 4111 1111 1111 1111, write to ann@example.org");

        Assert.Equal("c-1", contact[HookAttributes.GuideContact]);
        Assert.DoesNotContain("4111", contact[GuideDetails.Words], StringComparison.Ordinal);
        Assert.DoesNotContain("ann@", contact[GuideDetails.Words], StringComparison.Ordinal);
        Assert.StartsWith("I lost my card", contact[GuideDetails.Words], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("billing_question")]
    public async Task A_click_on_a_likely_topic_or_on_any_other_is_a_correction_of_the_contact(string? topic)
    {
        using var center = new Center(_flows, new InMemoryModels());
        var contact = center.Call("c-1", "I lost my card on the train");
        var right = topic ?? contact["likelyTopic1"];

        var told = Correct(center.Machine("of-the-guide"), contact, right);

        Assert.Equal(Kept, told);
        var correction = Assert.Single(await center.Corrections.AllAsync(Stop));
        Assert.Equal(("c-1", "I lost my card on the train", right), (correction.ContactId, correction.Text, correction.Topic));
        Assert.NotEqual("card_lost", contact["likelyTopic1"]);
    }

    [Fact]
    public async Task Clicks_become_corrections_and_these_a_model_that_answers_better()
    {
        const string Later = "good evening the zorbl of my neighbour blinks all day";
        var models = new InMemoryModels { Texts = [.. Basis()] };
        using var center = new Center(_flows, models);
        var contacts = Said().Select((text, i) => (Id: $"c-{i}", Text: text)).ToArray();
        foreach (var (id, text) in contacts)
        {
            Assert.Equal(Kept, Correct(center.Machine(id), center.Call(id, text), "technical_problem"));
        }

        Assert.NotEqual("technical_problem", center.Call("before", Later)["topic"]);
        Assert.Equal(contacts.Length, (await center.Corrections.AllAsync(Stop)).Count);

        var report = await center.RetrainAsync();

        Assert.NotNull(report.Promoted);
        using var next = new Center(_flows, models);
        Assert.Equal("technical_problem", next.Call("after", Later)["topic"]);
        Assert.DoesNotContain("zorbl", center.Log + next.Log, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("bot-and-menu", NotKept)]
    [InlineData("bot-asked", "Ob es notiert ist, weiß niemand, also bitte noch einmal sagen.")]
    public void When_functions_are_slow_or_give_no_answer_the_agent_reads_that_nobody_may_know(string sample, string expected)
    {
        var flows = new FlowSet(FlowSamples.Get(sample));
        var hooks = new RealHooks(flows.Configuration, Noon);
        var known = new Dictionary<string, string> { [GuideDetails.Words] = "I lost my card", ["likelyTopic1"] = "fraud" };

        Assert.Equal(expected, Correct(Machine(flows, hooks.Prepared), known, "fraud"));
        Assert.Equal(expected, Correct(Machine(flows, static (_, _) => null), known, "fraud"));
    }

    [Fact]
    public void Where_nothing_is_known_that_was_said_nothing_is_kept_and_the_agent_reads_so()
    {
        var hooks = new RealHooks(_flows.Configuration, Noon);

        var told = Correct(
            Machine(_flows, hooks.Answer),
            new Dictionary<string, string> { [GuideDetails.Words] = FlowValue.None, ["likelyTopic1"] = "fraud" }, "fraud");

        Assert.Equal("It is not kept: nothing that the customer said is known.", told);
    }

    [Theory]
    [InlineData("bot-and-menu")]
    [InlineData("bot-asked")]
    public void Whatever_fails_an_agent_who_has_named_a_topic_is_told_before_anything_else_is_shown(string sample)
    {
        var flows = new FlowSet(FlowSamples.Get(sample));
        var machine = new FlowMachine(flows, new FlowWorld
        {
            Hooks = static (_, _) => ["""{"status":"ok","topic":"fraud"}""", null, .. PlayedHooks.Garbage],
            ModulesFail = true,
            EverythingFails = true,
        });
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var told = 0;
        var open = new Queue<FlowState>(
            [machine.Begin(SystemFlows.AgentGuide, "CHAT") with { Block = "keep-topic", Viewed = "fraud" }]);
        while (open.TryDequeue(out var state))
        {
            foreach (var step in machine.Steps(state))
            {
                Assert.Null(step.End);
                if (step.State!.Block is "kept" or "not-kept" or "nothing-said")
                {
                    told++;
                }
                else if (step.State.Block is "again" or "show" or "end")
                {
                    Assert.Fail($"{state.Place} leads to {step.State.Block}");
                }
                else if (seen.Add(machine.Key(step.State)))
                {
                    open.Enqueue(step.State);
                }
            }
        }

        Assert.True(told > 5);
    }

    [Fact]
    public void What_an_agent_looks_up_is_answered_and_counts_as_no_self_service()
    {
        using var center = new Center(_flows, new InMemoryModels());
        var machine = center.Machine("c-1", "How do I block my card?");
        var state = machine.Begin(SystemFlows.AgentGuide, "CHAT") with { Block = "ask" };

        while (state.Block != "again")
        {
            state = machine.Steps(state).First().State!;
        }

        Assert.StartsWith("You can block a card at once", state.Attributes["answer"], StringComparison.Ordinal);
        Assert.DoesNotContain("SelfServiceQuestions", center.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void The_view_is_told_exactly_what_it_shows_and_every_button_leads_somewhere()
    {
        var view = new AgentGuideView(_flows.Configuration, new ContactGuide(Translation.Into("en")));
        var template = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(view.Template))!;
        var components = template["Body"]!.AsArray()
            .SelectMany(static top => top!["Content"]!.AsArray())
            .Select(static one => one!)
            .ToArray();
        var bound = components.SelectMany(static one => new[] { (string?)one["Props"]!["description"], (string?)one["Content"]![0] })
            .Where(static text => text?.StartsWith("$.", StringComparison.Ordinal) == true)
            .Select(static text => text!["$.".Length..]);
        var show = _flows.Blocks(SystemFlows.AgentGuide)["show"];

        Assert.Equal(["Container"], template["Body"]!.AsArray().Select(static top => (string?)top!["Type"]));
        Assert.Equal(bound.Order(), show["Parameters"]!["ViewData"]!.AsObject().Select(static told => told.Key).Order());
        Assert.Equal(
            components.Select(static one => (string?)one["Props"]!["Action"]).OfType<string>(),
            show["Transitions"]!["Conditions"]!.AsArray().Select(static way => (string?)way!["Condition"]!["Operands"]![0]));
        Assert.All(view.Data.Keys, static name => Assert.True(char.IsAsciiLetterUpper(name[0])));
        Assert.Equal(components.Length, components.Select(static one => (string?)one["_id"]).Distinct().Count());
    }

    [Fact]
    public void The_next_topic_and_the_ticket_are_shown_where_the_configuration_has_them_and_nowhere_else()
    {
        var flows = new FlowSet(_flows.Configuration with
        {
            Contacts = new() { Tickets = new() { System = TicketSystemKind.Webhook, To = "https://tickets.example/" } },
            Topics = new() { Next = true },
        });
        var machine = Machine(flows, static (_, _) => null);

        var shown = Walk(
            machine,
            new Dictionary<string, string>
            {
                [GuideDetails.Words] = FlowValue.None,
                ["nextTopic"] = "card_delivery",
                ["nextTopicShare"] = "60",
                ["ticketReference"] = "CS1",
                ["ticketLink"] = "https://tickets.example/CS1",
            },
            "fraud").First(static state => state.Block == "is-seen").Shown!;

        Assert.All(
            ["NextTopic: card_delivery", "NextTopicShare: 60", "Ticket: CS1", "TicketLink: https://tickets.example/CS1"],
            line => Assert.Contains(line, shown, StringComparison.Ordinal));
        string[] shownWithout = [.. new AgentGuideView(
            _flows.Configuration with { Contacts = new(), Topics = new() }, new ContactGuide(Translation.Into("en"))).Data.Keys];
        Assert.DoesNotContain(
            shownWithout,
            static name => name.StartsWith("Ticket", StringComparison.Ordinal) || name.StartsWith("Next", StringComparison.Ordinal));
    }

    [Fact]
    public void The_guide_is_beside_every_contact_unless_it_is_reached_otherwise_and_leads_to_that_of_faults()
    {
        string[] entries = [SystemFlows.Inbound, SystemFlows.Chat, SystemFlows.Tasks, SystemFlows.Email];
        var otherwise = new FlowSet(FlowSamples.Get("bot-asked"));

        Assert.All(entries, flow => Assert.EndsWith(
            SystemFlows.AgentGuide,
            (string?)_flows.Blocks(flow)["beside-the-contact"]["Parameters"]!["EventHooks"]!["DefaultAgentUI"], StringComparison.Ordinal));
        Assert.All(entries, flow => Assert.DoesNotContain("beside-the-contact", otherwise.Blocks(flow).Keys));
        Assert.EndsWith(
            SystemFlows.AgentReport,
            (string?)_flows.Blocks(SystemFlows.AgentGuide)["report"]["Parameters"]!["ContactFlowId"], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_guide_no_flow_and_no_module_is_another_than_before()
    {
        var flows = new FlowSet(FlowSamples.Get("bot"));

        Assert.DoesNotContain(SystemFlows.AgentGuide, flows.Names);
        Assert.All(flows.Names, flow => Assert.DoesNotContain(
            "customerWords", flows.Content(flow).ToJsonString(), StringComparison.Ordinal));
    }

    private static FlowMachine Machine(FlowSet flows, Func<string, JsonObject, string?> hooks) =>
        new(flows, new FlowWorld { Hooks = (hook, request) => [hooks(hook, request)] });

    /// <summary>An agent says that the topic is another one; gives what is shown then.</summary>
    private static string Correct(FlowMachine machine, IReadOnlyDictionary<string, string> contact, string topic) =>
        Walk(machine, contact, topic).Last().Shown!;

    /// <summary>
    /// An agent goes through the guide until it is said what came of a correction; the block of the state that has the view is "is-seen".
    /// </summary>
    private static IEnumerable<FlowState> Walk(FlowMachine machine, IReadOnlyDictionary<string, string> contact, string topic)
    {
        var state = machine.Begin(SystemFlows.AgentGuide, "CHAT", null, [.. contact.Select(static kept => (kept.Key, kept.Value))]);
        while (true)
        {
            var from = state.Block;
            var steps = machine.Steps(state).ToArray();
            var step = from switch
            {
                "show" => steps.First(static one => one.Branch.EndsWith(":WrongTopic", StringComparison.Ordinal)),
                "which" or "which-of-all" => steps.FirstOrDefault(one => one.State?.Viewed == topic)
                    ?? steps.First(static one => one.State?.Viewed == "other"),
                _ => steps[0],
            };
            state = step.State!;
            yield return from == "show" ? state with { Block = "is-seen" } : state;
            if (from is "kept" or "not-kept" or "nothing-said")
            {
                yield break;
            }
        }
    }

    private static IEnumerable<string> Said() =>
        from phrase in new[]
        {
            "my zorbl is blinking", "the zorbl makes a noise", "our zorbl blinks red", "a zorbl does not glow any more",
            "this zorbl blinks and hums", "why does the zorbl blink",
        }
        from opening in new[] { "hello", "please", "excuse me", "good morning", "hi there", "listen", "you know", "well", "so", "oh" }
        select $"{opening} {phrase}";

    private static IEnumerable<TrainingExample> Basis() =>
        from topic in new[]
        {
            (Name: "card_lost", Phrases: new[] { "my card is lost", "I cannot find my card", "somebody took my card" }),
            (Name: "billing_question", Phrases: ["my invoice is wrong", "why is the bill so high", "I was billed twice"]),
            (Name: "technical_problem", Phrases: ["the app crashes", "the website is down", "nothing loads on my phone"]),
        }
        from phrase in topic.Phrases
        from opening in new[] { "hello", "please", "excuse me", "good morning", "hi there", "listen" }
        select new TrainingExample($"{opening} {phrase}", topic.Name);

    /// <summary>The deployed functions in this process, asked by flows.</summary>
    private sealed class Center : IDisposable
    {
        private readonly StringWriter _log = new();
        private readonly EmbeddedSystem _system;
        private readonly FlowSet _flows;
        private readonly InMemoryModels _models;

        public Center(FlowSet flows, InMemoryModels models)
        {
            (_flows, _models) = (flows, models);

            // no time limit passes, however busy the machine is
            _system = new EmbeddedSystem(
                flows.Configuration, new WaitingClock(Noon, TimeSpan.Zero), _log, services => services.AddSingleton(models));
        }

        public ICorrectionStore Corrections => _system.Services.GetRequiredService<ICorrectionStore>();

        public string Log => _log.ToString();

        /// <summary>A call until it is in a queue; gives the attributes that the contact has then.</summary>
        public ImmutableSortedDictionary<string, string> Call(string id, string words)
        {
            var machine = Machine(id, words);
            return FlowWalk.Of(machine, machine.Begin(SystemFlows.Inbound, "VOICE"))[^1].Attributes;
        }

        public FlowMachine Machine(string id, string words = "-") => new(_flows, new FlowWorld
        {
            Hooks = (hook, request) => [Ask(hook, request)],
            HooksRead = true,
            CustomersDoAnything = false,
            ContactId = id,
            Words = [words],
        });

        public Task<RetrainingReport> RetrainAsync() => new Retrainer(
            _models, _models, Corrections, _system.Services.GetRequiredService<IAnswerStore>(), _models,
            new PromotionRules { MinimumTexts = 10 }, new TrainingOptions { Folds = 2, Passes = 8, Parallelism = 2 },
            new RetrainingLimits()).RunAsync(Noon.AddHours(16), Stop);

        public void Dispose()
        {
            _system.Dispose();
            _log.Dispose();
        }

        private string Ask(string hook, JsonObject request)
        {
            var asked = _system.InvokeAsync(EmbeddedFunction.Find(hook)!, Encoding.UTF8.GetBytes(request.ToJsonString()));
            return Encoding.UTF8.GetString(asked.GetAwaiter().GetResult().Span);
        }
    }
}
