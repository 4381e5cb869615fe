using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Tests.Notifications;

namespace ContactCenter.Aws.Tests.Notifications;

/// <summary>The channel against Jira Service Management as it is played with its recorded limits and answers.</summary>
public sealed class JiraChannelTests
{
    private const string Key = "37c8f316-17c6-49d7-899b-9c7e540c048d";

    private static readonly NotifyEffect Opened = Messages.Effect(Messages.Message());
    private static readonly NotifyEffect Raised = Messages.Effect(Messages.Message(Occasion.Raised), number: 6);
    private static readonly NotifyEffect Taken =
        Messages.Effect(Messages.Message(Occasion.Acknowledged, IncidentState.Acknowledged), number: 7);
    private static readonly NotifyEffect Over = Messages.Effect(Messages.Message(Occasion.Resolved, IncidentState.Resolved), number: 8);

    private readonly PlayedJira _jira = new(Key);

    [Fact]
    public async Task An_incident_is_opened_taken_and_closed_there_and_pages_once()
    {
        await using var station = await StartAsync();
        List<string> seen = [];
        foreach (var effect in new[] { Opened, Raised, Taken, Over })
        {
            Assert.Equal(new Delivered(), await station.TellAsync(effect, Alerts(station)));
            seen.Add(_jira.Alerts[Messages.IncidentId]);
        }

        Assert.Equal(["open", "open", "acknowledged", "closed"], seen);
        Assert.Equal((1, 3), (_jira.Pages, _jira.Notes.Count));
    }

    [Fact]
    public async Task A_creation_is_asked_after_until_it_is_known_what_became_of_it()
    {
        await using var station = await StartAsync();
        _jira.Waits = 2;

        Assert.Equal(new Delivered(), await station.TellAsync(Opened, Alerts(station)));

        Assert.Equal(["POST", "GET", "GET", "GET"], station.Requests.Select(static request => request.Method));
        Assert.StartsWith("/alerts/requests/", station.Requests[1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_creation_that_waits_for_long_counts_as_taken()
    {
        await using var station = await StartAsync();
        _jira.Waits = int.MaxValue;

        Assert.Equal(new Delivered(), await station.TellAsync(Opened, Alerts(station)));
        Assert.Equal(5, station.Requests.Count);
    }

    [Fact]
    public async Task An_alert_that_a_rule_has_thrown_away_has_told_nobody()
    {
        await using var station = await StartAsync();
        _jira.Discards = true;

        Assert.Equal(
            new DeliveryFailed("Jira took the alert and then did not create it; do rules of the integration discard it?"),
            await station.TellAsync(Opened, Alerts(station)));
    }

    [Fact]
    public async Task A_creation_whose_answer_was_lost_comes_again_and_pages_nobody_anew()
    {
        await using var station = await StartAsync();
        station.Player = request =>
        {
            var reply = _jira.Answer(request);
            return station.Requests.Count == 1 ? Reply.Silence : reply;
        };

        Assert.Equal(new Delivered(), await station.TellAsync(Opened, Alerts(station)));
        Assert.Equal((2, 1), (station.Requests.Count(static request => request.Method == "POST"), _jira.Pages));
    }

    [Theory]
    [InlineData(Key + "\n")]
    [InlineData("{\"apiKey\":\"" + Key + "\\r\\n\"}")]
    public async Task A_line_feed_that_was_pasted_with_the_key_is_no_part_of_it(string secret)
    {
        await using var station = await StartAsync();
        station.Secrets.Texts["jira"] = secret;

        Assert.Equal(new Delivered(), await station.TellAsync(Opened, Alerts(station)));
    }

    [Fact]
    public async Task A_key_that_is_refused_is_told_and_not_tried_again()
    {
        await using var station = await StartAsync();
        station.Secrets.Texts["jira"] = "another";

        Assert.Equal(new DeliveryFailed("it answered HTTP 403"), await station.TellAsync(Opened, Alerts(station)));
        Assert.Single(station.Requests);
    }

    [Fact]
    public async Task Too_many_requests_wait_as_long_as_is_asked_for()
    {
        await using var station = await StartAsync();
        station.Player = _ => new Reply(429, "", RetryAfter: "90");

        var late = Assert.IsType<RetryLater>(await station.TellAsync(Opened, Alerts(station)));

        Assert.Equal(("it answered HTTP 429", 1), (late.Reason, station.Requests.Count));
    }

    [Fact]
    public async Task What_arrives_after_the_end_is_put_right()
    {
        await using var station = await StartAsync();
        station.Store.Later = station.Store.Incident with { State = IncidentState.Resolved };

        await station.TellAsync(Opened, Alerts(station));

        Assert.Equal("closed", _jira.Alerts[Messages.IncidentId]);
    }

    [Fact]
    public async Task Success_in_another_form_is_a_failure_that_may_pass()
    {
        await using var station = await StartAsync();
        station.Player = static _ => new Reply(200, "<html>sign in</html>");

        Assert.Equal(
            "Jira answered with success, but not as its API of alerts does",
            Assert.IsType<RetryLater>(await station.TellAsync(Opened, Alerts(station))).Reason);
    }

    [Fact]
    public async Task The_body_is_what_the_other_side_documents()
    {
        await using var station = await StartAsync();

        await station.TellAsync(Opened, Alerts(station));

        var body = JsonNode.Parse(station.Requests[0].Body)!;
        Assert.Equal((Messages.IncidentId, "P1"), ((string?)body["alias"], (string?)body["priority"]));
        Assert.Equal($"GenieKey {Key}", station.Requests[0].Headers["authorization"]);
    }

    private static Endpoint Alerts(Station station) =>
        new() { Channel = Channel.Jira, To = new Uri(station.Address, "/alerts").AbsoluteUri, Secret = "jira" };

    private async Task<Station> StartAsync()
    {
        var station = await Station.StartAsync();
        station.Player = _jira.Answer;
        station.Secrets.Texts["jira"] = Key;
        return station;
    }
}
