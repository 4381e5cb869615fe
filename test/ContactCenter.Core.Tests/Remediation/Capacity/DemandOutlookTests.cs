using ContactCenter.Core.Forecasting.Demand;

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
    public void What_was_foretold_and_did_not_come_is_believed_up_to_the_usual_level_only()
    {
        // half an hour of each day, and at another hour every day
        var bins = Enumerable.Repeat(10.0, (2 * Day) + 190).ToArray();
        Array.Fill(bins, 500.0, 100, 6);
        Array.Fill(bins, 500.0, Day + 200, 6);
        Array.Fill(bins, 500.0, (2 * Day) + 20, 6);

        Assert.Equal(10, DemandOutlook.From(bins).Hour);
    }

    [Fact]
    public void One_event_higher_than_anything_does_not_undo_a_season_that_came_true()
    {
        var bins = Enumerable.Range(0, (4 * Day) + 80).Select(static i => i % Day is >= 84 and < 216 ? 50.0 : 5).ToArray();
        Array.Fill(bins, 900.0, (3 * Day) + 250, 6);

        Assert.Equal(50, DemandOutlook.From(bins).Hour);
    }

    [Fact]
    public void A_holiday_bends_the_outlook_down()
    {
        var bins = Enumerable.Repeat(100.0, Day + 20).ToArray();
        Array.Fill(bins, 20.0, Day + 10, 10);

        Assert.Equal(20, DemandOutlook.From(bins).Hour!.Value, 9);
    }

    [Fact]
    public void Without_anything_seen_nothing_is_known() => Assert.Equal(new DemandOutlook(null, null, null), DemandOutlook.From([]));

    [Fact]
    public void Of_two_weeks_the_mean_counts()
    {
        var bins = Weeks(static week => week switch { 0 => 40, 1 => 80, _ => 60 });

        Assert.Equal((60, 60), (DemandOutlook.From(bins).Soon, DemandOutlook.From(bins).Hour));
    }

    [Theory]
    [InlineData(120.0, 120.0)]
    [InlineData(150.0, 150.0)]
    [InlineData(900.0, 150.0)]
    [InlineData(50.0, 50.0)]
    [InlineData(0.0, 10.0)]
    public void The_last_half_hour_bends_the_outlook_between_a_tenth_and_half_more(double lately, double expected)
    {
        // three days whose rise came true, so that the season is believed
        var bins = Enumerable.Range(0, (3 * Day) + 20).Select(static i => i % Day < 14 ? 50.0 : 100).ToArray();
        Array.Fill(bins, lately, (3 * Day) + 14, 6);

        Assert.Equal(expected, DemandOutlook.From(bins).Hour!.Value, 9);
    }

    [Fact]
    public void A_day_before_on_which_nothing_was_asked_for_bends_nothing()
    {
        var bins = new double[Day + 20];
        Array.Fill(bins, 70.0, Day + 14, 6);

        Assert.Equal(0, DemandOutlook.From(bins).Hour);
    }

    [Theory]
    [InlineData(Day, true)]
    [InlineData(Day - 1, false)]
    public void The_hour_ahead_is_known_once_a_whole_day_was_seen(int bins, bool isKnown) =>
        Assert.Equal(isKnown, DemandOutlook.From([.. Enumerable.Repeat(10.0, bins)]).Soon is not null);

    [Fact]
    public void The_usual_level_is_that_of_the_last_day_alone()
    {
        double[] bins = [.. Enumerable.Repeat(90.0, 3 * Day), .. Enumerable.Repeat(20.0, Day)];

        Assert.Equal(20, DemandOutlook.From(bins).Usual);
    }

    [Theory]
    [InlineData(3, 10.0)]
    [InlineData(4, 500.0)]
    public void What_was_shorter_than_a_quarter_of_an_hour_to_either_side_is_no_habit(int bins, double expected)
    {
        var before = Enumerable.Repeat(10.0, Day + 100).ToArray();
        Array.Fill(before, 500.0, 104, bins);

        Assert.Equal(expected, DemandOutlook.From(before).Hour);
    }

    private static double[] Weeks(Func<int, double> ofWeek) =>
        [.. Enumerable.Range(0, (14 * Day) + 100).Select(i => ofWeek(i / (7 * Day)))];

    private static double[] Days(int bins) => [.. Enumerable.Range(0, bins).Select(i => i % Day is >= 84 and < 240 ? 50.0 : 0)];
}
