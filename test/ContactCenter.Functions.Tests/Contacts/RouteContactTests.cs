using System.Text.Json;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Contacts.Queues;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Functions.Tests.Contacts;

public sealed class RouteContactTests : IDisposable
{
    private readonly ManualClock _clock = new(Noon);
    private readonly Hooks _hooks;

    public RouteContactTests() => _hooks = new Hooks(_clock);

    [Fact]
    public async Task A_caller_is_routed_by_topic_and_segment()
    {
        var answer = await Hooks.AskAsync(_hooks.Route.RouteContact, RecordedFlows.Read("voice-full"));

        Assert.Equal(
            ("Billing", "3", "270", "time"), (answer["queue"], answer["priority"], answer["timeAdjustmentSeconds"], answer["ordering"]));
        Assert.EndsWith("/queue/0a1b2c3d-0000-4000-8000-000000000002", answer["queueArn"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_states_that_the_collector_left_are_taken_into_account()
    {
        await _hooks.Queues.WriteAsync(
            new QueueStates(Noon, [new QueueState("Billing", AgentsStaffed: 0), new QueueState("General", Waiting: 3, AgentsStaffed: 4)]),
            TestContext.Current.CancellationToken);

        var answer = await Hooks.AskAsync(_hooks.Route.RouteContact, RecordedFlows.Read("voice-full"));

        Assert.Equal(("General", "overflow", "known"), (answer["queue"], answer["decision"], answer["queueState"]));
    }

    [Fact]
    public async Task A_queue_with_an_open_incident_is_gone_around()
    {
        _ = await _hooks.Incidents.CommitAsync(Opening("Billing", Noon), TestContext.Current.CancellationToken);

        var answer = await Hooks.AskAsync(_hooks.Route.RouteContact, RecordedFlows.Read("voice-full"));

        Assert.Equal(("General", "incident"), (answer["queue"], answer["decision"]));
    }

    [Fact]
    public async Task A_block_that_takes_JSON_gets_the_routing_criteria_as_an_object()
    {
        using var input = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(FlowEvents.Voice("""{"topic":"fraud","answer":"json"}""")));

        using var answer = await JsonDocument.ParseAsync(
            await _hooks.Route.RouteContact(input, new LoggedCall(TimeSpan.FromSeconds(30))),
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(3, answer.RootElement.GetProperty("RoutingCriteria").GetProperty("Steps").GetArrayLength());
    }

    [Fact]
    public async Task Without_time_the_caller_waits_in_the_default_queue()
    {
        var answer = await Hooks.AskAsync(
            _hooks.Route.RouteContact, RecordedFlows.Read("voice-full"), new LoggedCall(TimeSpan.FromMilliseconds(100)));

        Assert.Equal(("default", "General", "5"), (answer["status"], answer["queue"], answer["priority"]));
    }

    public void Dispose() => _hooks.Dispose();
}
