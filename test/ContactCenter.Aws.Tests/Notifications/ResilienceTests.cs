using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Tests.Notifications;

namespace ContactCenter.Aws.Tests.Notifications;

public sealed class ResilienceTests
{
    private static readonly NotifyEffect Effect = Messages.Effect(Messages.Message());

    [Fact]
    public async Task What_works_at_once_is_sent_once()
    {
        await using var station = await Station.StartAsync(new Reply(200));

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, station.Webhook()));
        Assert.Single(station.Requests);
        Assert.Empty(station.Clock.Waits);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(408)]
    [InlineData(429)]
    public async Task What_may_pass_is_repeated_after_a_pause(int status)
    {
        await using var station = await Station.StartAsync(new Reply(status), new Reply(status), new Reply(200));

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, station.Webhook()));
        Assert.Equal(3, station.Requests.Count);
        Assert.All(station.Clock.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(10)));
        Assert.Equal(2, station.Clock.Waits.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task What_does_not_pass_is_not_repeated(int status)
    {
        await using var station = await Station.StartAsync(new Reply(status));

        Assert.Equal(new DeliveryFailed($"it answered HTTP {status}"), await station.TellAsync(Effect, station.Webhook()));
        Assert.Single(station.Requests);
    }

    [Fact]
    public async Task A_wait_that_the_server_asks_for_is_kept()
    {
        await using var station = await Station.StartAsync(new Reply(429, RetryAfter: "7"), new Reply(200));

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, station.Webhook()));
        Assert.Equal([TimeSpan.FromSeconds(7)], station.Clock.Waits);
    }

    [Fact]
    public async Task A_wait_until_a_date_is_kept()
    {
        await using var station = await Station.StartAsync();
        station.Answer(new Reply(503, RetryAfter: station.Clock.GetUtcNow().AddSeconds(4).ToString("R")), new Reply(200));

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, station.Webhook()));
        Assert.Equal([TimeSpan.FromSeconds(4)], station.Clock.Waits);
    }

    [Fact]
    public async Task A_longer_wait_than_we_have_ends_the_attempt_and_sets_the_time_of_the_next()
    {
        await using var station = await Station.StartAsync(new Reply(429, RetryAfter: "600"));
        var now = station.Clock.GetUtcNow();

        Assert.Equal(new RetryLater(now.AddSeconds(600), "it answered HTTP 429"), await station.TellAsync(Effect, station.Webhook()));
        Assert.Single(station.Requests);
    }

    [Fact]
    public async Task A_server_that_keeps_silent_may_have_the_message_and_gets_it_once_more_later()
    {
        await using var station = await Station.StartAsync(Reply.Silence);

        var result = Assert.IsType<RetryLater>(await station.TellAsync(Effect, station.Webhook()));

        Assert.Equal("it did not answer in time", result.Reason);
        Assert.Single(station.Requests);
        Assert.Equal(station.Clock.GetUtcNow() + EffectDelivery.PauseAfter(1), result.At);
    }

    [Fact]
    public async Task A_server_that_takes_a_message_and_stays_silent_gets_it_twice_at_most()
    {
        await using var station = await Station.StartAsync(Reply.Silence);
        Endpoint[] endpoints = [station.Webhook(), new() { Channel = Channel.Email, To = "ann@example.com" }];

        _ = await station.TellAsync(Effect, 1, endpoints);
        var result = await station.TellAsync(Effect, 2, endpoints);

        Assert.Contains("may have been told by Webhook", Assert.IsType<Delivered>(result).Note, StringComparison.Ordinal);
        Assert.Equal(2, station.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_can_be_asked_is_asked_at_once_whether_it_has_the_message()
    {
        await using var station = await Station.StartAsync(
            new Reply(200, """{"result":[]}"""), Reply.Silence, new Reply(200, """{"result":[]}"""), new Reply(201, """{"result":{}}"""));
        station.Secrets.Texts["servicenow"] = """{"apiKey":"k"}""";

        var result = await station.TellAsync(
            Effect, new Endpoint { Channel = Channel.ServiceNow, To = station.Address.AbsoluteUri, Secret = "servicenow" });

        Assert.Equal(new Delivered(), result);
        Assert.Equal(["GET", "POST", "GET", "POST"], station.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task Nobody_at_the_address_is_tried_again_later_without_naming_it()
    {
        var station = await Station.StartAsync();
        var endpoint = station.Webhook("/secret-path");
        await station.DisposeAsync();
        await using var other = await Station.StartAsync();

        var result = Assert.IsType<RetryLater>(await other.TellAsync(Effect, 3, endpoint));

        Assert.Equal("it cannot be reached (ConnectionError)", result.Reason);
        Assert.Equal(other.Clock.GetUtcNow() + EffectDelivery.PauseAfter(3), result.At);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var station = await Station.StartAsync(new Reply(302, Location: "/elsewhere"));

        Assert.Equal(new DeliveryFailed("it answered HTTP 302"), await station.TellAsync(Effect, station.Webhook()));
        Assert.Single(station.Requests);
    }

    [Fact]
    public async Task An_address_without_encryption_is_never_posted_to()
    {
        await using var station = await Station.StartAsync();

        var result = await station.TellAsync(
            Effect, new Endpoint { Channel = Channel.Webhook, To = "http://hooks.example.com/x", Secret = "webhook" });

        Assert.Equal(new DeliveryFailed("its address is not the https address of another machine"), result);
    }

    [Fact]
    public async Task An_endpoint_that_fails_again_and_again_rests_and_then_gets_another_chance()
    {
        await using var station = await Station.StartAsync(new Reply(500));
        await station.TellAsync(Effect, station.Webhook());
        await station.TellAsync(Effect, station.Webhook());
        var requests = station.Requests.Count;

        var resting = Assert.IsType<RetryLater>(await station.TellAsync(Effect, station.Webhook()));
        Assert.Equal("it failed again and again and rests for a while", resting.Reason);
        Assert.Equal(requests, station.Requests.Count);

        station.Answer(new Reply(200));
        station.Clock.Advance(station.Limits.BreakerRest);
        Assert.Equal(new Delivered(), await station.TellAsync(Effect, station.Webhook()));
    }

    [Fact]
    public async Task What_is_no_longer_in_the_configuration_is_not_told()
    {
        await using var station = await Station.StartAsync();

        var result = await station.TellAsync(Effect with { Audience = "gone" }, station.Webhook());

        Assert.Equal(new DeliveryFailed("it does not stand in the configuration any more"), result);
        Assert.Empty(station.Requests);
    }

    [Fact]
    public async Task A_process_that_must_stop_stops()
    {
        await using var station = await Station.StartAsync();
        var endpoint = station.Webhook();
        await station.TellAsync(Effect, endpoint);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        var handler = station.Handler;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await handler.HandleAsync(Effect with { Channel = endpoint.Channel, To = endpoint.To }, 1, stop.Token));
    }
}
