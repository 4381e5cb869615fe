using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Core.Tests.Remediation.Capacity;

public sealed class DemandOutlookTests
{
    private const int Day = 288;

    [Fact]
    public void Without_a_day_of_history_the_hour_ahead_is_unknown_and_the_usual_level_is_the_median()
    {
        var outlook = DemandOutlook.From([1, 2, 3, 100, 4]);

        Assert.Null(outlook.Soon);
        Assert.Null(outlook.Hour);
        Assert.Equal(3, outlook.Usual);
    }

    [Fact]
    public void The_opening_of_the_day_before_is_foreseen_a_quarter_of_an_hour_ahead()
    {
        // Open from bin 84 (07:00) at 50 units per second; now it is 06:45 and 06:35 of the next day.
        Assert.Equal(50, DemandOutlook.From(Days(Day + 81)).Soon);
        Assert.Equal(0, DemandOutlook.From(Days(Day + 79)).Soon);
        Assert.Equal(50, DemandOutlook.From(Days(Day + 79)).Hour);
    }

    [Fact]
    public void The_same_day_a_week_ago_counts_more_than_yesterday()
    {
        var bins = Enumerable.Range(0, (7 * Day) + 100).Select(i => i / Day is 0 ? 80.0 : i >= 7 * Day ? 80 : 10).ToArray();

        Assert.Equal(80, DemandOutlook.From(bins).Hour);
    }

    [Fact]
    public void A_spike_of_yesterday_is_no_habit()
    {
        var bins = Enumerable.Repeat(10.0, Day + 100).ToArray();
        bins[102] = bins[103] = 500;

        Assert.Equal(10, DemandOutlook.From(bins).Hour);
    }

    [Fact]
    public void A_holiday_bends_the_outlook_down()
    {
        var bins = Enumerable.Repeat(100.0, Day + 20).ToArray();
        Array.Fill(bins, 20.0, Day + 10, 10);

        Assert.Equal(20, DemandOutlook.From(bins).Hour!.Value, 9);
    }

    private static double[] Days(int bins) => [.. Enumerable.Range(0, bins).Select(i => i % Day is >= 84 and < 240 ? 50.0 : 0)];
}
