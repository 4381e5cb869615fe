using ContactCenter.Core.Configuration;
using ContactCenter.Core.Escalation;

namespace ContactCenter.Core.Tests.Escalation;

public sealed class EscalationPolicyTests
{
    private static readonly DateTimeOffset Started = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Steps at 0, 5 and 15 minutes, written down in another order, and two more rounds ten minutes after the last step.</summary>
    private static readonly EscalationSettings Rounds = new()
    {
        Steps = [Step(15, "boss"), Step(0, "on-call"), Step(5, "lead")],
        RepeatEvery = TimeSpan.FromMinutes(10),
        RepeatTimes = 2,
        AcknowledgementExpires = TimeSpan.FromMinutes(40),
    };

    private static readonly EscalationSettings Nobody = new() { Steps = [], RepeatEvery = TimeSpan.FromMinutes(10), RepeatTimes = 2 };

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 1, 5)]
    [InlineData(0, 2, 15)]
    [InlineData(1, 0, 25)]
    [InlineData(1, 1, 30)]
    [InlineData(2, 0, 50)]
    [InlineData(2, 2, 65)]
    [InlineData(3, 0, 65 + (24 * 60))]
    [InlineData(4, 0, 65 + (2 * 24 * 60))]
    public void A_round_begins_some_time_after_the_last_step_of_the_one_before_and_after_the_last_a_day_passes(
        int round, int step, int minutes) =>
        Assert.Equal(Started.AddMinutes(minutes), EscalationPolicy.From(Rounds).DueAt(Started, round, step));

    [Theory]
    [InlineData(0, 15)]
    [InlineData(1, 15 + (24 * 60))]
    public void Without_a_time_between_them_there_are_no_more_rounds(int round, int minutes) =>
        Assert.Equal(
            Started.AddMinutes(minutes),
            EscalationPolicy.From(Rounds with { RepeatEvery = null }).DueAt(Started, round, round == 0 ? 2 : 0));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    public void Where_nobody_is_named_a_step_is_due_daily_all_the_same(int round, int days) =>
        Assert.Equal(Started.AddDays(days), EscalationPolicy.From(Nobody).DueAt(Started, round, 0));

    [Theory]
    [InlineData(0, 0, "on-call")]
    [InlineData(0, 1, "lead")]
    [InlineData(2, 2, "boss")]
    [InlineData(3, 0, "boss")]
    [InlineData(9, 0, "boss")]
    public void Each_step_has_its_audience_and_the_reminders_after_the_last_round_that_of_the_last_step(
        int round, int step, string audience) => Assert.Equal(audience, EscalationPolicy.From(Rounds).Audience(round, step));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Where_nobody_is_named_nobody_is_told(int round) => Assert.Null(EscalationPolicy.From(Nobody).Audience(round, 0));

    [Theory]
    [InlineData(0, 0, 0, 1)]
    [InlineData(0, 1, 0, 2)]
    [InlineData(0, 2, 1, 0)]
    [InlineData(2, 1, 2, 2)]
    [InlineData(2, 2, 3, 0)]
    [InlineData(3, 0, 4, 0)]
    public void The_last_step_of_a_round_is_followed_by_the_first_of_the_next(int round, int step, int nextRound, int nextStep) =>
        Assert.Equal((nextRound, nextStep), EscalationPolicy.From(Rounds).After(round, step));

    [Fact]
    public void Where_nobody_is_named_one_reminder_follows_another() => Assert.Equal((1, 0), EscalationPolicy.From(Nobody).After(0, 0));

    [Fact]
    public void An_acknowledgement_counts_as_long_as_is_configured() =>
        Assert.Equal(TimeSpan.FromMinutes(40), EscalationPolicy.From(Rounds).AcknowledgementExpires);

    private static EscalationStepSettings Step(int minutes, string audience) =>
        new() { After = TimeSpan.FromMinutes(minutes), Audience = audience };
}
