using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Notifications.Slack;
using ContactCenter.Core.Tests.Notifications;

namespace ContactCenter.Aws.Tests.Notifications;

public sealed class SlackChannelTests
{
    private static readonly NotifyEffect Effect = Messages.Effect(Messages.Message());
    private static readonly Endpoint Bot = new() { Channel = Channel.Slack, To = "#ops", Secret = "bot" };
    private static readonly Endpoint Hook = new() { Channel = Channel.Slack, To = "#ops", Secret = "hook" };
    private static readonly Reply Posted = new(200, """{"ok":true,"channel":"C1","ts":"17.2"}""");

    [Fact]
    public async Task The_first_message_is_posted_with_the_token_and_its_place_remembered()
    {
        await using var station = await StartAsync(Posted);

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, Bot));

        var request = Assert.Single(station.Requests);
        Assert.Equal(("/api/chat.postMessage", "Bearer xoxb-1"), (request.Path, request.Headers["authorization"]));
        Assert.Equal("#ops", (string?)JsonNode.Parse(request.Body)!["channel"]);
        Assert.Equal(
            "C1 17.2",
            await station.Notes.FindAsync(SlackThread.NoteName(Effect.IncidentId, "#ops"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_later_message_changes_the_first_and_replies()
    {
        await using var station = await StartAsync(Posted);
        await station.TellAsync(Effect, Bot);

        await station.TellAsync(Messages.Effect(Messages.Message(Occasion.Escalated), number: 6), Bot);

        Assert.Equal(
            ["/api/chat.postMessage", "/api/chat.update", "/api/chat.postMessage"], station.Requests.Select(request => request.Path));
        Assert.Equal("17.2", (string?)JsonNode.Parse(station.Requests[1].Body)!["ts"]);
        Assert.Equal("17.2", (string?)JsonNode.Parse(station.Requests[2].Body)!["thread_ts"]);
    }

    [Fact]
    public async Task What_arrives_after_the_incident_was_over_is_changed_in_place_and_says_nothing_more()
    {
        await using var station = await StartAsync(Posted);
        station.Store.Later = Over(station);

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, Bot));

        Assert.Equal(["/api/chat.postMessage", "/api/chat.update"], station.Requests.Select(request => request.Path));
        Assert.Equal("17.2", (string?)JsonNode.Parse(station.Requests[1].Body)!["ts"]);
        Assert.Contains("RESOLVED", System.Text.Encoding.UTF8.GetString(station.Requests[1].Body), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_repetition_that_comes_too_late_puts_right_what_the_first_attempt_may_have_left()
    {
        await using var station = await StartAsync(Posted);
        await station.TellAsync(Effect, Bot);
        station.Store.Incident = Over(station);

        var result = Assert.IsType<Delivered>(await station.TellAsync(Effect with { Id = "7Q2M9KXA-3.6" }, 2, Bot));

        Assert.Contains("was not told late", result.Note, StringComparison.Ordinal);
        Assert.Equal(["/api/chat.postMessage", "/api/chat.update"], station.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task What_cannot_be_put_right_now_is_put_right_later()
    {
        await using var station = await StartAsync(Posted, new Reply(429, RetryAfter: "3600"));
        station.Store.Later = Over(station);

        Assert.IsType<RetryLater>(await station.TellAsync(Effect, Bot));
    }

    [Fact]
    public async Task An_end_of_which_others_were_told_in_its_place_is_shown_once_Slack_is_back()
    {
        await using var station = await StartAsync(Posted);
        Endpoint[] audience = [Bot, new() { Channel = Channel.Email, To = "ann@example.com", Fallback = true }];
        await station.TellAsync(Effect, audience);
        station.Store.Incident = Over(station);
        var end = Messages.Effect(Messages.Message(Occasion.Resolved, IncidentState.Resolved), number: 7);
        station.Answer(new Reply(503));

        var missed = Assert.IsType<RetryLater>(await station.TellAsync(end, audience));
        Assert.EndsWith("instead.", missed.Note, StringComparison.Ordinal);
        Assert.Null(Assert.IsType<RetryLater>(await station.TellAsync(end, 2, audience)).Note);
        station.Clock.Advance(station.Limits.BreakerRest);
        station.Answer(Posted);

        Assert.Equal(new Delivered(), await station.TellAsync(end, 3, audience));
        Assert.Equal("/api/chat.update", station.Requests[^2].Path);
        Assert.Single(station.Sns.Invocations);
    }

    [Fact]
    public async Task A_message_that_somebody_deleted_is_posted_anew()
    {
        await using var station = await StartAsync(
            Posted,
            new Reply(200, """{"ok":false,"error":"message_not_found"}"""),
            new Reply(200, """{"ok":true,"channel":"C1","ts":"18.1"}"""));
        await station.TellAsync(Effect, Bot);

        Assert.Equal(new Delivered(), await station.TellAsync(Effect with { Id = "7Q2M9KXA-3.6" }, Bot));
        Assert.Equal(
            "C1 18.1",
            await station.Notes.FindAsync(SlackThread.NoteName(Effect.IncidentId, "#ops"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Success_that_says_it_is_none_is_a_failure()
    {
        await using var station = await StartAsync(new Reply(200, """{"ok":false,"error":"channel_not_found"}"""));

        Assert.Equal(new DeliveryFailed("Slack answered channel_not_found"), await station.TellAsync(Effect, Bot));
        Assert.Single(station.Requests);
    }

    [Fact]
    public async Task Success_that_says_to_come_later_is_repeated()
    {
        await using var station = await StartAsync(new Reply(200, """{"ok":false,"error":"ratelimited"}"""), Posted);

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, Bot));
        Assert.Equal(2, station.Requests.Count);
    }

    [Theory]
    [InlineData("<html>maintenance</html>")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Success_that_makes_no_sense_is_a_failure_that_may_pass(string body)
    {
        await using var station = await StartAsync(new Reply(200, body));

        Assert.Equal("Slack answered unreadable", Assert.IsType<RetryLater>(await station.TellAsync(Effect, Bot)).Reason);
    }

    [Fact]
    public async Task What_Slack_says_cannot_forge_a_line_of_the_timeline()
    {
        await using var station = await StartAsync(new Reply(200, """{"ok":false,"error":"x\nResolved by root."}"""));

        Assert.Equal(new DeliveryFailed("Slack answered an error"), await station.TellAsync(Effect, Bot));
    }

    [Fact]
    public async Task A_webhook_is_posted_to_and_must_say_ok()
    {
        await using var station = await StartAsync(new Reply(200, "ok"));

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, Hook));
        Assert.Equal("/services/T1/B1/x", Assert.Single(station.Requests).Path);
    }

    [Fact]
    public async Task A_webhook_that_does_not_say_ok_has_failed_and_its_address_stays_secret()
    {
        await using var station = await StartAsync(new Reply(200, "<html>"));

        var result = Assert.IsType<RetryLater>(await station.TellAsync(Effect, Hook));

        Assert.DoesNotContain("services", result.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", result.Reason, StringComparison.Ordinal);
    }

    private static async Task<Station> StartAsync(params Reply[] replies)
    {
        var station = await Station.StartAsync(replies);
        station.Secrets.Texts["bot"] = """{"botToken":"xoxb-1","signingSecret":"s"}""";
        station.Secrets.Texts["hook"] = $$"""{"webhookUrl":"{{station.Address}}services/T1/B1/x"}""";
        return station;
    }

    private static Incident Over(Station station) => station.Store.Incident with
    {
        State = IncidentState.Resolved,
        Resolution = new Resolution(Messages.Opened.AddHours(1), null, null),
        Effects = 6,
        Newest = [new NewestTelling(NewestTelling.Of(Channel.Slack, Bot.To), 7)],
    };
}
