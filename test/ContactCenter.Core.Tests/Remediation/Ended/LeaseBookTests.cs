using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Remediation.Ended;

/// <summary>What a lease cost and whether it helped, by hand-made looks.</summary>
public sealed class LeaseBookTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemoryLeaseHistory _history = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lease_costs_its_units_beyond_what_was_for_as_long_as_it_lasts()
    {
        await NoteAsync(Look(0) with { After = Noon, IsChanged = true });
        for (var minute = 1; minute < 60; minute++)
        {
            await NoteAsync(Look(minute) with { Before = Noon, After = Noon, Reads = 100, Writes = 40, DollarsPerHour = 0.5 });
        }

        await NoteAsync(Look(60) with { Before = Noon, IsChanged = true, Reads = 100, Writes = 40, DollarsPerHour = 0.5 });

        var record = await RecordAsync();
        Assert.Equal((Noon, Noon.AddHours(1)), (record.GrantedAt, record.EndedAt));
        Assert.Equal(
            (100, 40, 0.5),
            (Math.Round(record.ReadUnitHours, 9), Math.Round(record.WriteUnitHours, 9), Math.Round(record.Dollars!.Value, 9)));
    }

    [Fact]
    public async Task A_raise_in_the_middle_counts_from_when_it_was_made_and_what_is_over_is_never_changed()
    {
        await NoteAsync(Look(0) with { After = Noon, IsChanged = true });
        await NoteAsync(Look(31) with { Before = Noon, After = Noon, IsChanged = true, Reads = 60 });
        await NoteAsync(Look(61) with { Before = Noon, IsChanged = true, Reads = 120 });
        await NoteAsync(Look(90) with { Before = Noon, IsChanged = true, Reads = 9000 });

        Assert.Equal((60 * 31 / 60.0) + (120 * 30 / 60.0), (await RecordAsync()).ReadUnitHours, 9);
    }

    [Fact]
    public async Task Quiet_looks_are_written_every_five_minutes_only()
    {
        await NoteAsync(Look(0) with { After = Noon, IsChanged = true });
        await NoteAsync(Look(4) with { Before = Noon, After = Noon, Reads = 60 });
        Assert.Equal(Noon, (await RecordAsync()).LookedAt);

        await NoteAsync(Look(5) with { Before = Noon, After = Noon, Reads = 60 });
        Assert.Equal((Noon.AddMinutes(5), 5), ((await RecordAsync()).LookedAt, (await RecordAsync()).ReadUnitHours));
    }

    [Theory]
    [InlineData(10, 0, true)]
    [InlineData(10, 5, true)]
    [InlineData(10, 7, null)]
    [InlineData(10, 10, false)]
    [InlineData(0, 0, null)]
    [InlineData(0, 4, null)]
    public async Task Whether_it_helped_is_said_by_what_was_turned_away_before_and_after_or_not_at_all(
        int before, int after, bool? helped)
    {
        await NoteAsync(Look(0) with { After = Noon, IsChanged = true, Minutes = Minutes(-40, -1, before, 0) });
        await NoteAsync(Look(20) with { Before = Noon, After = Noon, Minutes = Minutes(-40, 20, before, after) });

        var record = await RecordAsync();
        Assert.Equal((15L * before, 15L * after, helped), (record.ThrottledBefore!.Value, record.ThrottledAfter!.Value, record.Helped));
    }

    [Fact]
    public async Task What_the_minutes_do_not_reach_over_is_not_known_and_what_was_known_stays()
    {
        await NoteAsync(Look(0) with { After = Noon, IsChanged = true, Minutes = Minutes(-40, -1, 3, 0) });
        var record = await RecordAsync();
        Assert.Equal((42L, null, null), (record.ThrottledBefore, record.ThrottledAfter, record.Helped));

        await NoteAsync(Look(90) with { Before = Noon, After = Noon, Minutes = Minutes(30, 90, 0, 0) });
        record = await RecordAsync();
        Assert.Equal((42L, null), (record.ThrottledBefore, record.ThrottledAfter));
    }

    [Fact]
    public async Task A_lease_that_began_in_calm_is_compared_around_the_change_that_was_needed()
    {
        await NoteAsync(Look(0) with { After = Noon, IsChanged = true, Minutes = Minutes(-40, -1, 0, 0) });
        await NoteAsync(Look(60) with { Before = Noon, After = Noon, IsChanged = true, Minutes = Minutes(0, 60, 0, 8) });
        await NoteAsync(Look(80) with { Before = Noon, After = Noon, Minutes = [.. Minutes(20, 61, 0, 8), .. Minutes(61, 80, 0, 0)] });

        var record = await RecordAsync();
        Assert.Equal(
            (Noon.AddMinutes(60), 120L, 0L, true), (record.ComparedAt, record.ThrottledBefore, record.ThrottledAfter, record.Helped));
    }

    [Fact]
    public async Task What_it_saved_is_every_whole_minute_beyond_what_was_before_each_counted_once()
    {
        await NoteAsync(Look(0) with { After = Noon, IsChanged = true, Minutes = Minutes(-40, -1, 9, 0) });
        for (var minute = 1; minute < 30; minute++)
        {
            await NoteAsync(Look(minute) with { Before = Noon, After = Noon, IsChanged = true, Minutes = Beyond(-30, minute, 50) });
        }

        await NoteAsync(Look(30) with { Before = Noon, IsChanged = true, Minutes = [.. Beyond(-30, 20, 50), .. Beyond(20, 30, 0)] });

        // what arrived as beyond before the last look stays counted
        var record = await RecordAsync();
        Assert.Equal((26, 1300.0), (record.MinutesSaved, record.RequestsSaved));
    }

    [Fact]
    public async Task Where_more_ran_at_once_the_minutes_are_known_and_how_many_were_saved_is_not()
    {
        await NoteAsync(Look(0) with { After = Noon, IsChanged = true, Minutes = Minutes(-30, 0, 9, 0) });
        await NoteAsync(Look(20) with { Before = Noon, IsChanged = true, Minutes = [.. Beyond(-10, 5, null), .. Beyond(5, 20, 0)] });

        var record = await RecordAsync();
        Assert.Equal((5, null), (record.MinutesSaved, record.RequestsSaved));
    }

    [Fact]
    public async Task What_it_saved_cannot_be_told_where_minutes_were_not_seen_or_nothing_is_counted()
    {
        await NoteAsync(Look(0) with { After = Noon, IsChanged = true, Minutes = Minutes(-40, 0, 9, 0) });
        await NoteAsync(Look(90) with { Before = Noon, IsChanged = true, Minutes = Beyond(30, 90, 50) });
        var gap = await RecordAsync();

        await NoteAsync(new LeaseLook("event-source", "deliver", Noon) { Reason = "Disabled.", IsChanged = true });
        var nothing = Assert.Single(await _history.OfResourceAsync("deliver", 10, null, Stop));

        Assert.Equal((null, null, null, null), (gap.MinutesSaved, gap.RequestsSaved, nothing.MinutesSaved, nothing.RequestsSaved));
    }

    [Fact]
    public async Task A_lease_that_an_older_version_began_tells_no_savings()
    {
        var begun = new LeaseRecord
        {
            Remediation = "heal-capacity",
            Resource = "customers",
            GrantedAt = Noon,
            LookedAt = Noon,
            Reason = "Throttled.",
        };
        await _history.KeepAsync(begun, Stop);
        await NoteAsync(Look(20) with { Before = Noon, IsChanged = true, Minutes = Beyond(-10, 20, 50) });

        Assert.Null((await RecordAsync()).MinutesSaved);
    }

    [Fact]
    public async Task A_repair_that_holds_nothing_begins_and_ends_at_once_and_a_look_that_changes_nothing_is_none()
    {
        await NoteAsync(Look(3));
        Assert.Empty(await _history.OfResourceAsync("customers", 10, null, Stop));

        await NoteAsync(Look(4) with { IsChanged = true });
        var record = await RecordAsync();
        Assert.Equal((Noon.AddMinutes(4), Noon.AddMinutes(4)), (record.GrantedAt, record.EndedAt));
    }

    [Fact]
    public async Task Where_the_cost_cannot_be_told_it_is_not_zero()
    {
        await NoteAsync(Look(0) with { After = Noon, IsChanged = true });
        await NoteAsync(Look(60) with { Before = Noon, DollarsPerHour = null });

        Assert.Null((await RecordAsync()).Dollars);
    }

    [Fact]
    public async Task A_memory_that_fails_costs_the_repair_nothing()
    {
        var book = new LeaseBook(new BrokenHistory());

        await book.NoteAsync(Look(0) with { After = Noon, IsChanged = true }, Stop);
    }

    private static LeaseLook Look(int minute) => new("heal-capacity", "customers", Noon.AddMinutes(minute)) { Reason = "Throttled." };

    private static LeaseMinute[] Minutes(int from, int to, int before, int after) =>
        [.. Enumerable.Range(from, to - from).Select(minute => new LeaseMinute(Noon.AddMinutes(minute), minute < 0 ? before : after))];

    /// <summary>Minutes in which so many requests more were served than could have been before.</summary>
    private static LeaseMinute[] Beyond(int from, int to, double? requests) =>
    [
        .. Enumerable.Range(from, to - from).Select(minute =>
            new LeaseMinute(Noon.AddMinutes(minute), 0) { IsBeyond = requests != 0, RequestsBeyond = requests }),
    ];

    private async Task<LeaseRecord> RecordAsync() => Assert.Single(await _history.OfResourceAsync("customers", 10, null, Stop));

    private ValueTask NoteAsync(LeaseLook look) => new LeaseBook(_history).NoteAsync(look, Stop);

    private sealed class BrokenHistory : ILeaseHistory
    {
        public ValueTask KeepAsync(LeaseRecord record, CancellationToken cancellationToken) => throw new TimeoutException();

        public ValueTask<LeaseRecord?> FindAsync(LeaseKey key, CancellationToken cancellationToken) => throw new TimeoutException();

        public ValueTask<IReadOnlyList<LeaseRecord>> MonthAsync(
            DateOnly month, int limit, LeaseKey? after, CancellationToken cancellationToken) => throw new TimeoutException();

        public ValueTask<IReadOnlyList<LeaseRecord>> OfResourceAsync(
            string resource, int limit, LeaseKey? after, CancellationToken cancellationToken) => throw new TimeoutException();
    }
}
