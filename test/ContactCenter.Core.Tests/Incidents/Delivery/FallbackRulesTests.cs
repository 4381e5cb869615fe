using System.Collections.Immutable;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Tests.Notifications;

namespace ContactCenter.Core.Tests.Incidents.Delivery;

public sealed class FallbackRulesTests
{
    private static readonly DateTimeOffset Now = Messages.Opened.AddMinutes(20);
    private static readonly NotifyEffect Effect = Messages.Effect(Messages.Message(), Channel.Slack, "#ops");
    private static readonly Endpoint Slack = new() { Channel = Channel.Slack, To = "#ops" };
    private static readonly Endpoint Phone = new() { Channel = Channel.Sms, To = "+491", Fallback = true };
    private static readonly Endpoint Mail = new() { Channel = Channel.Email, To = "ann@example.com", Fallback = true };
    private static readonly Refused Final = new("it answered HTTP 404", IsPassing: false);
    private static readonly PerhapsTaken Silent = new("it did not answer in time");
    private static readonly Refused Passing = new("it answered HTTP 503", IsPassing: true);

    [Fact]
    public void The_endpoint_itself_is_told_first_and_leaves_no_note() => Assert.Equal(new TellBy(Slack, Effect, NoteName: null), Next());

    [Fact]
    public void What_the_endpoint_takes_is_done_with_its_note() =>
        Assert.Equal(new Delivered("A case was opened."), ResultOf(new Taken("A case was opened.")));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whatever_the_refusal_the_first_fallback_is_told_and_why(bool isPassing)
    {
        var step = Assert.IsType<TellBy>(Next(Final with { IsPassing = isPassing }));

        Assert.Equal(Phone, step.Endpoint);
        Assert.Equal("You are told here because Slack (#ops) cannot be reached: it answered HTTP 404.", step.Effect.Message.Remark);
        Assert.Equal((Effect.Id, Effect.To), (step.Effect.Id, step.Effect.To));
    }

    [Fact]
    public void The_next_fallback_hears_of_the_endpoint_and_not_of_the_first_fallback()
    {
        var step = Assert.IsType<TellBy>(Next(Final, Passing));

        Assert.Equal(Mail, step.Endpoint);
        Assert.Equal("You are told here because Slack (#ops) cannot be reached: it answered HTTP 404.", step.Effect.Message.Remark);
    }

    [Fact]
    public void Two_broken_endpoints_share_the_note_of_a_fallback_and_two_steps_do_not()
    {
        var other = Effect with { Id = $"{Messages.IncidentId}.6", Channel = Channel.Teams, To = "On call" };
        var later = Effect with { At = Effect.At.AddMinutes(15) };

        Assert.Equal(NoteOf(Effect), NoteOf(other));
        Assert.NotEqual(NoteOf(Effect), NoteOf(later));

        static string? NoteOf(NotifyEffect effect) =>
            ((TellBy)FallbackRules.Next(effect, [Slack, Phone], [Final], 1, isAlone: true, Now)).NoteName;
    }

    [Fact]
    public void What_a_fallback_takes_is_done_and_the_timeline_says_how() => Assert.Equal(
        new Delivered(
            "on-call could not be told by Slack (#ops): it answered HTTP 404. The message went out by Email (ann@example.com) instead."),
        ResultOf(Final, Passing, new Taken("nobody needs this")));

    [Fact]
    public void While_a_telephone_rings_nobody_else_is_told() => Assert.Equal(
        new RetryLater(Now.AddMinutes(6), "the telephone rings") { IsUnderway = true }, ResultOf(new Underway(Now.AddMinutes(6))));

    [Fact]
    public void A_telephone_that_nobody_answered_is_no_fault_of_a_channel()
    {
        var unanswered = Final with { IsUnanswered = true };

        Assert.True(Assert.IsType<DeliveryFailed>(ResultOf(unanswered, unanswered, unanswered)).IsUnanswered);
        Assert.False(Assert.IsType<DeliveryFailed>(ResultOf(unanswered, unanswered, Final)).IsUnanswered);
    }

    [Fact]
    public void When_all_refuse_for_good_it_has_failed_with_all_reasons() => Assert.Equal(
        new DeliveryFailed("it answered HTTP 404; Sms (+491): it answered HTTP 404; Email (ann@example.com): it answered HTTP 404"),
        ResultOf(Final, Final, Final));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(9, 5)]
    public void While_one_of_them_may_work_later_it_is_tried_again_after_the_pause_of_the_attempt(int attempt, int minutes) =>
        Assert.Equal(Now.AddMinutes(minutes), Assert.IsType<RetryLater>(ResultOf(attempt, Final, Passing, Final)).At);

    [Theory]
    [InlineData(10, 60)]
    [InlineData(600, 600)]
    [InlineData(31_536_000, 3600)]
    public void A_longer_pause_that_was_asked_for_is_kept_within_an_hour(int asked, int seconds) =>
        Assert.Equal(
            Now.AddSeconds(seconds),
            Assert.IsType<RetryLater>(ResultOf(Final, Passing with { RetryAfter = TimeSpan.FromSeconds(asked) }, Passing)).At);

    [Fact]
    public void Who_will_never_take_it_is_not_waited_for() => Assert.Equal(
        Now.AddMinutes(1),
        Assert.IsType<RetryLater>(ResultOf(Final with { RetryAfter = TimeSpan.FromMinutes(30) }, Passing, Passing)).At);

    [Fact]
    public void Who_may_have_the_message_is_told_once_more_after_a_pause() =>
        Assert.Equal(new RetryLater(Now.AddMinutes(1), "it did not answer in time"), ResultOf(1, Silent));

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Who_may_have_it_counts_as_told_then_while_others_are_told_of_the_step(int attempt) => Assert.Equal(
        new Delivered("on-call may have been told by Slack (#ops), and is not told again: it did not answer in time.")
        {
            IsUncertain = true,
        },
        Assert.IsType<Finished>(FallbackRules.Next(Effect, [Slack, Phone], [Silent], attempt, isAlone: false, Now)).Result);

    [Fact]
    public void Who_may_have_it_and_is_alone_counts_as_broken_so_the_fallback_is_told()
    {
        var step = Assert.IsType<TellBy>(Next(2, [Silent]));

        Assert.Equal(Phone, step.Endpoint);
        Assert.Equal(
            "You are told here because Slack (#ops) cannot be reached: it did not answer in time, though it may have the message.",
            step.Effect.Message.Remark);
    }

    [Fact]
    public void Who_may_have_it_and_is_alone_without_a_fallback_has_failed() => Assert.Equal(
        new DeliveryFailed("it did not answer in time, though it may have the message"),
        Assert.IsType<Finished>(FallbackRules.Next(Effect, [Slack], [Silent], 2, isAlone: true, Now)).Result);

    [Fact]
    public void Who_may_have_it_twice_is_not_told_a_third_time_because_a_fallback_is_down() =>
        Assert.IsType<DeliveryFailed>(ResultOf(2, Silent, Passing, Passing));

    [Fact]
    public void A_fallback_that_may_have_it_is_not_told_again() => Assert.Equal(
        new Delivered(
            "on-call could not be told by Slack (#ops): it answered HTTP 404. The message went out by Sms (+491) instead. "
                + "Perhaps: it did not answer in time."),
        ResultOf(1, Final, Silent));

    private static DeliveryResult ResultOf(params ChannelAnswer[] answers) => ResultOf(1, answers);

    private static DeliveryResult ResultOf(int attempt, params ChannelAnswer[] answers) =>
        Assert.IsType<Finished>(Next(attempt, answers)).Result;

    private static NotificationStep Next(params ChannelAnswer[] answers) => Next(1, answers);

    private static NotificationStep Next(int attempt, ChannelAnswer[] answers) =>
        FallbackRules.Next(Effect, [Slack, Phone, Mail], ImmutableArray.Create(answers), attempt, isAlone: true, Now);
}
