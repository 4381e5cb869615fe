using ContactCenter.Core.Forecasting.Demand;
using ContactCenter.Core.Remediation.Capacity;
using static ContactCenter.Core.Tests.Remediation.Capacity.TableStates;

namespace ContactCenter.Core.Tests.Remediation.Capacity;

public sealed class HourSeasonTests
{
    private const int PerHour = 12;
    private static readonly double[] Jobs = [160, 80, .. Level(20, 10)];

    [Fact]
    public void Jobs_of_each_full_hour_are_expected_again()
    {
        var season = HourSeason.From(Hours(8))!;

        Assert.Equal(Jobs, season.Ahead);
        Assert.Equal(160, season.Soon);
    }

    [Fact]
    public void Jobs_of_each_half_hour_are_expected_again() => Assert.Equal(
        160, HourSeason.From([.. Enumerable.Repeat<double[]>([160, .. Level(20, 5)], 16).SelectMany(static half => half)])!.Soon);

    [Fact]
    public void Less_than_four_hours_tell_no_season_of_the_hour() => Assert.Null(HourSeason.From(Hours(4)[1..]));

    [Fact]
    public void What_only_varies_by_chance_has_no_season_of_the_hour()
    {
        var random = new Random(1);

        Assert.Null(HourSeason.From([.. Enumerable.Range(0, 24 * PerHour).Select(_ => 100 * random.NextDouble())]));
    }

    [Fact]
    public void A_day_that_rises_and_falls_has_no_season_of_the_hour() => Assert.Null(HourSeason.From(
        [.. Enumerable.Range(0, 24 * PerHour).Select(static bin => 100 + (80 * Math.Sin(2 * Math.PI * bin / (24 * PerHour))))]));

    [Fact]
    public void A_single_spike_is_no_season_of_the_hour() =>
        Assert.Null(HourSeason.From([.. Level(20, 6 * PerHour), 400, 400, .. Level(20, 4 * PerHour)]));

    [Theory]
    [InlineData(0, 30, 0)]
    [InlineData(2, 30, 1)]
    [InlineData(10, 30, 0.2)]
    [InlineData(0, 200, 1)]
    [InlineData(0, 10, 0)]
    public void A_moment_is_as_good_as_long_a_capacity_does_from_then_on(int slot, double units, double expected) =>
        Assert.Equal(expected, new HourSeason([.. Jobs[slot..], .. Jobs[..slot]]).Moment(units));

    [Theory]
    [InlineData(0, 2, 20)]
    [InlineData(7, 2.5, 20)]
    [InlineData(8, 2.5, 160)]
    [InlineData(14, 2.5, 160)]
    [InlineData(16, 2.5, 80)]
    [InlineData(90, 2.5, 20)]
    public void Of_a_time_within_the_hour_the_five_minutes_count_that_it_touches(double from, double minutes, double expected) =>
        Assert.Equal(
            expected,
            new HourSeason([20, 20, 160, 80, .. Level(20, 8)]).Highest(TimeSpan.FromMinutes(from), TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData(1, null)]
    [InlineData(3, 180L)]
    public void Where_it_is_known_when_the_five_minutes_ended_it_is_raised_for_in_the_last_two_minutes(int since, long? expected) =>
        Assert.Equal(expected, Planned(31, [20, .. Jobs[..11]], seenUntil: Now.AddMinutes(-since)));

    [Theory]
    [InlineData(1, null)]
    [InlineData(16, 23L)]
    public void A_decrease_that_would_be_taken_back_within_ten_minutes_is_not_made(int since, long? expected) =>
        Assert.Equal(expected, Planned(180, [20, .. Jobs[..11]], seenUntil: Now.AddMinutes(-since)));

    [Fact]
    public void What_comes_by_the_clock_is_raised_for_in_the_minutes_before_it() => Assert.Equal(180, Planned(31, [20, .. Jobs[..11]]));

    [Fact]
    public void It_is_not_lowered_just_before_it() => Assert.Null(Planned(180, [20, .. Jobs[..11]]));

    [Theory]
    [InlineData(3, 2, 23L)]
    [InlineData(3, 9, null)]
    [InlineData(0, 9, 23L)]
    public void The_only_decrease_that_is_left_waits_for_the_time_at_which_it_does_for_long(int today, int slot, long? expected) =>
        Assert.Equal(expected, Planned(200, [.. Jobs[slot..], .. Jobs[..slot]], today));

    [Theory]
    [InlineData(true, 23L)]
    [InlineData(false, null)]
    public void The_end_of_what_comes_by_the_clock_is_no_surprise_to_keep_a_decrease_for(bool isKnown, long? expected) =>
        Assert.Equal(expected, Planned(200, isKnown ? [.. Jobs[2..], .. Jobs[..2]] : null, 3, [.. Level(150, 56), .. Level(20, 4)]));

    private static double[] Hours(int count) => [.. Enumerable.Repeat(Jobs, count).SelectMany(static hour => hour)];

    // Reads after the plan; null: they stay.
    private static long? Planned(
        long provisioned, double[]? ahead, int decreasesToday = 0, double[]? reads = null, DateTimeOffset? seenUntil = null) =>
        new CapacityRemediation().Plan(
        Table(provisioned, reads ?? Level(20)).With(r => r with
        {
            ReadOutlook = new DemandOutlook(null, 20, 20)
            {
                RoomOfUse = 0.125,
                Season = ahead is null ? null : new HourSeason(ahead),
                SeenUntil = seenUntil,
            },
            DecreasesToday = decreasesToday,
            LastDecrease = decreasesToday == 0 ? null : Now.AddMinutes(-30),
        }),
        Limits with { FollowDemandDown = true, ReadyForReads = 1, ReadyForWrites = 1 }, null, Now).Change?.Update.Table?.Reads;
}
