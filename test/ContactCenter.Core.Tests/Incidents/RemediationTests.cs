using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Notifications.Text;

namespace ContactCenter.Core.Tests.Incidents;

public sealed class RemediationTests
{
    private const string Failure = "Requests are still turned away 15 minutes after it was tried.";

    private readonly Desk _desk = new();

    public RemediationTests() => _desk.Red("table-read-throttled", "customers", 0);

    [Fact]
    public void A_repair_that_did_not_help_raises_the_severity_and_people_are_told_what_was_tried()
    {
        var desk = new Desk();
        desk.Red("table-read-capacity", "customers", 0);

        var decision = desk.Act(Failed("customers"), 15);

        Assert.Equal((IncidentAction.Raised, Severity.P2), (decision.Action, desk.Incident.Severity));
        Assert.Equal("Automatic repair did not help (heal-capacity customers): raised by one.", desk.Incident.Reasons[^1]);
        var told = Assert.Single(desk.Messages, effect => effect.Message.Occasion == Occasion.Raised);
        Assert.Equal(Failure, told.Message.Repair);
    }

    [Fact]
    public void A_repair_that_did_not_help_makes_no_P1_because_customers_are_served_all_the_same()
    {
        var decision = _desk.Act(Failed("customers"), 15);

        Assert.Equal((IncidentAction.Noted, Severity.P2), (decision.Action, _desk.Incident.Severity));
        var told = Assert.Single(_desk.Messages, effect => effect.Message.Occasion == Occasion.Reminder);
        Assert.Equal(Failure, told.Message.Repair);
    }

    [Fact]
    public void The_same_failure_reported_again_changes_nothing_for_people()
    {
        _desk.Act(Failed("customers"), 15);
        var messages = _desk.Messages.Count;

        var decision = _desk.Act(Failed("customers"), 16);

        Assert.Equal((IncidentAction.Noted, Severity.P2), (decision.Action, _desk.Incident.Severity));
        Assert.Equal(messages, _desk.Messages.Count);
    }

    [Fact]
    public void A_second_failure_is_told_and_does_not_raise_again()
    {
        var desk = new Desk();
        desk.Red("table-read-capacity", "customers", 0);
        Assert.Equal(Severity.P3, desk.Incident.Severity);

        desk.Act(Failed("customers"), 15);
        desk.Act(Failed("customers/by-phone"), 16);

        Assert.Equal(Severity.P2, desk.Incident.Severity);
        Assert.Equal([Occasion.Opened, Occasion.Raised, Occasion.Reminder], desk.Occasions());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_failure_and_a_missed_promise_raise_by_two_in_either_order(bool failureFirst)
    {
        var desk = new Desk(Desk.Center(center => center.Sla.P4.Resolve = TimeSpan.FromMinutes(30)));
        desk.Red("active-tasks", "bank", 0);
        if (failureFirst)
        {
            desk.Act(Failed("customers"), 15);
        }

        desk.PassTo(31);
        if (!failureFirst)
        {
            desk.Act(Failed("customers"), 31);
        }

        desk.PassTo(26 * 60);

        Assert.Equal(Severity.P2, desk.Incident.Severity);
        Assert.Distinct(desk.Incident.Reasons);
    }

    [Fact]
    public void A_failure_that_is_reported_when_all_is_quiet_raises_and_calls_nobody()
    {
        var desk = new Desk();
        desk.Red("table-read-capacity", "customers", 0);
        desk.Ok("table-read-capacity", "customers", 5);
        var messages = desk.Messages.Count;

        var decision = desk.Act(Failed("customers"), 6);
        desk.Act(Failed("customers/by-phone"), 7);

        Assert.Equal((IncidentAction.Raised, Severity.P2), (decision.Action, desk.Incident.Severity));
        Assert.Equal(messages, desk.Messages.Count);
    }

    [Fact]
    public void A_repair_that_goes_on_without_people_does_not_take_back_what_another_waits_for()
    {
        _desk.Act(Waiting, 1);
        _desk.Act(Waiting with { Target = "customers/by-phone", NeedsApproval = false }, 2);
        Assert.Equal("customers", _desk.Incident.PendingApproval!.Target);

        _desk.Act(Waiting with { Remediation = "heal-concurrency", NeedsApproval = false }, 3);
        Assert.NotNull(_desk.Incident.PendingApproval);
    }

    [Fact]
    public void A_second_repair_that_waits_asks_again()
    {
        _desk.Act(Waiting, 1);
        _desk.Act(Waiting with { Target = "customers/by-phone" }, 2);

        Assert.Equal(2, _desk.Messages.Count(static effect => effect.Message.Occasion == Occasion.ApprovalNeeded));
    }

    [Fact]
    public void An_end_takes_back_what_waits_for_approval()
    {
        _desk.Act(Waiting, 1);
        _desk.Act(new PersonActed(PersonAction.Resolve, "ann"), 2);

        Assert.Null(_desk.Incident.PendingApproval);
    }

    [Fact]
    public void An_alarm_without_data_asks_for_no_repair()
    {
        var desk = new Desk();
        desk.Receive(Alarms.Change("table-read-throttled", "customers", AlarmState.InsufficientData, Desk.At(0)));

        Assert.Empty(desk.Repairs);
    }

    [Fact]
    public void A_repair_that_helped_is_only_written_down()
    {
        _desk.Act(new RemediationReported("heal-capacity", "customers", Helped: true, "Reads go from 5 to 20."), 1);

        Assert.Equal(Severity.P2, _desk.Incident.Severity);
        Assert.Single(_desk.Messages);
        Assert.Equal("Reads go from 5 to 20.", _desk.Incident.RepairReport);
    }

    [Fact]
    public void A_failure_after_the_end_raises_nothing()
    {
        _desk.Act(new PersonActed(PersonAction.Resolve, "ann"), 5);

        _desk.Act(Failed("customers"), 15);

        Assert.Equal((IncidentState.Resolved, Severity.P2), (_desk.Incident.State, _desk.Incident.Severity));
    }

    [Fact]
    public void A_repair_that_waits_for_approval_asks_once_and_offers_the_button()
    {
        _desk.Act(Waiting, 1);
        _desk.Act(Waiting with { Text = "It would cost 2.1 dollars an hour." }, 2);

        var asked = Assert.Single(_desk.Messages, effect => effect.Message.Occasion == Occasion.ApprovalNeeded);
        Assert.Equal(Waiting.Text, asked.Message.Remark);
        Assert.Equal(PersonAction.Approve, OfferedActions.For(asked.Message)[0]);
        Assert.Equal("It would cost 2.1 dollars an hour.", _desk.Incident.PendingApproval!.Text);
    }

    [Fact]
    public void An_approval_asks_for_the_repair_with_the_name_of_who_agreed_and_only_once()
    {
        _desk.Act(Waiting, 1);

        _desk.Act(new PersonActed(PersonAction.Approve, "ann"), 2);
        var again = _desk.Act(new PersonActed(PersonAction.Approve, "lea"), 3);

        Assert.Equal(IncidentAction.Ignored, again.Action);
        var approved = Assert.Single(_desk.Repairs, repair => repair.ApprovedBy is not null);
        Assert.Equal(("heal-capacity", "customers", "ann"), (approved.Remediation, approved.Target, approved.ApprovedBy));
        Assert.Null(_desk.Incident.PendingApproval);
    }

    [Fact]
    public void A_repair_that_no_longer_waits_offers_no_approval()
    {
        _desk.Act(Waiting, 1);
        _desk.Act(Waiting with { NeedsApproval = false, Text = "Table customers has the capacity that it needs." }, 2);

        Assert.Equal(IncidentAction.Ignored, _desk.Act(new PersonActed(PersonAction.Approve, "ann"), 3).Action);
    }

    private static RemediationReported Waiting { get; } =
        new("heal-capacity", "customers", Helped: true, "Needs approval. It would cost 2 dollars an hour.") { NeedsApproval = true };

    private static RemediationReported Failed(string target) => new("heal-capacity", target, Helped: false, Failure);
}
