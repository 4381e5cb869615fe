using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Tests.Notifications;

namespace ContactCenter.Aws.Tests.Notifications;

/// <summary>The channel against PagerDuty as it is played with its recorded limits and answers.</summary>
public sealed class PagerDutyChannelTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    private static readonly NotifyEffect Opened = Messages.Effect(Messages.Message());
    private static readonly NotifyEffect Taken =
        Messages.Effect(Messages.Message(Occasion.Acknowledged, IncidentState.Acknowledged), number: 6);
    private static readonly NotifyEffect Over = Messages.Effect(Messages.Message(Occasion.Resolved, IncidentState.Resolved), number: 7);

    private readonly PlayedPagerDuty _pagerDuty = new();

    [Fact]
    public async Task An_incident_is_opened_taken_and_over_there_and_pages_once()
    {
        await using var station = await StartAsync();
        List<string> seen = [];
        foreach (var effect in new[] { Opened, Taken, Over })
        {
            Assert.Equal(new Delivered(), await station.TellAsync(effect, Events(station)));
            seen.Add(_pagerDuty.Alerts[Messages.IncidentId]);
        }

        Assert.Equal(["triggered", "acknowledged", "resolved"], seen);
        Assert.Equal(1, _pagerDuty.Pages);
        Assert.All(station.Requests, static request => Assert.Equal(("POST", "/v2/enqueue"), (request.Method, request.Path)));
    }

    [Fact]
    public async Task A_trigger_whose_answer_was_lost_comes_again_and_pages_nobody_anew()
    {
        await using var station = await StartAsync();
        station.Player = request =>
        {
            var reply = _pagerDuty.Answer(request);
            return station.Requests.Count == 1 ? Reply.Silence : reply;
        };

        Assert.Equal(new Delivered(), await station.TellAsync(Opened, Events(station)));
        Assert.Equal((2, 1), (station.Requests.Count, _pagerDuty.Pages));
    }

    [Fact]
    public async Task Too_many_events_in_a_minute_wait()
    {
        await using var station = await StartAsync();
        _pagerDuty.LeaveRoomFor(0);

        var late = Assert.IsType<RetryLater>(await station.TellAsync(Opened, Events(station)));
        _pagerDuty.NextMinute();
        station.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("it answered HTTP 429", late.Reason);
        Assert.Equal(new Delivered(), await station.TellAsync(Opened, 2, Events(station)));
    }

    [Fact]
    public async Task A_key_that_is_none_is_told_and_not_tried_again()
    {
        await using var station = await StartAsync();
        station.Secrets.Texts["pagerduty"] = "short";

        Assert.Equal(new DeliveryFailed("it answered HTTP 400"), await station.TellAsync(Opened, Events(station)));
        Assert.Single(station.Requests);
    }

    [Theory]
    [InlineData(Key + "\n")]
    [InlineData("{\"routingKey\":\" " + Key + "\\n\"}")]
    public async Task A_line_feed_that_was_pasted_with_the_key_is_no_part_of_it(string secret)
    {
        await using var station = await StartAsync();
        station.Secrets.Texts["pagerduty"] = secret;

        Assert.Equal(new Delivered(), await station.TellAsync(Opened, Events(station)));
        Assert.Equal(Key, (string?)JsonNode.Parse(Assert.Single(station.Requests).Body)!["routing_key"]);
    }

    [Fact]
    public async Task A_secret_without_the_key_is_said()
    {
        await using var station = await StartAsync();
        station.Secrets.Texts["pagerduty"] = "{\"other\":\"x\"}";

        Assert.Equal(new DeliveryFailed("its secret has no routingKey"), await station.TellAsync(Opened, Events(station)));
    }

    [Theory]
    [InlineData("<html>maintenance</html>")]
    [InlineData("{\"status\":\"\"}")]
    [InlineData("[]")]
    public async Task Success_that_does_not_say_so_is_a_failure_that_may_pass(string body)
    {
        await using var station = await StartAsync();
        station.Player = _ => new Reply(200, body);

        Assert.Equal(
            "PagerDuty answered with success, but not as its Events API does",
            Assert.IsType<RetryLater>(await station.TellAsync(Opened, Events(station))).Reason);
    }

    [Fact]
    public async Task What_arrives_after_the_end_is_put_right()
    {
        await using var station = await StartAsync();
        station.Store.Later = station.Store.Incident with { State = IncidentState.Resolved };

        await station.TellAsync(Opened, Events(station));

        Assert.Equal("resolved", _pagerDuty.Alerts[Messages.IncidentId]);
    }

    [Fact]
    public async Task Quiet_alarms_are_not_told_there()
    {
        await using var station = await StartAsync();

        Assert.Equal(
            new Delivered(),
            await station.TellAsync(Messages.Effect(Messages.Message(Occasion.Mitigated, IncidentState.Mitigated)), Events(station)));
        Assert.Empty(station.Requests);
    }

    private static Endpoint Events(Station station) =>
        new() { Channel = Channel.PagerDuty, To = new Uri(station.Address, "/v2/enqueue").AbsoluteUri, Secret = "pagerduty" };

    private async Task<Station> StartAsync()
    {
        var station = await Station.StartAsync();
        station.Player = _pagerDuty.Answer;
        station.Secrets.Texts["pagerduty"] = Key;
        return station;
    }
}
