using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Tests.Monitoring.Growth;

public sealed class SeriesTrendTests
{
    private static readonly DateOnly First = new(2026, 1, 5);

    [Fact]
    public void What_was_told_comes_first_then_what_reaches_a_limit_then_what_goes_up_most()
    {
        var series = SeriesTrend.Of(Days(
            60,
            ("Errors", "verify", static day => 10 + day, null),
            ("Duration", "verify", static day => 200 + day, null),
            (CountedThings.Users, "", static day => 400 + day, 500),
            (CountedThings.Queues, "", static day => 40 + day, 500),
            (CountedThings.Flows, "", static _ => 40, 100)));

        Assert.Equal(
            ["Duration", CountedThings.Users, CountedThings.Queues, "Errors", CountedThings.Flows],
            series.Select(static one => one.Series.Name));
        Assert.Equal([true, false, false, false, false], series.Select(static one => one.IsTold));
    }

    [Fact]
    public void Days_until_a_limit_come_with_their_interval_and_a_sentence()
    {
        var users = Assert.Single(SeriesTrend.Of(Days(60, (CountedThings.Users, "", static day => 400 + day, 500))));

        Assert.InRange(users.Reach!.Days, 40, 42);
        Assert.InRange(users.Reach.Soonest, 35, users.Reach.Days);
        Assert.Equal("users of the instance will come from 459 to 500 in 41 days (41 to 41)", users.Sentence);
        Assert.Equal("Nutzer der Instanz in 41 Tagen (41 bis 41) von 459 auf 500", Translation.Into("de").Of(users.Sentence!));
    }

    [Fact]
    public void A_limit_that_is_years_away_is_not_said()
    {
        var queues = Assert.Single(SeriesTrend.Of(Days(60, (CountedThings.Queues, "", static day => 40 + (day / 10), 500))));

        Assert.Matches("went up by .* % in 30 days, to 4", queues.Sentence);
    }

    [Fact]
    public void What_goes_down_is_said_too_and_what_stands_still_is_not()
    {
        var series = SeriesTrend.Of(Days(
            60, ("AverageHandleTime", "Billing", static day => 400 - day, null), ("Errors", "verify", static _ => 3, null)));

        Assert.Equal(
            ["seconds that a call of the queue Billing takes went down by 8.8 % in 30 days, to 341", null],
            series.Select(static one => one.Sentence));
    }

    [Fact]
    public void What_is_nothing_on_most_days_goes_nowhere_whatever_the_signs_say()
    {
        var rare = Assert.Single(SeriesTrend.Of(Days(84, ("Errors", "verify", static day => day >= 63 && day % 7 < 6 ? 3 : 0, null))));

        Assert.Equal((true, 0.0), (rare.Trend!.IsSignificant, rare.Trend.Slope));
        Assert.Null(rare.Sentence);
    }

    [Fact]
    public void The_limit_of_what_is_counted_is_the_last_that_was_read_and_that_of_a_table_may_go()
    {
        var days = Days(
            60,
            (CountedThings.Users, "", static day => 400 + day, 500),
            (CountedThings.TableSize, "orders", static day => 400 + day, 500));
        var night = new CenterDay(
            First.AddDays(60), [new(CountedThings.Users, "", 460, null), new(CountedThings.TableSize, "orders", 460, null)]);

        Assert.Equal(
            [(CountedThings.Users, 500.0), (CountedThings.TableSize, 0.0)],
            SeriesTrend.Of([.. days, night]).Select(static one => (one.Series.Name, one.Series.Limit ?? 0)));
    }

    [Fact]
    public void A_series_that_ended_weeks_ago_and_one_of_too_few_days_have_no_trend()
    {
        var days = Days(60, (CountedThings.Users, "", static day => 400 + day, 500));

        Assert.Empty(SeriesTrend.Of([.. days.Take(40), .. days.Skip(40).Select(static day => day with { Values = [] })]));
        Assert.Null(Assert.Single(SeriesTrend.Of([.. days.Take(20)])).Trend);
        Assert.Empty(SeriesTrend.Of([]));
    }

    [Theory]
    [InlineData("Users per instance", CountedThings.Users)]
    [InlineData("Contact flows per instance", CountedThings.Flows)]
    [InlineData("Flows per instance", CountedThings.Flows)]
    [InlineData("AWS Lambda functions per instance", CountedThings.Functions)]
    [InlineData("Queues per instance", CountedThings.Queues)]
    [InlineData("Queues per routing profile per instance", null)]
    [InlineData("Rate of ListUsers API requests", null)]
    public void A_quota_is_known_by_its_name(string quota, string? counted) => Assert.Equal(counted, CountedThings.OfQuota(quota));

    private static CenterDay[] Days(int count, params (string Name, string Of, Func<int, double> Value, double? Limit)[] series) =>
    [
        .. Enumerable.Range(0, count).Select(day => new CenterDay(
            First.AddDays(day), [.. series.Select(one => new DayValue(one.Name, one.Of, one.Value(day), one.Limit))])
        {
            Told = day == count - 1 ? ["Duration/verify"] : [],
        }),
    ];
}
