using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Learning.Reminders;
using ContactCenter.Core.Learning.Reviews;

namespace ContactCenter.Core.Tests.Learning;

/// <summary>Of what people are reminded, and when.</summary>
public sealed class ReminderPlanTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly ActionReminderSettings Settings = new() { To = ["lead"] };

    [Theory]
    [InlineData("2026-03-02T08:59:00+01:00", false)]
    [InlineData("2026-03-02T09:00:00+01:00", true)]
    [InlineData("2026-03-02T19:59:00+01:00", true)]
    [InlineData("2026-03-02T20:00:00+01:00", false)]
    [InlineData("2026-03-06T12:00:00+01:00", true)]
    [InlineData("2026-03-07T12:00:00+01:00", false)]
    [InlineData("2026-03-08T12:00:00+01:00", false)]
    public void A_reminder_comes_on_a_working_day_by_the_clock_of_whoever_reads_it(string now, bool comes) => Assert.Equal(
        comes,
        ReminderPlan.DayOf(Settings, Reader.Of("en", "Europe/Berlin"), DateTimeOffset.Parse(now, null)) is not null);

    [Fact]
    public void What_is_not_due_is_not_told() => Assert.Empty(Told([Review(("Later.", 1, "ann"))], null, last: null));

    [Fact]
    public void What_is_due_is_told_with_everything_that_is_overdue_the_longest_first() => Assert.Equal(
        ["Oldest.", "Today."], Told([Review(("Today.", 0, "ann"), ("Oldest.", -30, null))], null, last: null));

    [Theory]
    [InlineData(-7, 1)]
    [InlineData(-6, 0)]
    [InlineData(-1, 0)]
    public void Each_is_told_again_a_week_after_its_day_and_not_before(int last, int count) => Assert.Equal(
        count, Told([Review(("Old.", -13, "ann"))], null, Monday.AddDays(last)).Count);

    [Fact]
    public void What_had_its_day_on_a_weekend_is_told_on_Monday() =>
        Assert.Single(Told([Review(("Saturday's.", -2, "ann"))], null, Monday.AddDays(-3)));

    [Fact]
    public void What_has_been_told_today_is_not_told_again() =>
        Assert.Empty(Told([Review(("Old.", -14, "ann"))], null, Monday));

    [Fact]
    public void Whoever_is_on_call_is_told_of_their_own_alone() => Assert.Equal(
        ["Ann's."], Told([Review(("Ann's.", -7, " ann "), ("Bob's.", -7, "Bob"), ("Nobody's.", -7, null))], "Ann", last: null));

    private static IReadOnlyList<string> Told(ReviewVersion[] reviews, string? person, DateOnly? last) =>
        [.. ReminderPlan.Told(reviews, person, Monday, last).Select(static one => one.Action.Text)];

    /// <summary>A review with open actions that are due so many days after Monday, and one that is done.</summary>
    internal static ReviewVersion Review(params (string Text, int Days, string? Owner)[] actions) => new()
    {
        IncidentId = "I-1",
        Version = 1,
        At = DateTimeOffset.UnixEpoch,
        State = ReviewState.InReview,
        Subject = "Queue Billing",
        Severity = Severity.P1,
        DetectedAt = DateTimeOffset.UnixEpoch,
        Words = new ReviewWords
        {
            Actions =
            [
                .. actions.Select(static one => Action(one.Text, one.Days, one.Owner, ActionState.Open)),
                Action("Done.", -7, "ann", ActionState.Done),
            ],
        },
    };

    private static ActionItem Action(string text, int days, string? owner, ActionState state) =>
        new(text, ActionType.PreventFuture, owner, Monday.AddDays(days), null, state, null);
}
