using ContactCenter.Core.Configuration.Promises;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.NextTopics;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Tests.Flows.Simulation;
using ContactCenter.Language.Sequences;
using ContactCenter.Simulation.Stores;
using ContactCenter.Simulation.Stores.NextTopics;
using ContactCenter.Simulation.Stores.Promises;

namespace ContactCenter.Infra.Tests.Flows;

/// <summary>
/// The flows where contacts are promised something, have tickets and are likely to need something next: what hooks keep beside their
/// answers, and that no contact goes elsewhere because it cannot be kept.
/// </summary>
public sealed class PromiseFlowTests
{
    /// <summary>A Wednesday, eleven o'clock in Berlin.</summary>
    private static readonly DateTimeOffset Open = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);

    private static readonly FlowSet Flows = new(FlowSamples.Get("bot-and-menu") with
    {
        Contacts = new()
        {
            Promises = [new() { Name = "all", AnswerWithin = TimeSpan.FromMinutes(5) }],
            Tickets = new() { System = TicketSystemKind.Webhook, To = "https://tickets.example/" },
        },
        Topics = new() { Next = true },
    });

    public static TheoryData<string, string> Entries => RealHookTests.Entries;

    public static TheoryData<string, string, string> Broken
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var kind in new[] { "fails", "hangs" })
            {
                foreach (var entry in Entries)
                {
                    data.Add(entry.Data.Item1, entry.Data.Item2, kind);
                }
            }

            return data;
        }
    }

    [Fact]
    public async Task A_call_is_noted_with_its_promise_and_topic_and_its_agent_has_the_ticket_and_what_comes_next()
    {
        var (contacts, callers, topics) = (new InMemoryPromisedContacts(), new InMemoryCallers(), new InMemoryTopicHistories());
        var guesses = new Dictionary<string, TopicGuess> { ["card_lost"] = new("card_delivery", 0.6) };
        await topics.WriteAsync(new LikelyTopics(Open, 200, 50, 120, guesses), Stop);

        var end = Walk(new KeptOfContacts(contacts, new TicketedCallers(callers), topics), SystemFlows.Inbound, "VOICE");

        Assert.Equal(
            ["CS1", "none", "card_delivery", "60"],
            new[] { "ticketReference", "ticketLink", "nextTopic", "nextTopicShare" }.Select(name => end.Attributes[name]));
        var noted = Assert.Single(await contacts.AllAsync(Stop));
        Assert.Equal(("card_lost", "Cards"), (noted.Topic, noted.Queue));
        Assert.Equal(["card_lost"], Assert.Single(await topics.AllAsync(Stop)));
    }

    [Fact]
    public void Nobody_begins_a_chat_with_a_link_that_agents_take_for_that_of_a_ticket()
    {
        var hooks = new RealHooks(Flows.Configuration, Open, kept: Kept(hangs: false));
        var machine = new FlowMachine(
            Flows,
            new FlowWorld { Hooks = (hook, request) => [hooks.Answer(hook, request)], HooksRead = true, CustomersDoAnything = false });

        var end = FlowWalk.Of(
            machine, machine.Begin(SystemFlows.Chat, "CHAT", null, ("ticketLink", "https://evil.example/"), ("skipApi", "yes")))[^1];

        Assert.Equal("none", end.Attributes["ticketLink"]);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_contact_goes_where_it_went_while_nothing_of_it_can_be_kept(string flow, string channel, string kind)
    {
        var whole = Walk(
            new KeptOfContacts(new InMemoryPromisedContacts(), new InMemoryCallers(), new InMemoryTopicHistories()), flow, channel);

        var broken = Walk(Kept(kind == "hangs"), flow, channel);

        Assert.Equal((whole.Place, whole.Queue), (broken.Place, broken.Queue));
        Assert.Equal("none", broken.Attributes.GetValueOrDefault("ticketReference", "none"));
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void Whatever_fails_and_whatever_hooks_answer_no_contact_is_dropped(string flow, string channel)
    {
        var hooks = new PlayedHooks(Flows);
        var world = new FlowWorld
        {
            Hooks = (hook, _) => [null, .. hooks.Open(hook).Take(1)],
            ModulesFail = true,
            CustomersDoAnything = false,
        };

        var exploration = FlowExploration.Of(new FlowMachine(Flows, world), flow, channel);

        Assert.All(exploration.Ends, end => Assert.True(end.Key.Kind != FlowEndKind.Dropped, $"{end.Key}: {end.Value}"));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static FlowState Walk(KeptOfContacts kept, string flow, string channel)
    {
        var hooks = new RealHooks(Flows.Configuration, Open, kept: kept);
        var machine = new FlowMachine(
            Flows,
            new FlowWorld { Hooks = (hook, request) => [hooks.Answer(hook, request)], HooksRead = true, CustomersDoAnything = false });
        return FlowWalk.Of(machine, machine.Begin(flow, channel))[^1];
    }

    private static KeptOfContacts Kept(bool hangs)
    {
        var broken = new BrokenStores(hangs);
        return new KeptOfContacts(broken, broken, broken);
    }

    /// <summary>Whoever calls has a ticket.</summary>
    private sealed class TicketedCallers(InMemoryCallers callers) : ICallerHistory
    {
        public ValueTask<CallerMemory> ArriveAsync(
            string caller, string contactId, DateTimeOffset now, CancellationToken cancellationToken)
        {
            callers.Keep(caller, new Ticket("CS1", "CS1", null, "card_lost"), now);
            return callers.ArriveAsync(caller, contactId, now, cancellationToken);
        }
    }

    /// <summary>Stores of which each fails, or never answers.</summary>
    private sealed class BrokenStores(bool hangs) : IPromisedContacts, ICallerHistory, ITopicHistories
    {
        public ValueTask<bool> AddAsync(PromisedContact contact, CancellationToken cancellationToken) => Never<bool>();

        public ValueTask<bool> HearAsync(HeardEvent heard, CancellationToken cancellationToken) => Never<bool>();

        public ValueTask<IReadOnlyList<PromisedContact>> AllAsync(CancellationToken cancellationToken) =>
            Never<IReadOnlyList<PromisedContact>>();

        public ValueTask<bool> ClaimAsync(string contactId, string reason, CancellationToken cancellationToken) => Never<bool>();

        public async ValueTask ReleaseAsync(string contactId, string reason, CancellationToken cancellationToken) =>
            _ = await Never<bool>();

        public ValueTask<bool> RemoveAsync(string contactId, CancellationToken cancellationToken) => Never<bool>();

        public async ValueTask CountAsync(DateOnly day, string promise, PromiseCount more, CancellationToken cancellationToken) =>
            _ = await Never<bool>();

        public ValueTask<IReadOnlyList<PromiseDay>> SinceAsync(DateOnly day, CancellationToken cancellationToken) =>
            Never<IReadOnlyList<PromiseDay>>();

        public ValueTask<CallerMemory> ArriveAsync(
            string caller, string contactId, DateTimeOffset now, CancellationToken cancellationToken) => Never<CallerMemory>();

        public ValueTask<IReadOnlyList<string>> AddAsync(
            string caller, string contactId, string topic, DateTimeOffset now, CancellationToken cancellationToken) =>
            Never<IReadOnlyList<string>>();

        ValueTask<IReadOnlyList<IReadOnlyList<string>>> ITopicHistories.AllAsync(CancellationToken cancellationToken) =>
            Never<IReadOnlyList<IReadOnlyList<string>>>();

        public ValueTask<IReadOnlyList<IReadOnlyList<TopicVisit>>> VisitsAsync(CancellationToken cancellationToken) =>
            Never<IReadOnlyList<IReadOnlyList<TopicVisit>>>();

        public ValueTask<LikelyTopics?> ReadAsync(CancellationToken cancellationToken) => Never<LikelyTopics?>();

        public async ValueTask WriteAsync(LikelyTopics likely, CancellationToken cancellationToken) => _ = await Never<bool>();

        private ValueTask<T> Never<T>() =>
            hangs ? new ValueTask<T>(new TaskCompletionSource<T>().Task) : throw new InvalidOperationException("down");
    }
}
