using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Embedded;
using ContactCenter.Embedded.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Functions.Tests.Contacts;

/// <summary>
/// Wishes to be called back through the deployed functions: a flow takes them, contact events end them, the collector tells.
/// </summary>
public sealed class CallbacksTests : IDisposable, ICenterMetrics
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 16, 12, 0, 0, TimeSpan.Zero));
    private readonly StringWriter _log = new();
    private readonly EmbeddedSystem _system;
    private QueueFigures _cards = new() { CallbacksScheduled = 0, Voice = new() { Waiting = 9, OldestSeconds = 36_000 } };

    public CallbacksTests() => _system = new EmbeddedSystem(
        Always, _clock, _log, services => services.AddSingleton<ICenterMetrics>(_ => this));

    [Fact]
    public async Task The_oldest_wish_is_told_until_an_agent_has_the_callback()
    {
        Assert.Equal("ok", await WishAsync("c-1"));
        _clock.Now += TimeSpan.FromMinutes(30);
        Assert.Equal("ok", await WishAsync("c-2"));
        _clock.Now += TimeSpan.FromMinutes(30);

        Assert.Equal(3600, await OldestAsync());
        Assert.Equal(1, await EndAsync(CallbackEvent.Served("c-1")));
        Assert.Equal(1800, await OldestAsync());
        Assert.Equal(1, await EndAsync(Ended("DISCONNECTED", "CALLBACK_CUSTOMER_FIRST_QUEUED", "c-2")));
        Assert.Equal(0, await OldestAsync());
    }

    [Fact]
    public async Task A_wish_that_is_taken_twice_waits_since_the_first_time()
    {
        _ = await WishAsync("c-1");
        _clock.Now += TimeSpan.FromHours(1);
        _ = await WishAsync("c-1");

        Assert.Equal(3600, await OldestAsync());
    }

    [Theory]
    [InlineData("QUEUED", "CALLBACK")]
    [InlineData("INITIATED", "CALLBACK")]
    [InlineData("DISCONNECTED", "INBOUND")]
    [InlineData("CONNECTED_TO_AGENT", "TRANSFER")]
    public async Task Other_events_of_the_caller_end_no_wish(string type, string initiation)
    {
        _ = await WishAsync("c-1");

        Assert.Equal(0, await EndAsync(Ended(type, initiation, "c-1")));
    }

    [Fact]
    public async Task Who_is_called_back_may_wish_it_again()
    {
        _ = await WishAsync("c-1");
        _ = await WishAsync("c-1-served");

        Assert.Equal(1, await EndAsync(Ended("DISCONNECTED", "CALLBACK", "c-1")));
        Assert.Equal("c-1-served", Assert.Single(await Store.AllAsync(Stop)).ContactId);
    }

    [Fact]
    public async Task A_wish_whose_end_was_never_told_is_no_older_than_what_waits()
    {
        _ = await WishAsync("c-1");
        _clock.Now += TimeSpan.FromHours(3);
        _cards = _cards with { Voice = new() { Waiting = 0 } };

        Assert.Equal(0, await OldestAsync());
    }

    [Fact]
    public async Task What_bounds_the_age_must_be_known_for_it_to_be_told()
    {
        _ = await WishAsync("c-1");
        _cards = _cards with { CallbacksScheduled = null };

        Assert.Null(await OldestAsync());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("not json")]
    [InlineData("""{"detail":7}""")]
    [InlineData("""{"detail":{"eventType":["DISCONNECTED"],"initiationMethod":"CALLBACK","initialContactId":"c-1"}}""")]
    [InlineData("""{"detail":{"eventType":"DISCONNECTED","initiationMethod":"CALLBACK","initialContactId":{"a":1},"previousContactId":"c 1\u0000"}}""")]
    [InlineData("""{"detail":{"eventType":"DISCONNECTED","initiationMethod":"CALLBACK","initialContactId":"\ud800"}}""")]
    public async Task What_nobody_understands_ends_no_wish(string json)
    {
        _ = await WishAsync("c-1");

        Assert.Equal(0, await EndAsync(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public async Task Without_a_queue_of_the_configuration_no_wish_is_kept()
    {
        Assert.Equal("no_queue", await WishAsync("c-1", "Nobody's"));
        Assert.Empty(await Store.AllAsync(Stop));
    }

    public void Dispose()
    {
        _system.Dispose();
        _log.Dispose();
    }

    Task<CenterFigures> ICenterMetrics.ReadAsync(DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(
        new CenterFigures
        {
            At = now,
            Window = TimeSpan.FromMinutes(15),
            Queues = new Dictionary<string, QueueFigures> { ["Cards"] = _cards },
        });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static ContactCenterConfiguration Always => Hooks.Configuration with { BusinessHours = [] };

    private ICallbackStore Store => _system.Services.GetRequiredService<ICallbackStore>();

    private static byte[] Ended(string type, string initiation, string contact)
    {
        var json = JsonNode.Parse(CallbackEvent.Served(contact))!;
        (json["detail"]!["eventType"], json["detail"]!["initiationMethod"]) = (type, initiation);
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }

    private async Task<string?> WishAsync(string contact, string queue = "Cards") =>
        (string?)(await InvokeAsync("RecordCallback", CallbackEvent.Wished(contact, queue)))["status"];

    private async Task<int> EndAsync(byte[] json) => (int)(await InvokeAsync("TrackCallbacks", json))["removed"]!;

    private async Task<double?> OldestAsync()
    {
        _ = _log.GetStringBuilder().Clear();
        _ = await InvokeAsync("CollectConnectMetrics", "{}"u8.ToArray());
        return _log.ToString().Split('\n')
            .Where(line => line.StartsWith('{') && line.Contains("OldestCallbackWait", StringComparison.Ordinal))
            .Select(line => (double?)JsonNode.Parse(line)!["OldestCallbackWait"]).SingleOrDefault();
    }

    private async Task<JsonNode> InvokeAsync(string function, byte[] json) =>
        JsonNode.Parse((await _system.InvokeAsync(EmbeddedFunction.Find(function)!, json)).Span)!;
}
