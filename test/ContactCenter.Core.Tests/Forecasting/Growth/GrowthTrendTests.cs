using ContactCenter.Core.Forecasting.Growth;

namespace ContactCenter.Core.Tests.Forecasting.Growth;

public sealed class GrowthTrendTests
{
    private static readonly DateOnly Begin = new(2026, 1, 5);

    [Fact]
    public void A_trend_is_found_under_a_week_and_noise_and_some_strange_days()
    {
        var random = new Random(1);
        var days = Days(120, day => 100 + (0.5 * day) + Week(day) + (random.NextDouble() * 10) + (day % 17 == 3 ? 400 : 0));

        var trend = GrowthTrend.Of(days)!;

        Assert.True(trend.IsSignificant);
        Assert.InRange(trend.Slope, 0.4, 0.6);
        Assert.InRange(trend.Slope, trend.LowSlope, trend.HighSlope);
    }

    [Fact]
    public void Noise_alone_is_told_as_a_trend_in_two_of_a_hundred_at_most()
    {
        var random = new Random(2);

        var told = Enumerable.Range(0, 500).Count(_ =>
            GrowthTrend.Of(Days(90, day => Week(day) + (random.NextDouble() * 50)))!.IsSignificant);

        Assert.InRange(told, 0, 10);
    }

    [Fact]
    public void The_slope_is_within_its_interval_in_about_nine_of_ten()
    {
        var random = new Random(3);

        var within = Enumerable.Range(0, 300).Select(_ => GrowthTrend.Of(Days(90, day => (0.3 * day) + (random.NextDouble() * 60)))!)
            .Count(static trend => trend.LowSlope <= 0.3 && 0.3 <= trend.HighSlope);

        Assert.InRange(within / 300.0, 0.85, 0.97);
    }

    [Fact]
    public void A_limit_is_reached_when_the_slope_says_so()
    {
        var trend = GrowthTrend.Of(Days(60, static day => 100 + day))!;

        var reach = trend.Until(259)!;

        Assert.Equal(100, reach.Days, precision: 6);
        Assert.Equal(100, reach.Soonest, precision: 6);
    }

    [Fact]
    public void A_limit_that_is_passed_is_reached_today_and_one_behind_is_never()
    {
        var trend = GrowthTrend.Of(Days(60, static day => 100 + day))!;

        Assert.Equal(0, trend.Until(120)!.Days);
        Assert.Null(GrowthTrend.Of(Days(60, static day => 100 - day))!.Until(120));
    }

    [Fact]
    public void Four_weeks_are_needed_and_a_series_that_is_always_the_same_has_no_trend()
    {
        Assert.Null(GrowthTrend.Of(Days(27, static day => day)));
        Assert.False(GrowthTrend.Of(Days(60, static _ => 5))!.IsSignificant);
        Assert.Null(GrowthTrend.Of(Days(60, static day => day < 40 ? double.NaN : day)));
    }

    private static (DateOnly, double)[] Days(int count, Func<int, double> value) =>
        [.. Enumerable.Range(0, count).Select(day => (Begin.AddDays(day), value(day)))];

    private static double Week(int day) => day % 7 >= 5 ? 20 : 100;
}
