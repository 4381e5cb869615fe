using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Monitoring.Parsing;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Incidents;

/// <summary>The made-up alarm that proves that alarms get through, and what it must not be mistaken for.</summary>
public sealed class ProbeTests
{
    private static readonly DateTimeOffset Sent = Desk.Monday;
    private static readonly ContactCenterConfiguration Center = Desk.Center();

    private readonly InMemoryIncidentStore _store = new();

    [Fact]
    public async Task A_probe_becomes_one_report_and_opens_no_incident()
    {
        var decision = await ReceiveAsync(Message(Sent), Sent.AddSeconds(3));

        var effect = Assert.IsType<ProbeEffect>(Assert.Single(decision.Effects));
        Assert.Equal((IncidentAction.Probed, Sent), (decision.Action, effect.At));
        Assert.Empty(_store.All);
        Assert.Null(_store.NextDueAt);
    }

    [Fact]
    public async Task A_probe_that_is_delivered_twice_is_reported_once()
    {
        await ReceiveAsync(Message(Sent), Sent.AddSeconds(3));

        Assert.Empty((await ReceiveAsync(Message(Sent), Sent.AddSeconds(4))).Effects);
    }

    [Fact]
    public async Task Every_minutes_probe_has_an_effect_of_its_own()
    {
        var first = await ReceiveAsync(Message(Sent), Sent);
        var second = await ReceiveAsync(Message(Sent.AddMinutes(1)), Sent.AddMinutes(1));

        Assert.NotEqual(first.Effects[0].Id, second.Effects[0].Id);
    }

    [Theory]
    [InlineData(-91)]
    [InlineData(6)]
    public async Task A_probe_that_is_late_or_from_the_future_is_ignored_and_holds_back_none_that_follows(int ahead)
    {
        var odd = await ReceiveAsync(Message(Sent.AddSeconds(ahead)), Sent);
        var next = await ReceiveAsync(Message(Sent), Sent);

        Assert.Equal((IncidentAction.Ignored, IncidentAction.Probed), (odd.Action, next.Action));
    }

    [Theory]
    [InlineData(
        "Trigger",
        """{"MetricName":"QueueSize","Namespace":"AWS/Connect","Statistic":"MAXIMUM","Threshold":1,"ComparisonOperator":"GreaterThanThreshold","Dimensions":[]}""")]
    [InlineData("AlarmRule", "\"ALARM(a)\"")]
    [InlineData("AlarmContributorId", "\"00ff\"")]
    [InlineData("NewStateValue", "\"INSUFFICIENT_DATA\"")]
    [InlineData("AlarmArn", "\"arn:aws:cloudwatch:eu-central-1:999999999999:alarm:cc-test/probe\"")]
    public async Task A_real_alarm_that_is_named_like_the_probe_opens_an_incident(string member, string value)
    {
        var message = JsonNode.Parse(Message(Sent))!;
        message[member] = JsonNode.Parse(value);

        var decision = await ReceiveAsync(message.ToJsonString(), Sent);

        Assert.Equal(IncidentAction.Opened, decision.Action);
    }

    [Fact]
    public async Task A_real_alarm_under_the_same_key_still_opens_an_incident_beside_the_probe()
    {
        await ReceiveAsync(Message(Sent), Sent);
        var message = JsonNode.Parse(Message(Sent))!;
        message["AlarmRule"] = "ALARM(a)";
        message["AlarmDescription"] = """{"group":"probe"}""";

        Assert.Equal(IncidentAction.Opened, (await ReceiveAsync(message.ToJsonString(), Sent)).Action);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(90, 1)]
    [InlineData(91, 0)]
    [InlineData(120, 0)]
    public async Task Only_a_probe_that_arrives_in_time_is_a_heartbeat(int secondsLater, int heartbeats)
    {
        var told = new List<DateTimeOffset>();
        var handler = new ProbeHandler(told.Add, new StoppedClock(Sent.AddSeconds(secondsLater)));

        var result = await handler.HandleAsync(new ProbeEffect("X-1.1", "X-1", Sent), attempt: 1, TestContext.Current.CancellationToken);

        Assert.IsType<Delivered>(result);
        Assert.Equal(heartbeats, told.Count);
    }

    private static string Message(
        DateTimeOffset at) =>
            PipelineProbe.Message(
                Center, at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));

    private async Task<Decision> ReceiveAsync(string message, DateTimeOffset now)
    {
        var pipeline = new IncidentDesk(Center, _store).Pipeline;
        var input = AlarmParser.Parse(Encoding.UTF8.GetBytes(message), now).Single();
        return (await pipeline.ReceiveAsync(input, now, TestContext.Current.CancellationToken)).Decision;
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
