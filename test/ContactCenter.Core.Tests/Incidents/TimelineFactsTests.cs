using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;

namespace ContactCenter.Core.Tests.Incidents;

/// <summary>Events name whom and what they speak of, so that nobody has to read sentences to count.</summary>
public sealed class TimelineFactsTests
{
    private readonly Desk _desk = new();

    [Fact]
    public void An_opening_names_its_alarm_and_severity()
    {
        var opened = _desk.Red("queue-full", "Billing", 0).Timeline[0];

        Assert.Equal(new TimelineFacts { Alarm = "cc-test/queue-full/Billing", Severity = Severity.P1 }, opened.Facts);
    }

    [Fact]
    public void Who_is_told_is_named_with_the_channel()
    {
        var told = _desk.Red("queue-full", "Billing", 0).Timeline[1];

        Assert.Equal(new TimelineFacts { Audience = "on-call", Channel = nameof(Channel.Email) }, told.Facts);
    }

    [Theory]
    [InlineData(PersonAction.Acknowledge)]
    [InlineData(PersonAction.Snooze)]
    [InlineData(PersonAction.Escalate)]
    [InlineData(PersonAction.Resolve)]
    public void An_act_names_who_did_what(PersonAction action)
    {
        _desk.Red("queue-full", "Billing", 0);

        var act = _desk.Act(new PersonActed(action, "ann"), 2).Timeline[0];

        Assert.Equal(new TimelineFacts { Actor = "ann", Act = action }, act.Facts);
    }

    [Fact]
    public void A_hand_over_names_who_got_it()
    {
        _desk.Red("queue-full", "Billing", 0);

        var act = _desk.Act(new PersonActed(PersonAction.HandOver, "ann") { Audience = "boss" }, 2).Timeline[0];

        Assert.Equal(new TimelineFacts { Actor = "ann", Act = PersonAction.HandOver, Audience = "boss" }, act.Facts);
    }

    [Fact]
    public void A_rise_names_the_severity()
    {
        _desk.Red("queue-size", "Billing", 0);

        var raised = _desk.Red("queue-full", "Billing", 2).Timeline.Single(static entry => entry.Kind == TimelineKind.Raised);

        Assert.Equal(new TimelineFacts { Severity = Severity.P1 }, raised.Facts);
    }

    [Fact]
    public void A_missed_promise_says_which()
    {
        _desk.Red("queue-full", "Billing", 0);

        var missed = _desk.PassTo(61).SelectMany(static decision => decision.Timeline)
            .Where(static entry => entry.Kind == TimelineKind.SlaMissed)
            .Select(static entry => entry.Facts?.Promise);

        Assert.Equal([PromiseKind.Acknowledge, PromiseKind.Resolve], missed);
    }

    [Fact]
    public void A_repair_is_named_with_whether_it_helped()
    {
        _desk.Red("queue-full", "Billing", 0);

        var report = _desk.Act(new RemediationReported("heal-capacity", "orders", false, "It is at its maximum."), 2).Timeline[0];

        Assert.Equal(new TimelineFacts { Repair = "heal-capacity orders", Helped = false }, report.Facts);
    }

    [Fact]
    public void A_change_is_named_by_its_id()
    {
        _desk.Red("queue-full", "Billing", 0);

        var change = new ConfigurationChange("event-1", Desk.At(-2), "123456789012/eu-central-1", "ann: UpdateQueue on Billing.");
        var noted = _desk.Act(new ChangesNoted([change]), 2).Timeline[0];

        Assert.Equal(new TimelineFacts { Change = "event-1" }, noted.Facts);
    }
}
