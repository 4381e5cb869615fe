using ContactCenter.Core.Common;
using ContactCenter.Core.Forecasting.Anomalies;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Tests.Monitoring.Anomalies;

public sealed class CenterWatchTests
{
    private const int DaysLearned = 16;
    private static readonly DateTimeOffset Begin = new(2026, 2, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Then = Begin.AddDays(DaysLearned);

    private static readonly WatchedSeries Waiting =
        new(AlarmGroups.Queue, "Cards", ContactChannel.Voice, "ContactsInQueue", AnomalySide.Above);

    private static readonly WatchedSeries Reads = new(AlarmGroups.Table, "customers", null, "ConsumedReadCapacityUnits", AnomalySide.Above);

    [Fact]
    public void What_begins_is_told_once_where_it_is_and_ends_when_it_is_usual_again()
    {
        var watch = Learned();

        var begun = Changes(watch, from: 0, minutes: 30, waiting: 900);
        var over = Changes(watch, from: 30, minutes: 60, waiting: null);

        Assert.Equal(("Cards", true), (Assert.Single(begun).Place.Resource, begun[0].IsBegun));
        Assert.Equal(("Cards", false), (Assert.Single(over).Place.Resource, over[0].IsBegun));
    }

    [Theory]
    [InlineData("ConsumedReadCapacityUnits by-phone", false)]
    [InlineData("ConsumedWriteCapacityUnits", true)]
    public void Two_that_say_the_same_do_not_agree(string other, bool isTold)
    {
        WatchedSeries[] both = [Reads, new(AlarmGroups.Table, "customers", null, other, AnomalySide.Above)];
        var watch = new CenterWatch();
        for (var minute = 0; minute < (DaysLearned * 1440) + 2; minute++)
        {
            foreach (var series in both)
            {
                // far enough out for two that agree, and not for one alone
                watch.Add(series, Begin.AddMinutes(minute), minute < DaysLearned * 1440 ? Usual(minute) : 70);
            }
        }

        Assert.All(watch.Latest, static one => Assert.InRange(one.Score, 0.5, 0.74));
        Assert.Equal(isTold, watch.Decide(Then.AddMinutes(1)).Count == 1);
    }

    [Fact]
    public void The_score_of_a_channel_is_that_of_its_loudest_series_and_a_table_has_none()
    {
        var watch = Learned();

        _ = Changes(watch, from: 0, minutes: 10, waiting: 900);

        var (place, channel, score) = Assert.Single(watch.Scores(Then.AddMinutes(10)));
        Assert.Equal(("Cards", ContactChannel.Voice, true), (place.Resource, channel, score >= 0.5));
    }

    [Fact]
    public void What_was_told_before_a_break_ends_after_it()
    {
        var watch = Learned();
        _ = Changes(watch, from: 0, minutes: 10, waiting: 900);

        var restored = CenterWatch.Restore(watch.Save())!;

        Assert.Equal(["Cards"], restored.Told.Keys.Select(static place => place.Resource));
        Assert.False(Assert.Single(Changes(restored, from: 10, minutes: 60, waiting: null)).IsBegun);
    }

    [Fact]
    public void What_nobody_was_told_begins_for_whoever_tells()
    {
        var watch = Learned();
        _ = Changes(watch, from: 0, minutes: 10, waiting: 900);

        var restored = CenterWatch.Restore(watch.Save(isTold: false))!;

        Assert.True(Assert.Single(Changes(restored, from: 10, minutes: 2, waiting: 900)).IsBegun);
    }

    [Fact]
    public void A_state_is_small_and_one_that_is_foreign_or_cut_off_is_refused()
    {
        var state = Learned().Save();

        Assert.InRange(state.Length, 100, 2 * SeriesWatch.MaximumStateBytes);
        Assert.Null(CenterWatch.Restore([]));
        Assert.Null(CenterWatch.Restore("no state at all, but some text"u8));
        Assert.Null(CenterWatch.Restore(state.AsSpan(0, state.Length / 2)));
    }

    private static CenterWatch Learned()
    {
        var watch = new CenterWatch();
        for (var minute = 0; minute < DaysLearned * 1440; minute++)
        {
            Add(watch, Begin.AddMinutes(minute), Usual(minute));
        }

        return watch;
    }

    private static List<AnomalyChange> Changes(CenterWatch watch, int from, int minutes, double? waiting)
    {
        var changes = new List<AnomalyChange>();
        for (var minute = from; minute < from + minutes; minute++)
        {
            Add(watch, Then.AddMinutes(minute), waiting ?? Usual(minute));
            changes.AddRange(watch.Decide(Then.AddMinutes(minute)));
        }

        return changes;
    }

    private static void Add(CenterWatch watch, DateTimeOffset at, double waiting)
    {
        watch.Add(Waiting, at, waiting);
        watch.Add(Reads, at, 200 + (30 * Math.Sin(at.ToUnixTimeSeconds() / 60 * 0.9)));
    }

    private static double Usual(int minute) => Math.Round(20 + (9 * Math.Sin(minute * 1.7)) + (6 * Math.Sin(minute * 0.37)));
}
