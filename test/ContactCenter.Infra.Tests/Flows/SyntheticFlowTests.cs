using ContactCenter.Aws.Tests;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Synthetic;
using ContactCenter.Core.Contacts.Synthetic;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Infra.Flows;
using ContactCenter.Infra.Flows.Blocks;
using ContactCenter.Infra.Flows.Design;
using ContactCenter.Infra.Tests.Flows.Simulation;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Infra.Tests.Flows;

/// <summary>The test cases that are deployed, played against the flows that are deployed with them, with the hooks as they are.</summary>
public sealed class SyntheticFlowTests
{
    /// <summary>A Sunday: what is tried does not depend on who is there.</summary>
    private static readonly DateTimeOffset Closed = new(2026, 11, 15, 10, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string> Contacts => [.. FlowSamples.Names.SelectMany(name =>
        SyntheticContacts.Of(Sample(name)).Select(contact => (name, contact.Id)))];

    [Theory]
    [MemberData(nameof(Contacts))]
    public void Each_goes_right_as_long_as_everything_works(string sample, string id)
    {
        var (end, contact) = Play(Sample(sample), id);

        Assert.True(end.Result == SyntheticResult.Right, $"{sample} {contact.Id}: {end.Step} {end.Text}");
    }

    [Theory]
    [InlineData("bot-and-menu", "inbound-en")]
    [InlineData("bot", "inbound-de")]
    [InlineData("deployed-bot-and-menu", "chat-en")]
    public void A_bot_that_fails_is_named_although_its_flow_leads_on(string sample, string id)
    {
        var (end, _) = Play(Sample(sample), id, isBotBroken: true);

        Assert.Equal((SyntheticResult.Wrong, SyntheticStep.Bot), (end.Result, end.Step));
    }

    [Fact]
    public void A_flow_that_leads_into_another_queue_is_told_with_that_queue()
    {
        var expects = Sample("bot-and-menu", static settings => settings.Contacts =
            [new SyntheticContactSettings { Flow = SystemFlows.Inbound, Queue = "Cards" }]);
        var contact = SyntheticContacts.Of(expects).First(static one => one.Id == "inbound-en");
        var content = TestCaseContent.Write(contact, QueueArn(expects, expects.Queues[0].Name), null);

        var end = ExecutionRecords.Failed(contact, Play(Sample("bot-and-menu"), contact, content, isBotBroken: false), Closed);

        Assert.Equal((SyntheticStep.Queue, expects.Queues[0].Name), (end.Step, end.Text));
    }

    [Fact]
    public void A_flow_that_says_something_else_is_told_as_not_greeting()
    {
        var other = Sample("bot-and-menu");
        other.Flows!.Languages = [.. other.Flows.Languages.Select(static language => language with
        {
            Texts = language.Texts with { Greeting = "Our lines are down" },
        })];
        var contact = SyntheticContacts.Of(Sample("bot-and-menu"))[0];

        var end = ExecutionRecords.Failed(
            contact, Play(other, contact, Content(Sample("bot-and-menu"), contact), isBotBroken: false), Closed);

        Assert.Equal(SyntheticStep.Greeting, end.Step);
    }

    [Fact]
    public void Who_only_says_to_be_synthetic_is_served_as_everybody_is()
    {
        var configuration = Sample("bot-and-menu");
        var contact = SyntheticContacts.Of(configuration)[0];

        var end = ExecutionRecords.Failed(
            contact, Play(configuration, contact, Content(configuration, contact), isBotBroken: false, mark: "yes"), Closed);

        Assert.Equal(SyntheticStep.Queue, end.Step);
    }

    [Theory]
    [InlineData(true, "goodbye")]
    [InlineData(false, "greet")]
    public async Task A_call_that_is_dialled_now_ends_when_the_hook_has_seen_it_and_is_a_customer_at_another_time(bool isNow, string block)
    {
        var calls = new SyntheticCallSettings { From = "+4930901820", To = ["+4930901821"] };
        var configuration = Sample("bot-and-menu", settings => settings.Calls = calls);
        var notes = new InMemoryNotebook(new ManualClock(Closed));
        var begun = isNow ? Closed : Closed - SyntheticCall.Lasts;
        await notes.SetAsync(
            SyntheticCall.Note, new SyntheticCall("token", calls.From, calls.To[0], begun).Write(), Closed + SyntheticCall.Lasts,
            TestContext.Current.CancellationToken);
        var hooks = new RealHooks(configuration, Closed, notes: notes);
        var machine = new FlowMachine(new FlowSet(configuration), new FlowWorld
        {
            Hooks = (hook, request) => [hooks.Answer(hook, request)],
            CalledNumber = calls.To[0],
            CustomerAddress = calls.From,
        });

        var way = FlowWalk.Of(machine, machine.Begin(SystemFlows.Inbound, "VOICE"));

        var known = way.SkipWhile(static state => state.Block != "is-it-our-own-call").Skip(1).Select(static state => state.Block);
        Assert.Contains(block, known.Take(2));
    }

    [Theory]
    [InlineData("en", "This is a test call")]
    [InlineData("de", "Dies ist ein Testanruf")]
    public void The_end_that_calls_says_what_it_is_and_ends(string language, string said)
    {
        var flow = SyntheticCallFlow.Build(language);

        Assert.Empty(FlowRules.Check(flow));
        Assert.StartsWith(said, Assert.Single(flow.Blocks.Values.OfType<Say>()).Text, StringComparison.Ordinal);
    }

    private static (SyntheticOutcome End, SyntheticContact Contact) Play(
        ContactCenterConfiguration configuration, string id, bool isBotBroken = false)
    {
        var contact = SyntheticContacts.Of(configuration).Single(one => one.Id == id);
        return (
            ExecutionRecords.Failed(contact, Play(configuration, contact, Content(configuration, contact), isBotBroken), Closed), contact);
    }

    private static IReadOnlyList<ExecutionRecord> Play(
        ContactCenterConfiguration configuration, SyntheticContact contact, string content, bool isBotBroken, string mark = RealHooks.Mark)
    {
        var flows = new FlowSet(configuration);
        var hooks = new RealHooks(configuration, Closed);
        var machine = new FlowMachine(flows, new FlowWorld
        {
            Hooks = (hook, request) => [hooks.Answer(hook, request)],
            CalledNumber = contact.Number ?? "+49301234567",
            CustomerAddress = null,
            Words = [contact.Says ?? ""],
        });
        var begin = machine.Begin(
            contact.DeployedFlow!,
            contact.IsChat ? "CHAT" : "VOICE",
            null,
            (SyntheticMark.Attribute, mark),
            ("language", contact.Language));
        return new TestCasePlayer(flows, machine) { IsBotBroken = isBotBroken }.Play(content, begin);
    }

    private static string Content(ContactCenterConfiguration configuration, SyntheticContact contact) =>
        TestCaseContent.Write(contact, QueueArn(configuration, contact.Queue!.Name), null);

    private static string QueueArn(ContactCenterConfiguration configuration, string queue) =>
        configuration.Instance.QueueArn(configuration.Queues.Single(one => one.Name == queue).Id!);

    private static ContactCenterConfiguration Sample(string name, Action<SyntheticSettings>? change = null)
    {
        var settings = new SyntheticSettings();
        change?.Invoke(settings);
        return FlowSamples.Get(name) with { Synthetic = settings };
    }
}
