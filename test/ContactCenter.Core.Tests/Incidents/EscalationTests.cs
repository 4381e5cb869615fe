using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Incidents;

public sealed class EscalationTests
{
    private readonly Desk _desk = new();

    private static PersonActed Acknowledge(string by = "ann") => new(PersonAction.Acknowledge, by);

    [Fact]
    public void Without_an_acknowledgement_each_step_is_told_at_its_time()
    {
        _desk.Red("calls-rejected", "bank", 0);
        _desk.PassTo(20);

        Assert.Equal(["0 Opened ann", "5 Escalated lea", "15 Escalated bob"], _desk.Told());
    }

    [Fact]
    public void Other_alarm_changes_do_not_move_the_steps()
    {
        _desk.Red("calls-rejected", "bank", 0);
        _desk.Red("calls-throttled", "bank", 3);
        _desk.Ok("calls-throttled", "bank", 4);
        _desk.PassTo(20);

        Assert.Equal(["0 Opened ann", "5 Escalated lea", "15 Escalated bob"], _desk.Told());
    }

    [Fact]
    public void An_acknowledgement_stops_the_clock()
    {
        _desk.Red("calls-rejected", "bank", 0);
        _desk.Act(Acknowledge(), 3);
        _desk.PassTo(30);

        Assert.Equal(["0 Opened ann"], _desk.Told());
        Assert.Equal(TimeSpan.FromMinutes(3), _desk.Incident.TimeToAcknowledge);
    }

    [Fact]
    public void An_acknowledgement_is_shown_where_messages_are_kept_up_to_date_and_calls_nobody()
    {
        var desk = new Desk(Desk.Center(center => center.Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(center.Audiences)
        {
            ["on-call"] = [new Endpoint { Channel = Channel.Slack, To = "#desk" }, new Endpoint { Channel = Channel.Sms, To = "+491511" }],
        }));
        desk.Red("calls-rejected", "bank", 0);
        desk.Act(Acknowledge(), 3);

        Assert.Equal(["0 Opened #desk", "0 Opened +491511", "3 Acknowledged #desk"], desk.Told());
    }

    [Fact]
    public void An_expired_acknowledgement_starts_the_clock_again()
    {
        _desk.Red("queue-full", "Billing", 0);
        _desk.Act(Acknowledge(), 3);
        _desk.PassTo(70);

        Assert.Equal(IncidentState.Open, _desk.Incident.State);
        Assert.Equal(["0 Opened ann", "63 Reminder ann", "68 Escalated lea"], _desk.Told());
    }

    [Fact]
    public void Acknowledging_twice_changes_nothing()
    {
        _desk.Red("calls-rejected", "bank", 0);
        _desk.Act(Acknowledge(), 3);

        Assert.Equal(IncidentAction.Ignored, _desk.Act(Acknowledge(), 4).Action);
    }

    [Fact]
    public void A_pause_ends_when_it_was_asked_to()
    {
        _desk.Red("calls-rejected", "bank", 0);
        _desk.Act(new PersonActed(PersonAction.Snooze, "ann") { Until = Desk.At(12) }, 2);
        _desk.PassTo(12);

        Assert.Equal(["0 Opened ann", "12 Reminder ann"], _desk.Told());
    }

    [Fact]
    public void Escalating_by_hand_takes_the_next_step_at_once()
    {
        _desk.Red("calls-rejected", "bank", 0);
        _desk.Act(new PersonActed(PersonAction.Escalate, "ann"), 1);
        _desk.PassTo(20);

        Assert.Equal(["0 Opened ann", "1 Escalated lea", "15 Escalated bob"], _desk.Told());
    }

    [Fact]
    public void A_hand_over_tells_the_new_audience_and_starts_the_clock_again()
    {
        _desk.Red("calls-rejected", "bank", 0);
        _desk.Act(Acknowledge(), 1);
        _desk.Act(new PersonActed(PersonAction.HandOver, "ann") { Audience = "boss" }, 2);
        _desk.PassTo(8);

        Assert.Equal(["0 Opened ann", "2 Escalated bob", "7 Escalated lea"], _desk.Told());
    }

    [Fact]
    public void A_hand_over_takes_it_from_who_had_it_and_leaves_what_is_mitigated_as_it_is()
    {
        _desk.Red("calls-rejected", "bank", 0);
        _desk.Act(Acknowledge(), 1);
        _desk.Act(new PersonActed(PersonAction.HandOver, "ann") { Audience = "boss" }, 2);
        Assert.Equal((IncidentState.Open, null), (_desk.Incident.State, _desk.Incident.Acknowledgement));

        _desk.Ok("calls-rejected", "bank", 3);
        _desk.Act(new PersonActed(PersonAction.HandOver, "ann") { Audience = "lead" }, 4);
        Assert.Equal(IncidentState.Mitigated, _desk.Incident.State);
    }

    [Fact]
    public void A_hand_over_under_a_policy_that_tells_all_at_once_begins_it_anew()
    {
        var desk = new Desk(Desk.Center(static center =>
            center.Escalation.P1 = new EscalationSettings { Steps = [Desk.Step(0, "on-call"), Desk.Step(0, "lead")] }));
        desk.Red("calls-rejected", "bank", 0);
        desk.Act(new PersonActed(PersonAction.HandOver, "ann") { Audience = "boss" }, 2);

        Assert.Equal(0, desk.Incident.Escalation.NextStep);
    }

    [Fact]
    public void An_acknowledgement_of_what_is_mitigated_leaves_it_so_and_keeps_the_first_time()
    {
        _desk.Red("calls-rejected", "bank", 0);
        _desk.Act(Acknowledge(), 3);
        _desk.Ok("calls-rejected", "bank", 4);
        _desk.Act(Acknowledge("lea"), 5);

        Assert.Equal((IncidentState.Mitigated, "lea"), (_desk.Incident.State, _desk.Incident.Acknowledgement!.By));
        Assert.Equal(TimeSpan.FromMinutes(3), _desk.Incident.TimeToAcknowledge);
    }

    [Fact]
    public void Somebody_else_may_take_it_and_a_pause_may_become_an_acknowledgement()
    {
        _desk.Red("calls-rejected", "bank", 0);
        _desk.Act(new PersonActed(PersonAction.Snooze, "ann") { Until = Desk.At(30) }, 1);

        Assert.Equal(IncidentAction.Acknowledged, _desk.Act(Acknowledge(), 2).Action);
        Assert.False(_desk.Incident.Acknowledgement!.IsSnooze);
        Assert.Equal(IncidentAction.Acknowledged, _desk.Act(Acknowledge("lea"), 3).Action);
        Assert.Equal("lea", _desk.Incident.Acknowledgement!.By);
    }

    [Theory]
    [InlineData(40, IncidentState.Acknowledged)]
    [InlineData(70, IncidentState.Open)]
    public void What_comes_back_is_still_with_who_took_it_unless_that_has_expired(double minute, IncidentState expected)
    {
        _desk.Red("calls-rejected", "bank", 0);
        _desk.Act(Acknowledge(), 3);
        _desk.Ok("calls-rejected", "bank", 20);
        _desk.PassTo(35);
        Assert.Equal(IncidentState.Resolved, _desk.Incident.State);

        _desk.Red("calls-rejected", "bank", minute);

        Assert.Equal((expected, expected == IncidentState.Open), (_desk.Incident.State, _desk.Incident.Acknowledgement is null));
    }

    [Fact]
    public void A_hand_over_to_nobody_changes_nothing_but_the_record()
    {
        _desk.Red("calls-rejected", "bank", 0);
        var decision = _desk.Act(new PersonActed(PersonAction.HandOver, "ann") { Audience = "ghosts" }, 2);

        Assert.Equal(IncidentAction.Noted, decision.Action);
        Assert.Single(_desk.Messages);
    }

    [Fact]
    public void A_resolution_by_hand_ends_it_with_a_note()
    {
        _desk.Red("calls-rejected", "bank", 0);
        _desk.Act(new PersonActed(PersonAction.Resolve, "ann") { Note = "quota raised" }, 4);

        Assert.Equal("quota raised", _desk.Incident.Resolution!.Note);
        Assert.Equal("4 Resolved ann", _desk.Told()[^1]);
        Assert.Contains("quota raised", _desk.Messages[^1].Message.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void Actions_on_a_resolved_incident_change_nothing()
    {
        _desk.Red("calls-rejected", "bank", 0);
        _desk.Act(new PersonActed(PersonAction.Resolve, "ann"), 4);

        Assert.Equal(IncidentAction.Ignored, _desk.Act(Acknowledge(), 5).Action);
    }

    [Fact]
    public void A_rise_in_severity_is_announced_and_follows_the_new_policy()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        var decision = _desk.Red("queue-full", "Billing", 2);
        _desk.PassTo(10);

        Assert.Equal(IncidentAction.Raised, decision.Action);
        Assert.Equal(Severity.P1, _desk.Incident.Severity);
        Assert.Equal(["0 Opened ann", "2 Raised ann", "7 Escalated lea"], _desk.Told());
    }

    [Fact]
    public void A_person_in_two_audiences_of_a_step_is_told_once()
    {
        var desk = new Desk(Desk.Center(center => center.Escalation.P1 = new EscalationSettings
        {
            Steps = [Desk.Step(0, "on-call"), Desk.Step(0, "on-call-too")],
        }));
        desk.Configuration.Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(desk.Configuration.Audiences)
        {
            ["on-call-too"] = desk.Configuration.Audiences["on-call"],
        };
        desk = new Desk(desk.Configuration);
        desk.Red("calls-rejected", "bank", 0);

        Assert.Equal(["0 Opened ann"], desk.Told());
    }

    [Fact]
    public void Repeats_begin_after_the_last_step_and_end_as_often_as_configured()
    {
        var desk = new Desk(Desk.Center(center => center.Escalation.P1 = new EscalationSettings
        {
            Steps = [Desk.Step(0, "on-call"), Desk.Step(5, "lead")],
            RepeatEvery = TimeSpan.FromMinutes(10),
            RepeatTimes = 1,
        }));
        desk.Red("calls-rejected", "bank", 0);
        desk.PassTo(59);

        Assert.Equal(["0 Opened ann", "5 Escalated lea", "15 Reminder ann", "20 Reminder lea"], desk.Told());
    }

    [Fact]
    public void After_the_last_round_the_last_audience_is_reminded_daily()
    {
        _desk.Red("calls-rejected", "bank", 0);
        _desk.PassTo((2 * 24 * 60) + 16);

        Assert.Equal(["1455 Reminder bob", "2895 Reminder bob"], _desk.Told().TakeLast(2));
    }

    [Fact]
    public void A_missed_promise_to_resolve_raises_the_severity_once_and_that_of_the_new_one_counts_from_then()
    {
        _desk.Red("queue-size", "Billing", 0);
        _desk.PassTo((24 * 60) + 1);

        Assert.Equal((Severity.P2, false), (_desk.Incident.Severity, _desk.Incident.ResolveMissed));
        _desk.PassTo(7 * 24 * 60);
        Assert.Equal((Severity.P2, true), (_desk.Incident.Severity, _desk.Incident.ResolveMissed));
    }

    [Fact]
    public void A_missed_promise_makes_no_P1()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.PassTo((4 * 60) + 1);

        Assert.Equal((Severity.P2, true), (_desk.Incident.Severity, _desk.Incident.ResolveMissed));
    }

    [Theory]
    [InlineData("queue-size", 3, Severity.P3)]
    [InlineData("queue-size", 4, Severity.P2)]
    [InlineData("queue-wait-time", 5, Severity.P2)]
    public void Four_alarms_of_one_incident_raise_it_by_one_and_make_no_P1(string alarm, int alarms, Severity expected)
    {
        for (var i = 0; i < alarms; i++)
        {
            _desk.Receive(Alarms.Change(alarm, "Billing", AlarmState.Alarm, Desk.At(0)) with
            {
                AlarmArn = $"arn:of:others:{i}",
                AlarmName = $"of others {i}",
            });
        }

        Assert.Equal(expected, _desk.Incident.Severity);
        Assert.Equal(
            alarm == "queue-size" && alarms == 4,
            _desk.Incident.Reasons.Contains("4 alarms of this trouble take part: raised by one."));
    }

    [Fact]
    public void After_an_outage_of_the_clock_nobody_is_told_twice_in_one_breath()
    {
        _desk.Red("calls-rejected", "bank", 0);
        _desk.Act(new DeadlinePassed(), 7 * 24 * 60);

        Assert.Equal(["0 Opened ann", "10080 Escalated lea", "10080 Escalated bob"], _desk.Told());
    }

    [Fact]
    public void An_alarm_in_a_maintenance_window_is_told_when_it_ends_and_is_still_red()
    {
        var desk = new Desk(Desk.Center(center => center.Maintenance =
            [new MaintenanceSettings { Name = "move", From = Desk.At(-10), To = Desk.At(30), Groups = ["queue"] }]));
        desk.Red("queue-full", "Billing", 0);
        desk.Red("queue-full", "Cards", 5);
        desk.Ok("queue-full", "Cards", 10);
        desk.PassTo(36);

        Assert.Equal(["30 Opened ann", "35 Escalated lea"], desk.Told());
        Assert.Equal(2, desk.Store.All.Count);
    }

    [Fact]
    public void Promises_count_from_when_people_could_be_told()
    {
        var desk = new Desk(Desk.Center(center => center.Maintenance =
            [new MaintenanceSettings { Name = "move", From = Desk.At(-10), To = Desk.At(300) }]));
        desk.Red("queue-full", "Billing", 0);
        desk.PassTo(302);
        Assert.False(desk.Incident.AcknowledgeMissed || desk.Incident.ResolveMissed);

        desk.PassTo(306);
        Assert.True(desk.Incident.AcknowledgeMissed);
    }

    [Fact]
    public void A_mute_holds_notifications_as_maintenance_does()
    {
        _desk.Receive(Alarms.Change("queue-full", "Billing", AlarmState.Alarm, Desk.At(0)) with { MutedUntil = Desk.At(20) });
        _desk.PassTo(21);

        Assert.Equal(["20 Opened ann"], _desk.Told());
    }
}
