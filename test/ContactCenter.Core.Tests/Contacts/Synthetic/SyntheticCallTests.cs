using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Synthetic;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Synthetic;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Tests.Incidents;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Contacts.Synthetic;

/// <summary>Calls that this system dials: when, by what they are known when they arrive, and what it means when they do not.</summary>
public sealed class SyntheticCallTests
{
    private const string From = "+4930901820";
    private const string To = "+4930901821";
    private const string Other = "+4930901822";

    private readonly SyntheticCenter _center = new();
    private readonly VirtualClock _clock = new(Desk.Monday);
    private readonly InMemoryNotebook _notebook;
    private readonly SyntheticArrivals _arrivals;

    public SyntheticCallTests()
    {
        _notebook = new InMemoryNotebook(_clock);
        _arrivals = new SyntheticArrivals(Configuration(To, Other).Synthetic!.Calls, _notebook, _clock);
    }

    [Fact]
    public async Task Each_number_is_called_once_a_day_and_one_at_a_time()
    {
        Answer();
        await RunAsync(1, To, Other);
        Assert.Equal([To], _center.Dialled);

        await RunAsync(60, To, Other);
        Assert.Equal([To, Other], _center.Dialled);

        await RunAsync(24 * 60, To, Other);
        Assert.Equal([To, Other, To, Other], _center.Dialled);
    }

    [Fact]
    public async Task A_change_of_a_flow_dials_nothing()
    {
        Answer();
        await RunAsync(10, To);
        await DeskOf(To).ChangedAsync(_clock.Now, _clock.Now, TestContext.Current.CancellationToken);

        await RunAsync(10, To);

        Assert.Single(_center.Dialled);
    }

    [Fact]
    public async Task What_arrives_is_right()
    {
        Answer();

        var ends = await RunAsync(5, To);

        Assert.Equal(SyntheticResult.Right, Assert.Single(ends).Result);
    }

    [Fact]
    public async Task It_is_known_as_often_as_it_asks_and_a_second_caller_of_its_number_is_a_customer()
    {
        await RunAsync(1, To);

        Assert.True(await _arrivals.IsAsync(Call("first")));
        Assert.True(await _arrivals.IsAsync(Call("first")));
        Assert.False(await _arrivals.IsAsync(Call("second")));
    }

    [Fact]
    public async Task Whoever_shows_its_number_while_none_is_under_way_is_a_customer()
    {
        Assert.False(await _arrivals.IsAsync(Call("before")));
        await RunAsync(1, To);
        _clock.Now = Desk.Monday + SyntheticCall.Lasts;

        Assert.False(await _arrivals.IsAsync(Call("after")));
    }

    [Theory]
    [InlineData(Other, From, "VOICE")]
    [InlineData("+4930999999", From, "VOICE")]
    [InlineData(To, "+4915112345678", "VOICE")]
    [InlineData(To, null, "VOICE")]
    [InlineData(To, From, "CHAT")]
    public async Task Another_number_at_either_end_and_another_channel_are_customers(string to, string? from, string channel)
    {
        await RunAsync(1, To);

        Assert.False(await _arrivals.IsAsync(Call("one") with { SystemAddress = to, CustomerAddress = from, Channel = channel }));
    }

    [Fact]
    public async Task A_notebook_that_fails_makes_nobody_synthetic()
    {
        var broken = new BrokenNotebook();

        Assert.False(await new SyntheticArrivals(Configuration(To).Synthetic!.Calls, broken, _clock).IsAsync(Call("one")));
        Assert.Equal(1, broken.Asked);
    }

    [Fact]
    public async Task Nobody_else_waits_for_it()
    {
        var unasked = new BrokenNotebook();

        Assert.False(await new SyntheticArrivals(Configuration(To).Synthetic!.Calls, unasked, _clock).IsAsync(
            Call("one") with { CustomerAddress = "+4915112345678" }));
        Assert.False(await new SyntheticArrivals(null, unasked, _clock).IsAsync(Call("one")));
        Assert.Equal(0, unasked.Asked);
    }

    [Fact]
    public async Task What_is_not_dialled_says_nothing_of_customers_and_makes_nobody_synthetic()
    {
        _center.Dial = static _ => Task.FromResult<string?>("DestinationNotAllowedException: no");

        var ends = await RunAsync(1, To);

        Assert.Equal((SyntheticResult.Unknown, "DestinationNotAllowedException: no"), (ends[0].Result, ends[0].Text));
        Assert.False(await _arrivals.IsAsync(Call("one")));
    }

    [Fact]
    public async Task What_does_not_arrive_within_three_minutes_is_wrong_and_is_dialled_again_at_once()
    {
        var ends = await RunAsync(5, To);

        Assert.Equal((SyntheticResult.Wrong, SyntheticStep.Arrival), (ends[0].Result, ends[0].Step));
        Assert.Equal(2, _center.Dialled.Count);
    }

    [Fact]
    public async Task Two_of_three_that_do_not_arrive_are_told_of_the_flow_once_one_has()
    {
        Answer();
        await RunAsync(24 * 60, To);
        _center.Dial = static _ => Task.FromResult<string?>(null);

        await RunAsync(8, To);

        Assert.Contains(
            $"{To[1..]} did not arrive at its flow within 3 minutes.", Assert.Single(_center.Published), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_never_arrived_may_be_known_by_the_wrong_number_and_is_no_outage()
    {
        await RunAsync(10, To);

        Assert.Contains("has not gone right once", Assert.Single(_center.Published), StringComparison.Ordinal);
    }

    private static ContactCenterConfiguration Configuration(params string[] to) =>
        SyntheticCenter.Configuration(settings => settings.Calls = new SyntheticCallSettings { From = From, To = to });

    private static FlowRequest Call(string contact) =>
        new() { ContactId = contact, Channel = "VOICE", CustomerAddress = From, SystemAddress = To };

    /// <summary>Every number that is dialled leads to its flow.</summary>
    private void Answer() => _center.Dial = async contact =>
    {
        Assert.True(await _arrivals.IsAsync(Call($"{contact.Number} {_clock.Now:u}") with { SystemAddress = contact.Number }));
        return null;
    };

    private SyntheticDesk DeskOf(params string[] to) => new(Configuration(to), _center, _notebook, _center);

    /// <summary>So many looks, one a minute; gives the ends of what was dialled.</summary>
    private async Task<IReadOnlyList<SyntheticOutcome>> RunAsync(int minutes, params string[] to)
    {
        var (desk, ends) = (DeskOf(to), new List<SyntheticOutcome>());
        for (var minute = 0; minute < minutes; minute++)
        {
            var run = await desk.RunAsync(_clock.Now, TestContext.Current.CancellationToken);
            ends.AddRange(run.Ends.Where(static end => end.Contact.From is not null).Select(static end => end.End));
            _clock.Now += TimeSpan.FromMinutes(1);
        }

        return ends;
    }

    /// <summary>A table that answers nobody.</summary>
    private sealed class BrokenNotebook : INotebook
    {
        public int Asked { get; private set; }

        public ValueTask<bool> TryAddAsync(string name, string text, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
            throw new TimeoutException();

        public ValueTask SetAsync(string name, string text, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
            throw new TimeoutException();

        public ValueTask<string?> FindAsync(string name, CancellationToken cancellationToken)
        {
            Asked++;
            throw new TimeoutException();
        }
    }
}
