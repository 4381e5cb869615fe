using ContactCenter.Core.Remediation.Capacity;
using static ContactCenter.Core.Tests.Remediation.Capacity.TableStates;

namespace ContactCenter.Core.Tests.Remediation.Capacity;

public sealed class DemandEstimateTests
{
    // the newest minute of a series ended a minute and twenty seconds ago
    private static readonly TimeSpan Behind = TimeSpan.FromSeconds(80);

    [Fact]
    public void Without_minutes_nothing_is_known()
    {
        var estimate = DemandEstimate.From([], [], [], Now, CapacityTuning.Default);

        Assert.Equal(new DemandEstimate(false, 0, 0, 0, 0, default, default, 0, TimeSpan.Zero, null), estimate);
    }

    [Fact]
    public void A_level_load_is_its_own_estimate_without_trend_and_noise_and_leaves_the_burst_full() =>
        Assert.Equal(
            new DemandEstimate(true, 80, 80, 80, 0, new DemandPeaks(80, 80), new DemandPeaks(80, 80), 30_000, Behind, null) { Hour = 80 },
            Of(Level(80)));

    [Fact]
    public void What_was_turned_away_counts_by_the_units_that_a_request_takes()
    {
        // 60 units a second in 30 requests, so the 20 requests that were turned away are 40 units
        var minute = new CapacityMinute(Now.AddMinutes(-2), 3600, 1800, 100, new ThrottleCounts(20 * 60, 0, 0, 0));

        Assert.Equal(100, Of(minute).Brief, 9);
        Assert.Equal(Now.AddMinutes(-1), Of(minute).LastThrottled);
    }

    [Fact]
    public void A_minute_without_requests_takes_the_units_of_the_one_before()
    {
        var first = new CapacityMinute(Now.AddMinutes(-3), 3000, 1500, 100, default);
        var second = new CapacityMinute(Now.AddMinutes(-2), 0, 0, 100, new ThrottleCounts(60, 0, 0, 0));

        Assert.Equal((50 + 2) / 2.0, Of(first, second).Brief, 9);
    }

    [Fact]
    public void What_a_hot_key_turned_away_is_no_demand()
    {
        var minute = new CapacityMinute(Now.AddMinutes(-2), 3000, 3000, 100, new ThrottleCounts(0, 900, 0, 0));

        Assert.Equal((50, null), (Of(minute).Brief, Of(minute).LastThrottled));
    }

    [Fact]
    public void What_was_turned_away_of_a_minute_that_had_room_for_it_all_spends_no_burst_and_asks_for_no_calm()
    {
        var calm = new CapacityMinute(Now.AddMinutes(-3), 3000, 3000, 100, default);
        var minute = new CapacityMinute(Now.AddMinutes(-2), 3000, 3000, 100, new ThrottleCounts(900, 0, 0, 0));

        Assert.Equal((57.5, null, 30_000), (Of(calm, minute).Brief, Of(calm, minute).LastThrottled, Of(calm, minute).Burst));
    }

    [Fact]
    public void What_was_turned_away_elsewhere_is_demand_and_leaves_the_burst()
    {
        var minutes = Minutes(100, [.. Level(50, 9), 50], default, Now);
        double[] elsewhere = [.. Level(0, 9), 60 * 30];

        var estimate = DemandEstimate.From(minutes, new ThrottleCounts[10], elsewhere, Now, CapacityTuning.Default);

        Assert.Equal((80, 30_000), (estimate.Latest, estimate.Burst));
        Assert.Equal(minutes[^1].Start.AddMinutes(1), estimate.LastThrottled);
    }

    [Theory]
    [InlineData(new double[] { 80, 80, 120 }, 132.0)]
    [InlineData(new double[] { 80, 118, 120 }, 120.0)]
    [InlineData(new double[] { 99, 99, 101 }, 103.0)]
    [InlineData(new double[] { 70, 60, 90 }, 90.0)]
    [InlineData(new double[] { 118, 120 }, 120.0)]
    [InlineData(new double[] { 120 }, 120.0)]
    public void Throttling_that_began_in_the_last_minute_lasted_half_of_it(double[] perSecond, double latest) =>
        Assert.Equal(latest, Of(perSecond).Latest, 9);

    [Fact]
    public void Three_minutes_are_brief_and_what_lasts_is_a_mean_of_ten()
    {
        var estimate = Of([.. Level(50, 7), 20, 20, 20]);

        Assert.Equal(20, estimate.Brief, 9);
        Assert.Equal(20, estimate.Level, 9);
        Assert.Equal(29, Of([.. Level(20, 7), 50, 50, 50]).Level, 9);
        Assert.Equal(39, Of([90, .. Level(20, 6), 60, 60, 60]).Level, 9);
    }

    [Fact]
    public void Noise_is_the_usual_change_between_minutes_and_lets_a_level_be_above_the_last_three()
    {
        var estimate = Of([10, 20, 10, 20, 10]);

        // changes of ten to either side of none
        Assert.Equal(14, estimate.Level, 9);
    }

    [Theory]
    [InlineData(new double[] { 10, 20, 30, 40, 50, 60, 70, 80, 90 }, 10.0)]
    [InlineData(new double[] { 90, 10, 20, 30, 40, 50, 60, 70, 80 }, 10.0)]
    [InlineData(new double[] { 90, 80, 70, 60, 50 }, 0.0)]
    [InlineData(new double[] { 10, 20, 30 }, 10.0)]
    [InlineData(new double[] { 10, 20 }, 0.0)]
    public void A_trend_is_what_each_of_eight_minutes_surely_adds(double[] perSecond, double trend) =>
        Assert.Equal(trend, Of(perSecond).Trend, 9);

    [Fact]
    public void Of_an_unsteady_rise_the_middle_slope_counts()
    {
        // slopes: 0, 20, 0 from minute to minute; 10, 10 over two; 20 / 3 over three; no usual change between minutes
        var estimate = Of([10, 10, 30, 30]);

        Assert.Equal((10 + (20 / 3.0)) / 2, estimate.Trend, 9);
    }

    [Fact]
    public void Of_a_noisy_rise_two_standard_errors_are_left_out()
    {
        // slopes: 12, 8, 12, 8 from minute to minute; 10 three times over two; 32 / 3 and 28 / 3 over three; 10 over four
        var estimate = Of([10, 22, 30, 42, 50]);
        var error = 2 * 1.4826 / 1.4142 * Math.Sqrt(12.0 / 5 / 24);

        Assert.Equal(10 - (2 * error), estimate.Trend, 9);
    }

    [Theory]
    [InlineData(0, 90.0)]
    [InlineData(1, 100.0)]
    [InlineData(10, 132.0)]
    public void A_level_is_foreseen_by_its_trend_and_to_a_tenth_above_what_was_seen(int ahead, double expected)
    {
        var estimate = Of([80, 90, 100, 110]) with { Behind = TimeSpan.FromMinutes(1) };

        Assert.Equal(expected, estimate.Foresee(70, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(ahead), CapacityTuning.Default), 9);
    }

    [Theory]
    [InlineData(new double[] { 100, 100, 100 }, 30_000.0)]
    [InlineData(new double[] { 50, 50, 0 }, 30_000.0)]
    public void What_was_not_used_fills_the_burst_up_to_five_minutes(double[] perSecond, double burst) =>
        Assert.Equal(burst, Of(perSecond).Burst, 9);

    [Fact]
    public void What_was_used_above_the_capacity_is_taken_from_the_burst_until_now()
    {
        var minutes = new[] { 100.0, 150, 150 }
            .Select(static (perSecond, i) =>
                new CapacityMinute(Now.AddSeconds(-80).AddMinutes(i - 3), 60 * perSecond, 60 * perSecond, 100, default))
            .ToArray();

        Assert.Equal(30_000 - 3000 - 3000 - (80 * 50), Of(minutes).Burst, 9);
    }

    [Fact]
    public void A_first_minute_above_its_capacity_or_with_throttling_leaves_no_burst_to_begin_with()
    {
        var busy = new CapacityMinute(Now.AddSeconds(-80).AddMinutes(-2), 6001, 6001, 100, default);
        var calm = new CapacityMinute(Now.AddSeconds(-80).AddMinutes(-1), 3000, 3000, 100, default);

        Assert.Equal(3000 + (80 * 50), Of(busy, calm).Burst, 9);
        Assert.Equal(3000 + (80 * 50), Of(busy with { Consumed = 6000, Throttled = new ThrottleCounts(1, 0, 0, 0) }, calm).Burst, 9);
        Assert.Equal(30_000, Of(busy with { Consumed = 6000 }, calm).Burst, 9);
    }

    [Fact]
    public void Throttling_proves_that_the_burst_is_spent() => Assert.Equal(0, Of([.. Level(50), 120]).Burst);

    [Fact]
    public void Peaks_are_those_of_a_quarter_of_an_hour_and_of_its_last_minutes()
    {
        // three minutes of 80 that ended five minutes ago, within a level of 20
        var estimate = Of([.. Level(20, 30), 80, 80, 80, .. Level(20, 5)]);

        Assert.Equal((80, (7 * 20 + 3 * 80) / 10.0), (estimate.Calm.Brief, estimate.Calm.Level));
        Assert.Equal((40, 20), (estimate.ShortCalm.Brief, estimate.ShortCalm.Level));
    }

    [Theory]
    [InlineData(0, 80.0)]
    [InlineData(5, 80.0)]
    [InlineData(6, 74.0)]
    [InlineData(14, 26.0)]
    [InlineData(15, 20.0)]
    public void A_level_peak_is_one_whose_ten_minutes_lie_in_the_quarter_of_an_hour(int ago, double level) =>
        Assert.Equal(level, Of([.. Level(20, 30), .. Level(80, 10), .. Level(20, ago)]).Calm.Level, 9);

    [Theory]
    [InlineData(12, 80.0)]
    [InlineData(14, 80.0)]
    [InlineData(15, 60.0)]
    [InlineData(16, 40.0)]
    [InlineData(17, 20.0)]
    public void A_brief_peak_leaves_the_quarter_of_an_hour_minute_by_minute(int ago, double brief) =>
        Assert.Equal(brief, Of([.. Level(20, 30), 80, 80, 80, .. Level(20, ago)]).Calm.Brief, 9);

    private static DemandEstimate Of(double[] perSecond) => Of(Minutes(100, perSecond, ThrottleCause.ProvisionedThroughput, Now));

    private static DemandEstimate Of(params CapacityMinute[] minutes) =>
        DemandEstimate.From(minutes, [.. minutes.Select(static minute => minute.Throttled)], [], Now, CapacityTuning.Default);
}
