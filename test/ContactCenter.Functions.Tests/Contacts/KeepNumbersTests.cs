using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Functions.Contacts;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Functions.Tests.Contacts;

public sealed class KeepNumbersTests : INumbersSource
{
    private static readonly DateTimeOffset Half = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly InMemoryNumbers _numbers = new();
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _asked = [];
    private CenterNumbers _answer = new();

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

        var reply = await Function(Half).KeepNumbers(call);

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

    Task<CenterNumbers> INumbersSource.ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        _asked.Add((from, to));
        return Task.FromResult(_answer);
    }

    private static QueueNumbers Queue(DateTimeOffset at) =>
        new("Cards", at, ImmutableSortedDictionary<ContactChannel, ChannelNumbers>.Empty);

    private KeepNumbersFunction Function(DateTimeOffset now) =>
        new(new NumbersKeeper(this, _numbers), new GrowthDesk(Hooks.Configuration, null), new VirtualClock(now));

    private Task<NumbersReply> KeepAsync(DateTimeOffset now) => Function(now).KeepNumbers(new LoggedCall(TimeSpan.FromSeconds(30)));
}
