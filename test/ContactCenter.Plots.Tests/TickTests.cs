namespace ContactCenter.Plots.Tests;

public sealed class TickTests
{
    [Theory]
    [InlineData(0, 410, "0 200 400 600")]
    [InlineData(0, 0, "0.0 0.5 1.0")]
    [InlineData(0, 7, "0 2 4 6 8")]
    [InlineData(-3, 7, "\u22125 0 5 10")]
    [InlineData(0, 0.031, "0.00 0.01 0.02 0.03 0.04")]
    [InlineData(80, 80, "0 20 40 60 80")]
    [InlineData(0, 2_500_000, "0 1M 2M 3M")]
    public void Labels_are_multiples_of_one_two_or_five(double low, double high, string expected)
    {
        var ticks = NiceTicks.Of(low, high);

        Assert.Equal(expected, string.Join(' ', ticks.Values.Select(value => ticks.Label(value, PlotWords.English))));
    }

    [Fact]
    public void Counts_have_no_fractions()
    {
        var ticks = NiceTicks.Of(0, 1, isWhole: true);

        Assert.Equal([0, 1], ticks.Values);
    }

    [Fact]
    public void Every_range_has_few_labels_and_all_values_within()
    {
        for (var exponent = -6; exponent < 14; exponent++)
        {
            for (var factor = 1.0; factor < 10; factor += 0.37)
            {
                var high = factor * Math.Pow(10, exponent);
                var ticks = NiceTicks.Of(-high / 3, high);

                Assert.InRange(ticks.Values.Count(), 3, 8);
                Assert.True(ticks.From <= (-high / 3) + (ticks.Step * 1e-6) && ticks.To >= high - (ticks.Step * 1e-6));
            }
        }
    }

    [Fact]
    public void An_hour_that_the_clock_leaps_over_has_no_label()
    {
        // summer time begins in Berlin at 01:00 UTC: 02:00 is 03:00
        var night = new DateTimeOffset(2026, 3, 28, 23, 0, 0, TimeSpan.Zero);

        Assert.Equal(
            ["Mar 29 23:00", "01:00 00:00", "03:00 01:00", "04:00 02:00"],
            Said(TimeTicks.Of(night, night.AddHours(3), Some.Berlin, PlotWords.English, 4)));
    }

    [Fact]
    public void An_hour_that_comes_twice_has_its_label_once()
    {
        // summer time ends in Berlin at 01:00 UTC: 02:00 comes at 00:00 and at 01:00 UTC
        var night = new DateTimeOffset(2026, 10, 25, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(
            ["02:00 00:00", "03:00 02:00", "04:00 03:00"],
            Said(TimeTicks.Of(night, night.AddHours(3), Some.Berlin, PlotWords.English, 4)));
    }

    [Fact]
    public void Days_begin_at_midnight_of_the_reader()
    {
        var first = new DateTimeOffset(2026, 11, 28, 23, 0, 0, TimeSpan.Zero);

        Assert.Equal(
            ["Nov 29 23:00", "Nov 30 23:00", "Dec 1 23:00"],
            Said(TimeTicks.Of(first, first.AddDays(2), Some.Berlin, PlotWords.English, 3)));
    }

    [Fact]
    public void Labels_of_weeks_stand_on_Mondays()
    {
        var ticks = TimeTicks.Of(Some.Morning, Some.Morning.AddDays(40), TimeZoneInfo.Utc, PlotWords.English, 8);

        Assert.Equal(5, ticks.Count);
        Assert.All(ticks, static tick => Assert.Equal(DayOfWeek.Monday, tick.At.DayOfWeek));
    }

    [Fact]
    public void No_length_of_time_has_more_labels_than_fit()
    {
        foreach (var minutes in Enumerable.Range(1, 1_500).Select(static i => i * i))
        {
            var ticks = TimeTicks.Of(Some.Morning, Some.Morning.AddMinutes(minutes), Some.Berlin, PlotWords.English, 8);

            Assert.InRange(ticks.Count, 0, 9);
            Assert.Equal(ticks.Select(static tick => tick.At).Order(), ticks.Select(static tick => tick.At));
        }
    }

    private static IEnumerable<string> Said(IEnumerable<TimeTick> ticks) =>
        ticks.Select(static tick => $"{tick.Label} {tick.At.UtcDateTime:HH:mm}");
}
