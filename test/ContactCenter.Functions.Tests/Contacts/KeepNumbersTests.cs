using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Functions.Contacts;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Functions.Tests.Contacts;

public sealed class KeepNumbersTests : INumbersSource, IWaitSource
{
    private static readonly DateTimeOffset Half = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly InMemoryNumbers _numbers = new();
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _asked = [];
    private readonly InMemoryWaits _waits = new();
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _waitsAsked = [];
    private CenterNumbers _answer = new();
    private WaitReading _waited = new([], [], []);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_over_is_read_and_kept()
    {
        _answer = new CenterNumbers { Queues = [Queue(Half.AddHours(-1))] };

        var reply = await KeepAsync(Half.AddMinutes(7));

        Assert.Equal([(Half.AddHours(-4), Half)], _asked);
        Assert.Equal((1, 1), (reply.HalfHours, reply.Changed));
        Assert.Single(await _numbers.OfQueueAsync("Cards", Half.AddHours(-4), Half, Stop));
    }

    [Fact]
    public async Task The_days_of_a_week_are_read_in_pieces_that_Amazon_Connect_answers()
    {
        await KeepAsync(Half.AddHours(-6).AddMinutes(7));

        Assert.Equal(4, _asked.Count);
        Assert.All(_asked, static piece => Assert.Equal(NumbersKeeper.Window, piece.To - piece.From));
        Assert.Equal(Half.AddHours(-6), _asked[^1].To);
    }

    [Fact]
    public async Task A_part_that_cannot_be_read_is_logged_and_costs_nothing_else()
    {
        _answer = new CenterNumbers { Queues = [Queue(Half)], Problems = ["numbers of routing profiles: Rate exceeded"] };
        var call = new LoggedCall(TimeSpan.FromSeconds(30));

        var reply = await Function(Half, out _).KeepNumbers(call);

        Assert.Equal(_answer.Problems, reply.Problems);
        Assert.Contains(call.Lines, static line => line.Contains("Rate exceeded", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_nothing_can_be_read_the_invocation_fails()
    {
        _answer = new CenterNumbers { Problems = ["ids of queues: not allowed"] };

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => KeepAsync(Half));

        Assert.Equal("no numbers could be read: ids of queues: not allowed", failure.Message);
    }

    [Fact]
    public async Task Days_are_read_when_they_are_over_by_the_clock_of_the_center_and_only_once()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Hooks.Configuration.TimeZone);
        var midnight = LocalDay.Begin(new DateTime(2026, 3, 2), zone);
        _waited = new WaitReading(["Cards"], [], []);
        var function = Function(midnight.AddHours(3).AddMinutes(59), out var clock);

        Assert.Equal(WaitKeeper.MaximumDaysAtOnce, (await RunAsync(function)).WaitDays);
        Assert.Equal(midnight.AddDays(-1), _waitsAsked[0].To);
        while ((await RunAsync(function)).WaitDays > 0)
        {
        }

        Assert.Equal(WaitKeeper.MaximumDaysBack, _waitsAsked.Count);
        clock.Now = midnight.AddHours(4);
        Assert.Equal(1, (await RunAsync(function)).WaitDays);
        Assert.Equal(midnight, _waitsAsked[^1].To);
        Assert.Equal(0, (await RunAsync(Function(clock.Now, out _))).WaitDays);
        Assert.Equal(WaitKeeper.MaximumDaysBack + 1, _waitsAsked.Count);
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_is_told_and_read_by_the_next_run()
    {
        _answer = new CenterNumbers { Queues = [Queue(Half)] };
        _waited = new WaitReading([], [], ["how long contacts waited: Rate exceeded"]);
        var function = Function(Half, out _);

        Assert.Equal(["how long contacts waited: Rate exceeded"], (await RunAsync(function)).Problems);
        var asked = Assert.Single(_waitsAsked);
        _waited = new WaitReading(["Cards"], [], []);
        Assert.Equal(WaitKeeper.MaximumDaysAtOnce, (await RunAsync(function)).WaitDays);
        Assert.Equal(asked, _waitsAsked[1]);
    }

    Task<CenterNumbers> INumbersSource.ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        _asked.Add((from, to));
        return Task.FromResult(_answer);
    }

    Task<WaitReading> IWaitSource.ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        _waitsAsked.Add((from, to));
        return Task.FromResult(_waited);
    }

    private static QueueNumbers Queue(DateTimeOffset at) =>
        new("Cards", at, ImmutableSortedDictionary<ContactChannel, ChannelNumbers>.Empty);

    private static Task<NumbersReply> RunAsync(KeepNumbersFunction function) =>
        function.KeepNumbers(new LoggedCall(TimeSpan.FromSeconds(30)));

    private KeepNumbersFunction Function(DateTimeOffset now, out VirtualClock clock)
    {
        clock = new VirtualClock(now);
        return new KeepNumbersFunction(
            new NumbersKeeper(this, _numbers), new WaitKeeper(this, _waits, Hooks.Configuration),
            new GrowthDesk(Hooks.Configuration, null), clock);
    }

    private Task<NumbersReply> KeepAsync(DateTimeOffset now) => RunAsync(Function(now, out _));
}
