using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Slack;
using ContactCenter.Core.Notifications.Sns;
using ContactCenter.Core.Notifications.Teams;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Tests.Notifications;

namespace ContactCenter.Core.Tests.Incidents;

/// <summary>What an incident was is asked once: by the message that tells its end.</summary>
public sealed class VerdictTests
{
    private readonly Desk _desk = new();

    [Fact]
    public void Who_is_told_the_end_is_asked_what_it_was_and_nobody_before()
    {
        EndByItself();

        var told = _desk.Messages;
        Assert.Equal(Occasion.Resolved, told[^1].Message.Occasion);
        Assert.Equal(
            $"What was it: real, noise, expected or a drill? Please say so: contactcenter incident verdict {_desk.Incident.Id} real",
            OccasionText.Expectation(told[^1].Message));
        Assert.All(told.SkipLast(1), static effect => Assert.False(effect.Message.AsksVerdict));
    }

    [Fact]
    public void Who_ends_it_and_says_what_it_was_is_not_asked()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.Act(new PersonActed(PersonAction.Resolve, "ann") { Verdict = VerdictKind.Noise }, 5);

        Assert.Equal(Occasion.Resolved, _desk.Messages[^1].Message.Occasion);
        Assert.False(_desk.Messages[^1].Message.AsksVerdict);
    }

    [Fact]
    public void What_comes_back_after_a_verdict_is_not_asked_about_again()
    {
        EndByItself();
        _desk.Act(new PersonActed(PersonAction.Judge, "ann") { Verdict = VerdictKind.Noise }, 21);
        _desk.Red("queue-wait-time", "Billing", 30);
        _desk.Act(new PersonActed(PersonAction.Resolve, "ann"), 35);

        Assert.Equal((Occasion.Resolved, false), (_desk.Messages[^1].Message.Occasion, _desk.Messages[^1].Message.AsksVerdict));
    }

    [Fact]
    public void What_comes_back_before_anybody_has_answered_is_asked_about_at_its_next_end()
    {
        EndByItself();
        _desk.Red("queue-wait-time", "Billing", 30);
        _desk.Act(new PersonActed(PersonAction.Resolve, "ann"), 35);

        Assert.True(_desk.Messages[^1].Message.AsksVerdict);
    }

    [Theory]
    [InlineData(Severity.P1, null, true)]
    [InlineData(Severity.P3, null, true)]
    [InlineData(Severity.P4, null, false)]
    [InlineData(Severity.P1, "7Q2M9KXA-2", false)]
    public void Nobody_is_asked_about_a_P4_nor_about_a_part_of_another_incident(Severity severity, string? mergedInto, bool asks)
    {
        EndByItself();
        var incident = _desk.Incident with { Severity = severity, MergedInto = mergedInto };

        var message = MessageComposer.Compose(
            incident, [], new IncidentPolicy(_desk.Configuration), Occasion.Resolved, Desk.At(20), null);

        Assert.Equal(asks, message.AsksVerdict);
    }

    [Fact]
    public void Slack_asks_with_a_button_for_each_answer_and_a_command()
    {
        var body = SlackRenderer.Whole(Asking, null).ToJsonString();

        Assert.All(["real", "noise", "expected", "drill"], word => Assert.Contains($"\"verdict-{word}\"", body, StringComparison.Ordinal));
        Assert.Contains($"/incident verdict {Messages.IncidentId} real", body, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "verdict", SlackRenderer.Whole(Asking with { AsksVerdict = false }, null).ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void In_a_thread_it_is_asked_once_whether_the_whole_message_can_be_changed_or_not(bool hasToken)
    {
        var calls = SlackPlan.For(Asking, "#ops", new SlackThread("C1", "17.2"), hasToken, null);

        Assert.Single(calls, static call => call.Body.ToJsonString().Contains("verdict-real", StringComparison.Ordinal));
    }

    [Fact]
    public void E_mail_and_Teams_name_the_command_and_a_text_message_has_no_room_for_it()
    {
        var effect = Messages.Effect(Asking);
        var links = Messages.Links(effect);

        Assert.Contains("contactcenter incident verdict", PlainText.Body(Asking), StringComparison.Ordinal);
        Assert.Contains("contactcenter incident verdict", TeamsRenderer.Render(Asking, links).ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("verdict", SnsRenderer.Sms(Asking, links), StringComparison.Ordinal);
        Assert.Equal(SnsRenderer.Sms(Asking with { AsksVerdict = false }, links), SnsRenderer.Sms(Asking, links));
    }

    private static IncidentMessage Asking => Messages.Message(Occasion.Resolved, IncidentState.Resolved) with { AsksVerdict = true };

    private void EndByItself()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.Ok("queue-wait-time", "Billing", 5);
        _desk.PassTo(20);
    }
}
