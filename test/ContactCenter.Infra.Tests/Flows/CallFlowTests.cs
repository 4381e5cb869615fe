using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Monitoring.Parsing;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Notifications.Calls;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Functions;
using ContactCenter.Functions.Contacts;
using ContactCenter.Functions.Tests;
using ContactCenter.Infra.Flows;
using ContactCenter.Infra.Flows.Design;
using ContactCenter.Infra.Tests.Flows.Simulation;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Infra.Tests.Flows;

/// <summary>Ann is called about an incident: the flow that is deployed, with the hook that is deployed.</summary>
public sealed partial class CallFlowTests
{
    private const string Number = "+4915112345678";
    private const string Silence = "InputTimeLimitExceeded";
    private const string WrongKey = "NoMatchingCondition";

    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly ManualClock _clock = new(Noon);
    private readonly InMemoryIncidentStore _store = new();
    private readonly InMemoryNotebook _notes;
    private readonly AnswerCallFunction _hook;
    private readonly OutboundCall _call;

    public CallFlowTests()
    {
        _notes = new InMemoryNotebook(_clock);
        var center = FlowSamples.Get("bare");
        center = center with
        {
            Audiences = center.Audiences.ToDictionary(
                static audience => audience.Key,
                static audience => audience.Key == "on-call"
                    ? [new Endpoint { Channel = Channel.Call, To = Number, Name = "ann", Language = "de" }]
                    : audience.Value),
        };
        var desk = new IncidentDesk(center, _store);
        var environment = new FunctionEnvironment(center, static _ => null);
        _hook = new AnswerCallFunction(
            new CallAnswers(_store, desk.Pipeline, desk.Policy, _notes, _store.Outbox),
            new FlowHook(new MetricLine(TextWriter.Null), environment, _clock),
            _clock);
        var alarm = AlarmParser.Parse(File.ReadAllBytes(Repository.File("samples", "alarm.json")), Noon, [])[0];
        var effect = desk.Pipeline.ReceiveAsync(alarm, Noon).AsTask().Result
            .Decision.Effects.OfType<NotifyEffect>().First(static one => one.Channel == Channel.Call);
        const string Token = "0123456789abcdef0123456789abcdef";
        _call = CallRenderer.Render(effect with { Message = effect.Message.For(Reader.Of("de", null)) }, "de", Token);
        _notes.SetAsync(
            PlacedCall.NameOf(effect.Id, Number), new PlacedCall(Token, Noon, "c-1", Number, "on-call").Write(), Noon.AddDays(1),
            TestContext.Current.CancellationToken).AsTask().Wait();
    }

    private Incident Incident => Assert.Single(_store.All);

    [Fact]
    public void Who_answers_hears_what_is_wrong_and_where_in_a_voice_of_their_language()
    {
        var (said, blocks) = Call("1");

        Assert.Contains("voice-de", blocks);
        Assert.StartsWith(
            "Hier ist die Überwachung des Contact-Centers. P1 Kritisch. Warteschlange Billing:", said[0], StringComparison.Ordinal);
        Assert.EndsWith(
            "Drücken Sie die 1, um zu übernehmen, die 2, um weiterzugeben, die 3, um mehr zu hören.", said[0], StringComparison.Ordinal);
    }

    [Fact]
    public void One_takes_it_and_says_so()
    {
        var (said, _) = Call("1");

        Assert.Equal("ann", Incident.Acknowledgement!.By);
        Assert.Equal("Sie haben übernommen. Vielen Dank und auf Wiederhören.", said[^1]);
    }

    [Fact]
    public void Two_passes_it_on_to_the_next_step()
    {
        var events = Incident.Events;

        var (said, _) = Call("2");

        Assert.True(Incident.Events > events);
        Assert.Null(Incident.Acknowledgement);
        Assert.Equal("Es ist weitergegeben. Vielen Dank und auf Wiederhören.", said[^1]);
    }

    [Fact]
    public void Three_tells_more_and_asks_again_and_not_for_ever()
    {
        var (said, _) = Call("3", "1");
        Assert.Equal(4, said.Count);
        Assert.Equal(said[0], said[2]);
        Assert.Equal("ann", Incident.Acknowledgement!.By);

        var (endless, blocks) = Call([.. Enumerable.Repeat("3", 20)]);

        Assert.Equal("goodbye", blocks[^1]);
        Assert.Equal(5, endless.Count);
    }

    [Theory]
    [InlineData(Silence, Silence)]
    [InlineData(WrongKey, WrongKey)]
    [InlineData(Silence, WrongKey)]
    public void Silence_a_voicemail_and_other_keys_are_asked_once_more_and_reach_nobody(params string[] keys)
    {
        var (said, blocks) = Call(keys);

        Assert.Equal([said[0], said[0]], said);
        Assert.Equal("goodbye", blocks[^1]);
        Assert.Equal(IncidentState.Open, Incident.State);
    }

    [Fact]
    public void Who_finds_the_key_at_the_second_time_has_taken_it()
    {
        _ = Call(Silence, "1");

        Assert.Equal("ann", Incident.Acknowledgement!.By);
    }

    [Fact]
    public void A_call_with_made_up_attributes_changes_nothing_and_is_told_that_nobody_knows()
    {
        var (said, _) = Call(["1"], attributes => attributes[CallAttributes.Call] = $"{attributes[CallAttributes.Call][..^1]}0");

        Assert.Equal(IncidentState.Open, Incident.State);
        Assert.StartsWith("Ob das festgehalten ist", said[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void When_the_hook_gives_no_answer_the_person_hears_that_nobody_knows()
    {
        var (said, _) = Call(["1"], hooks: static (_, _) => null);

        Assert.StartsWith("Ob das festgehalten ist", said[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_without_a_voice_of_its_own_is_read_by_that_of_the_instance()
    {
        var (said, blocks) = Call(["1"], attributes => attributes[CallAttributes.Language] = "fr");

        Assert.DoesNotContain(blocks, static block => block.StartsWith("voice-", StringComparison.Ordinal));
        Assert.NotEmpty(said);
    }

    [Fact]
    public void The_flow_is_one_that_the_service_takes() => Assert.Empty(
        FlowRules.Check(Flow(FlowSet.Addresses(FlowSamples.Get("bare")))));

    private static ContactFlow Flow(FlowAddresses addresses) => CallFlow.Build(new CallSettings(), addresses);

    private (IReadOnlyList<string> Said, IReadOnlyList<string> Blocks) Call(params string[] keys) => Call(keys, change: null);

    /// <summary>Ann is called and presses these keys; gives what she heard, and the blocks that the call went through.</summary>
    private (IReadOnlyList<string> Said, IReadOnlyList<string> Blocks) Call(
        string[] keys, Action<Dictionary<string, string>>? change = null, Func<string, JsonObject, string?>? hooks = null)
    {
        var configuration = FlowSamples.Get("bare");
        var addresses = FlowSet.Addresses(configuration);
        var flows = new FlowSet(configuration, Flow(addresses), CallFlow.Answer.Build(addresses));
        var machine = new FlowMachine(flows, new FlowWorld { Hooks = (hook, request) => [(hooks ?? Ask)(hook, request)] });
        var attributes = _call.Attributes.ToDictionary();
        change?.Invoke(attributes);
        var state = machine.Begin(SystemFlows.Call, "VOICE", null, [.. attributes.Select(static one => (one.Key, one.Value))]);
        var pressed = new Queue<string>(keys);
        var (said, blocks) = (new List<string>(), new List<string>());
        while (true)
        {
            blocks.Add(state.Block);
            if ((string?)flows.Blocks(state.Flow)[state.Block]["Parameters"]!["Text"] is { } text)
            {
                said.Add(Reference().Replace(text, one => state.Attributes[one.Groups[1].Value]));
            }

            var steps = machine.Steps(state).ToArray();
            var key = state is { Flow: SystemFlows.Call, Block: "ask" } ? $":{pressed.Dequeue()}" : null;
            var step = key is null ? steps[0] : steps.Single(way => way.Branch.EndsWith(key, StringComparison.Ordinal));
            if (step.State is not { } next)
            {
                return (said, blocks);
            }

            state = next;
        }
    }

    private string Ask(string hook, JsonObject request)
    {
        Assert.Equal(SystemFunctions.AnswerCall.Name, hook);
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(request.ToJsonString()));
        using var answer = new StreamReader(
            _hook.AnswerCall(input, new LoggedCall(TimeSpan.FromSeconds(30))).GetAwaiter().GetResult(), Encoding.UTF8);
        return answer.ReadToEnd();
    }

    [GeneratedRegex(@"\$\.Attributes\.([A-Za-z]+)")]
    private static partial Regex Reference();
}
