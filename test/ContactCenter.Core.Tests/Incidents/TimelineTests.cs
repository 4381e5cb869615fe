using System.Collections.Immutable;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Incidents;

/// <summary>What stands on the timeline, and what people are told beside it, in words.</summary>
public sealed class TimelineTests
{
    private readonly Desk _desk = new();

    [Theory]
    [InlineData(AlarmState.Alarm, "is red: ")]
    [InlineData(AlarmState.InsufficientData, "is without data: The alarm receives no data")]
    public void An_incident_begins_with_its_alarm_and_who_was_told(AlarmState state, string expected)
    {
        var decision = _desk.Receive(Alarms.Change("queue-full", "Billing", state, Desk.At(0)));

        Assert.Equal([TimelineKind.Opened, TimelineKind.Notified], decision.Timeline.Select(static entry => entry.Kind));
        Assert.StartsWith($"cc-test/queue-full/Billing {expected}", decision.Timeline[0].Text, StringComparison.Ordinal);
        Assert.Equal("Told on-call (Opened): ann@example.com.", decision.Timeline[1].Text);
    }

    [Theory]
    [InlineData(AlarmState.Alarm, "cc-test/queue-size/Billing is red since 09:03:00 UTC.")]
    [InlineData(AlarmState.InsufficientData, "cc-test/queue-size/Billing is without data since 09:03:00 UTC.")]
    public void An_alarm_that_joins_is_written_down_with_its_time(AlarmState state, string expected)
    {
        _desk.Red("queue-full", "Billing", 0);

        Assert.Equal(
            [expected], Texts(_desk.Receive(Alarms.Change("queue-size", "Billing", state, Desk.At(3)))));
    }

    [Fact]
    public void The_end_of_an_alarm_is_written_down_and_that_all_are_quiet()
    {
        _desk.Red("queue-full", "Billing", 0);

        Assert.Equal(
            [
                "cc-test/queue-full/Billing is OK since 09:05:00 UTC.", "All alarms are OK after 5 min.",
                "Told on-call (Mitigated): ann@example.com.",
            ],
            Texts(_desk.Ok("queue-full", "Billing", 5)));
        Assert.Equal("It lasted 5 min; it counts as resolved after a quiet period of 10 min.", _desk.Messages[^1].Message.Remark);
    }

    [Fact]
    public void The_quiet_period_ends_it_and_says_so()
    {
        _desk.Red("queue-full", "Billing", 0);
        _desk.Ok("queue-full", "Billing", 4);

        Assert.Equal(
            ["All alarms have been quiet for 10 min.", "Told on-call (Resolved): ann@example.com."], Texts(_desk.PassTo(14)));
    }

    [Fact]
    public void An_alarm_that_is_red_again_in_the_quiet_period_is_the_incident_that_is_back()
    {
        _desk.Red("queue-full", "Billing", 0);
        _desk.Ok("queue-full", "Billing", 4);

        Assert.Contains("The trouble is back.", Texts(_desk.Red("queue-full", "Billing", 9)));
        Assert.Equal("The trouble is back.", _desk.Messages[^1].Message.Remark);
    }

    [Fact]
    public void An_alarm_that_is_red_again_after_the_end_is_named()
    {
        _desk.Red("queue-full", "Billing", 0);
        _desk.Ok("queue-full", "Billing", 4);
        _desk.PassTo(20);

        Assert.Contains("cc-test/queue-full/Billing is red again.", Texts(_desk.Red("queue-full", "Billing", 30)));
    }

    [Fact]
    public void An_alarm_that_is_heard_of_after_the_end_is_written_down_as_late()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.Ok("queue-size", "Billing", 4);
        _desk.Ok("queue-wait-time", "Billing", 5);
        _desk.PassTo(20);

        Assert.Equal(
            ["cc-test/queue-size/Billing was red at 09:03:00 UTC; that was heard of late."],
            Texts(_desk.Receive(Alarms.Change("queue-size", "Billing", AlarmState.Alarm, Desk.At(3)), heardAt: 21)));
    }

    [Theory]
    [InlineData(null, "ann acknowledged.", "ann has taken it.")]
    [InlineData("I look", "ann acknowledged: I look", "ann has taken it: I look")]
    public void An_acknowledgement_is_told_with_its_note(string? note, string timeline, string remark)
    {
        var desk = Chat();
        desk.Red("queue-full", "Billing", 0);

        Assert.Equal([timeline], Texts(desk.Act(new PersonActed(PersonAction.Acknowledge, "ann") { Note = note }, 3)));
        Assert.Equal((Occasion.Acknowledged, remark), (desk.Messages[^1].Message.Occasion, desk.Messages[^1].Message.Remark));
    }

    [Theory]
    [InlineData(12.0, "ann paused the escalation for 10 min: lunch")]
    [InlineData(null, "ann paused the escalation for 1 d: lunch")]
    [InlineData(1.0, "ann paused the escalation for 1 d: lunch")]
    [InlineData(3 * 24 * 60.0, "ann paused the escalation for 1 d: lunch")]
    public void A_pause_without_an_end_or_with_an_absurd_one_lasts_a_day(double? until, string expected)
    {
        var desk = Chat();
        desk.Red("queue-full", "Billing", 0);
        var pause = new PersonActed(PersonAction.Snooze, "ann")
        {
            Until = until is { } minute ? Desk.At(minute) : null,
            Note = "lunch"
        };

        Assert.Equal([expected], Texts(desk.Act(pause, 2)));
        Assert.Equal("ann paused the escalation: lunch", desk.Messages[^1].Message.Remark);
    }

    [Theory]
    [InlineData(PersonAction.Acknowledge, "The acknowledgement of ann has expired.")]
    [InlineData(PersonAction.Snooze, "The pause that ann asked for is over.")]
    public void The_end_of_an_acknowledgement_or_a_pause_is_told(PersonAction action, string expected)
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.Act(new PersonActed(action, "ann") { Until = Desk.At(62) }, 2);

        Assert.Equal([expected, "Told on-call (Reminder): ann@example.com."], Texts(_desk.PassTo(62)));
        Assert.Equal(expected, _desk.Messages[^1].Message.Remark);
        Assert.Null(_desk.Incident.Acknowledgement);
    }

    [Fact]
    public void A_hand_over_says_by_whom_and_to_whom()
    {
        _desk.Red("queue-full", "Billing", 0);

        Assert.Equal(
            ["ann handed over to boss: too big", "Told boss (Escalated): bob@example.com."],
            Texts(_desk.Act(new PersonActed(PersonAction.HandOver, "ann") { Audience = "boss", Note = "too big" }, 2)));
        Assert.Equal("Handed over by ann: too big", _desk.Messages[^1].Message.Remark);
    }

    [Theory]
    [InlineData("ghosts", "ann wanted to hand over to \"ghosts\", which is no audience.")]
    [InlineData(null, "ann wanted to hand over to \"\", which is no audience.")]
    public void A_hand_over_to_nobody_is_written_down(string? audience, string expected)
    {
        _desk.Red("queue-full", "Billing", 0);

        Assert.Equal([expected], Texts(_desk.Act(new PersonActed(PersonAction.HandOver, "ann") { Audience = audience }, 2)));
    }

    [Fact]
    public void An_escalation_by_hand_names_who_asked_and_one_by_the_clock_how_long_nobody_has_answered()
    {
        _desk.Red("queue-full", "Billing", 0);

        Assert.Equal(
            ["ann escalated: hurry", "Told lead (Escalated): lea@example.com."],
            Texts(_desk.Act(new PersonActed(PersonAction.Escalate, "ann") { Note = "hurry" }, 1)));
        Assert.Equal("Escalated by ann.", _desk.Messages[^1].Message.Remark);
        _desk.PassTo(15);
        Assert.Equal("Nobody has acknowledged this for 15 min.", _desk.Messages[^1].Message.Remark);
    }

    [Fact]
    public void An_escalation_policy_that_names_nobody_says_so()
    {
        var desk = new Desk(Desk.Center(static center => center.Escalation.P1 = new EscalationSettings { Steps = [] }));
        desk.Red("queue-full", "Billing", 0);

        var decision = Assert.Single(desk.PassTo(24 * 60), static one => one.Action == IncidentAction.Reminded);

        Assert.Contains("The escalation policy of P1 names nobody to tell.", Texts(decision));
    }

    [Fact]
    public void An_audience_in_which_everybody_knows_already_is_written_down_too()
    {
        var desk = new Desk(Desk.Center(static center =>
        {
            center.Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(center.Audiences)
            {
                ["again"] = center.Audiences["on-call"],
            };
            center.Escalation.P1 = new EscalationSettings { Steps = [Desk.Step(0, "on-call"), Desk.Step(0, "again")] };
        }));

        Assert.Equal("Nobody new could be told in again (Opened).", Texts(desk.Red("queue-full", "Billing", 0))[^1]);
    }

    [Fact]
    public void A_missed_promise_is_written_down_with_what_was_promised()
    {
        _desk.Red("queue-full", "Billing", 0);

        Assert.Contains("Nobody acknowledged within the promised 5 min.", Texts(_desk.PassTo(6)));
        Assert.Contains("It was not over within the promised 1 h.", Texts(_desk.PassTo(61)));
    }

    [Fact]
    public void A_rise_says_from_where_to_where_and_why()
    {
        _desk.Red("queue-size", "Billing", 0);

        var texts = Texts(_desk.Red("queue-full", "Billing", 2));

        Assert.Equal("Raised from P3 to P1: The alarm catalog rates this P1.", texts[1]);
        Assert.Equal("Raised from P3 to P1: The alarm catalog rates this P1.", _desk.Messages[^1].Message.Remark);
    }

    [Theory]
    [InlineData(null, "Resolved by ann.")]
    [InlineData("done", "Resolved by ann: done")]
    public void An_end_by_hand_says_by_whom_and_why(string? note, string expected)
    {
        _desk.Red("queue-full", "Billing", 0);
        _desk.Ok("queue-full", "Billing", 3);

        Assert.Equal(
            [expected, "Told on-call (Resolved): ann@example.com."],
            Texts(_desk.Act(new PersonActed(PersonAction.Resolve, "ann") { Note = note }, 4)));
    }

    [Fact]
    public void An_end_by_hand_tells_how_many_alarms_are_still_red()
    {
        _desk.Red("queue-full", "Billing", 0);
        _desk.Red("queue-size", "Billing", 1);
        _desk.Red("queue-wait-time", "Billing", 2);
        _desk.Ok("queue-size", "Billing", 3);

        Assert.Equal(
            "Resolved by ann while 2 alarms were still red: known",
            Texts(_desk.Act(new PersonActed(PersonAction.Resolve, "ann") { Note = "known" }, 4))[0]);
    }

    [Fact]
    public void Planned_work_is_told_until_when_it_lasts_and_what_is_red_at_its_end()
    {
        var desk = new Desk(Desk.Center(static center => center.Maintenance =
            [new MaintenanceSettings { Name = "move", From = Desk.At(-10), To = Desk.At(30) }]));

        Assert.Contains(
            "Notifications are held until 2026-03-02 09:30 UTC because of planned work.", Texts(desk.Red("queue-full", "Billing", 0)));
        Assert.Contains("Planned work has ended; 1 alarms are still red.", Texts(desk.PassTo(30)));
        Assert.Equal("It began during planned work and is still there.", desk.Messages[^1].Message.Remark);
    }

    [Fact]
    public void What_is_over_by_the_end_of_planned_work_stays_a_record()
    {
        var desk = new Desk(Desk.Center(static center => center.Maintenance =
            [new MaintenanceSettings { Name = "move", From = Desk.At(-10), To = Desk.At(30) }]));
        desk.Red("queue-full", "Billing", 0);
        desk.Ok("queue-full", "Billing", 25);

        Assert.Contains("Planned work has ended; nothing is red.", Texts(desk.PassTo(30)));
        Assert.Empty(desk.Messages);
    }

    [Fact]
    public void An_alarm_that_is_silent_for_long_is_said_to_count_as_quiet()
    {
        _desk.Red("table-read-throttled", "customers", 0);

        Assert.Contains(
            "Nothing was heard of cc-test/table-read-throttled/customers for 6 h: it counts as quiet.", Texts(_desk.PassTo(6 * 60)));
    }

    [Fact]
    public void A_flapping_alarm_is_written_down_once()
    {
        var texts = new List<string>();
        for (var minute = 0; minute < 12; minute += 2)
        {
            texts.AddRange(Texts(_desk.Red("queue-wait-time", "Billing", minute)));
            texts.AddRange(Texts(_desk.Ok("queue-wait-time", "Billing", minute + 1)));
        }

        Assert.Single(texts, static text => text
            == "An alarm flips to and fro: it counts as red until it has been steady, and single changes are not announced.");
    }

    [Fact]
    public void A_repair_is_written_down_when_it_is_asked_for_approved_and_done()
    {
        Assert.Contains("Asked heal-capacity to repair customers.", Texts(_desk.Red("table-read-throttled", "customers", 0)));

        var waiting = new RemediationReported("heal-capacity", "customers", Helped: true, "It costs.") { NeedsApproval = true };
        Assert.Equal("heal-capacity on customers: It costs.", Texts(_desk.Act(waiting, 1))[0]);
        Assert.Equal(
            ["ann approved heal-capacity on customers: go"],
            Texts(_desk.Act(new PersonActed(PersonAction.Approve, "ann") { Note = "go" }, 2)));
    }

    [Fact]
    public void What_became_of_a_delivery_is_written_down_for_an_incident_only()
    {
        _desk.Red("queue-full", "Billing", 0);

        var decision = _desk.Act(new DeliveryReported("Slack did not answer."), 1);

        Assert.Equal((IncidentAction.Noted, "Slack did not answer."), (decision.Action, Assert.Single(decision.Timeline).Text));
    }

    [Fact]
    public void What_was_changed_before_it_is_written_down_once_and_no_more_than_twenty_times()
    {
        _desk.Red("queue-full", "Billing", 0);

        Assert.Equal(["08:56:00 UTC: ann did A on 1."], Texts(_desk.Act(Changed(Change(1, "A", -4)), 1)));
        Assert.Equal(IncidentAction.Ignored, _desk.Act(Changed(Change(1, "A", -4)), 1).Action);
        var actions = Enumerable.Range(2, 20).Select(id => _desk.Act(Changed(Change(id, "A", -4)), 1).Action).ToArray();
        Assert.Equal([.. Enumerable.Repeat(IncidentAction.Noted, 19), IncidentAction.Ignored], actions);
    }

    [Fact]
    public void Of_an_import_the_nearest_changes_are_written_down_in_their_order_beside_the_one_of_another_kind()
    {
        _desk.Red("queue-full", "Billing", 0);
        var import = Enumerable.Range(1, 2000).Select(static id => Change(id, "UpdateQueueStatus", -id / 100.0));

        var texts = Texts(_desk.Act(Changed([.. import, Change(9999, "UpdateContactFlowContent", -25)]), 1));

        Assert.Equal(21, texts.Length);
        Assert.EndsWith("ann did UpdateContactFlowContent on 9999.", texts[0], StringComparison.Ordinal);
        Assert.EndsWith("ann did UpdateQueueStatus on 1.", texts[19], StringComparison.Ordinal);
        Assert.StartsWith("More was changed before it", texts[20], StringComparison.Ordinal);
    }

    private static ChangesNoted Changed(params ImmutableArray<ConfigurationChange> changes) => new(changes);

    private static ConfigurationChange Change(int id, string what, double minute) =>
        new($"event-{id}", Desk.At(minute), "123456789012/eu-central-1", $"ann did {what} on {id}.");

    /// <summary>A center whose first step is a chat, in which messages are kept up to date.</summary>
    private static Desk Chat() => new(Desk.Center(static center => center.Audiences =
        new Dictionary<string, IReadOnlyList<Endpoint>>(center.Audiences)
        {
            ["on-call"] = [new Endpoint { Channel = Channel.Slack, To = "#desk" }],
        }));

    private static string[] Texts(Decision decision) => [.. decision.Timeline.Select(static entry => entry.Text)];

    private static string[] Texts(IEnumerable<Decision> decisions) => [.. decisions.SelectMany(Texts)];
}
