using ContactCenter.Core.Learning.Reviews;

namespace ContactCenter.Core.Tests.Learning;

/// <summary>What an incident cost customers, beside the same half hours of earlier weeks.</summary>
public sealed class ImpactEstimateTests
{
    private static readonly DateTimeOffset Begin = QueueWeeks.Monday.AddMinutes(10);
    private static readonly DateTimeOffset End = QueueWeeks.Monday.AddMinutes(50);

    [Fact]
    public void Contacts_given_up_beyond_the_usual_share_are_counted_with_their_range()
    {
        var impact = Of(6)!;

        // two half hours with 50 of 100 given up; in six weeks 4, 5 or 6 of 100, 101 or 102
        Assert.Equal((6, 200L, 100L), (impact.Weeks, impact.Seen.Offered, impact.Seen.Abandoned));
        Assert.Equal(100 - (200 * 60.0 / 1212), impact.ExtraAbandoned!.Value, 6);
        Assert.Equal(100 - (200 * 6.0 / 102), impact.ExtraAbandoned.Low, 6);
        Assert.Equal(100 - (200 * 4.0 / 100), impact.ExtraAbandoned.High, 6);
        Assert.False(impact.ExtraAbandoned.MayBeNothing);
    }

    [Fact]
    public void A_queue_that_is_worked_off_counts_until_its_wait_is_usual_again() => Assert.Equal(
        QueueWeeks.Monday.AddHours(2),
        Of(6, QueueWeeks.Monday.AddHours(2))!.To);

    [Fact]
    public void Of_two_weeks_nobody_can_say_what_is_usual()
    {
        var impact = Of(2)!;

        Assert.Equal(2, impact.Weeks);
        Assert.Null(impact.UsualOffered);
    }

    [Fact]
    public void A_half_hour_that_is_not_known_is_a_gap_and_nothing_is_compared()
    {
        var numbers = QueueWeeks.Of(6).Where(static half => half.At != QueueWeeks.Monday).ToArray();

        var impact = ImpactEstimate.Of("Billing", numbers, Begin, End, TimeZoneInfo.Utc)!;

        Assert.Equal(1, impact.Gaps);
        Assert.Null(impact.ExtraAbandoned);
    }

    [Fact]
    public void Where_nothing_is_known_of_the_time_nothing_is_said() => Assert.Null(
        ImpactEstimate.Of("Billing", QueueWeeks.Of(6), Begin.AddDays(9), End.AddDays(9), TimeZoneInfo.Utc));

    [Fact]
    public void The_same_time_of_an_earlier_week_is_the_same_by_the_clock_on_the_wall()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var summer = new DateTimeOffset(2026, 4, 1, 7, 0, 0, TimeSpan.Zero);

        Assert.Equal(new DateTimeOffset(2026, 3, 25, 8, 0, 0, TimeSpan.Zero), ImpactEstimate.Earlier(summer, 1, berlin));
    }

    private static ImpactEstimate? Of(int weeks, DateTimeOffset? bad = null) => ImpactEstimate.Of(
        "Billing",
        QueueWeeks.Of(weeks, (at, usual) => at >= QueueWeeks.Monday && at < (bad ?? QueueWeeks.Monday.AddHours(1))
            ? usual with { Offered = 100, Answered = 50, Abandoned = 50, AnswerSeconds = 6000, AbandonSeconds = 6000 }
            : usual),
        Begin,
        End,
        TimeZoneInfo.Utc);
}
