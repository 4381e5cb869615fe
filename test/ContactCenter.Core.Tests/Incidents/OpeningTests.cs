using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Engine;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Incidents;

public sealed class OpeningTests
{
    private readonly Desk _desk = new();

    [Fact]
    public void A_red_alarm_opens_an_incident_and_tells_the_first_step()
    {
        var decision = _desk.Red("queue-wait-time", "Billing", 0);

        Assert.Equal(IncidentAction.Opened, decision.Action);
        Assert.Equal(IncidentState.Open, _desk.Incident.State);
        Assert.Equal(["0 Opened ann"], _desk.Told());
    }

    [Fact]
    public void An_OK_of_an_alarm_that_was_never_red_opens_nothing()
    {
        var decision = _desk.Ok("queue-wait-time", "Billing", 0);

        Assert.Equal(IncidentAction.Ignored, decision.Action);
        Assert.Empty(_desk.Store.All);
    }

    [Fact]
    public void Alarms_of_one_queue_are_one_incident()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        var decision = _desk.Red("abandonment-rate", "Billing", 1);

        Assert.Equal(IncidentAction.Merged, decision.Action);
        Assert.Equal(2, _desk.Incident.Alarms);
        Assert.Single(_desk.Messages);
    }

    [Fact]
    public void The_worst_alarm_gives_the_incident_its_words_and_a_milder_one_leaves_them()
    {
        var first = _desk.Red("queue-size", "Billing", 0).After.Incident!;
        var worse = _desk.Red("queue-full", "Billing", 1).After.Incident!;
        var milder = _desk.Red("queue-wait-time", "Billing", 2).After.Incident!;
        var over = _desk.Ok("queue-full", "Billing", 3).After.Incident!;

        Assert.Equal(("queue is full", "queue-full"), (worse.Symptom, worse.Runbook));
        Assert.NotEqual(first.Description, worse.Description);
        Assert.Equal(Words(worse), Words(milder));
        Assert.Equal(Words(worse), Words(over));
    }

    [Fact]
    public void An_alarm_that_was_red_earlier_than_the_first_that_was_heard_of_moves_the_begin()
    {
        _desk.Red("queue-wait-time", "Billing", 5);
        _desk.Receive(Alarms.Change("queue-size", "Billing", AlarmState.Alarm, Desk.At(2)), heardAt: 6);
        Assert.Equal(Desk.At(2), _desk.Incident.OpenedAt);

        _desk.Receive(Alarms.Change("abandonment-rate", "Billing", AlarmState.Ok, Desk.At(1)), heardAt: 7);
        Assert.Equal(Desk.At(2), _desk.Incident.OpenedAt);
    }

    [Fact]
    public void Changes_are_counted_from_the_begin_on()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.Red("queue-size", "Billing", 1);
        _desk.Ok("queue-size", "Billing", 2);
        _desk.Red("queue-size", "Billing", 3);

        Assert.Equal((4, 2), (_desk.Incident.Changes, _desk.Incident.Alarms));
    }

    [Fact]
    public void Changes_that_are_no_longer_kept_are_counted_all_the_same()
    {
        for (var minute = 0; minute < 30; minute += 2)
        {
            _desk.Red("queue-wait-time", "Billing", minute);
            _desk.Ok("queue-wait-time", "Billing", minute + 1);
        }

        Assert.Equal(30, _desk.Incident.Changes);
    }

    [Fact]
    public void Alarms_of_two_queues_are_two_incidents()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.Red("queue-wait-time", "Cards", 1);

        Assert.Equal(2, _desk.Store.All.Count);
    }

    [Fact]
    public void An_index_and_its_table_are_one_incident()
    {
        _desk.Red("table-read-throttled", "customers", 0);
        _desk.Red("index-read-throttled", "customers/by-phone", 1);

        Assert.Equal(2, _desk.Incident.Alarms);
    }

    [Fact]
    public void A_duplicate_delivery_changes_nothing()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        var before = _desk.Incident;
        var decision = _desk.Red("queue-wait-time", "Billing", 0);

        Assert.Equal(IncidentAction.Ignored, decision.Action);
        Assert.Equal(before, _desk.Incident);
    }

    [Fact]
    public void An_alarm_heard_of_only_after_its_OK_leaves_a_mitigated_incident()
    {
        _desk.Ok("queue-wait-time", "Billing", 5);
        _desk.Receive(Alarms.Change("queue-wait-time", "Billing", AlarmState.Alarm, Desk.At(1)), heardAt: 6);

        Assert.Equal(IncidentState.Mitigated, _desk.Incident.State);
        Assert.Equal(Desk.At(1), _desk.Incident.OpenedAt);
    }

    [Fact]
    public void An_alarm_heard_of_only_after_the_incident_in_which_it_was_red_takes_part_in_it()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.Red("queue-full", "Cards", 0);
        _desk.Ok("queue-size", "Billing", 4);
        _desk.Ok("queue-wait-time", "Billing", 5);
        _desk.PassTo(20);
        var decision = _desk.Receive(Alarms.Change("queue-size", "Billing", AlarmState.Alarm, Desk.At(3)), heardAt: 21);

        Assert.Equal(IncidentAction.Merged, decision.Action);
        Assert.Equal(2, decision.After.Incident!.Alarms);
        Assert.Equal(IncidentState.Resolved, decision.After.Incident.State);
    }

    [Fact]
    public void A_suppressed_alarm_opens_nothing()
    {
        var change = Alarms.Change("queue-wait-time", "Billing", AlarmState.Alarm, Desk.At(0)) with { IsSuppressed = true };

        Assert.Equal(IncidentAction.Ignored, _desk.Receive(change).Action);
        Assert.Empty(_desk.Store.All);
    }

    [Fact]
    public void A_suppressed_alarm_joins_nothing_but_its_state_is_remembered()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        var suppressed = Alarms.Change("queue-size", "Billing", AlarmState.Alarm, Desk.At(1)) with { IsSuppressed = true };

        Assert.Equal(IncidentAction.Ignored, _desk.Receive(suppressed).Action);
        Assert.Equal(1, _desk.Incident.Alarms);
        Assert.Equal(IncidentAction.Ignored, _desk.Receive(suppressed, heardAt: 2).Action);
    }

    /// <summary>CloudWatch tells the state again when it suppresses it no longer, with the time since which it lasts.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_same_state_is_told_once_it_is_not_suppressed_whichever_is_heard_of_first(bool isSuppressedFirst)
    {
        var change = Alarms.Change("queue-full", "Billing", AlarmState.Alarm, Desk.At(0)) with { IsSuppressed = isSuppressedFirst };

        _desk.Receive(change);
        _desk.Receive(change with { IsSuppressed = !isSuppressedFirst }, heardAt: 2);
        var again = _desk.Receive(change with { IsSuppressed = false }, heardAt: 3);

        Assert.Equal(IncidentState.Open, _desk.Incident.State);
        Assert.Single(_desk.Messages);
        Assert.Equal(IncidentAction.Ignored, again.Action);
    }

    [Fact]
    public void A_suppression_that_ends_after_the_alarm_is_over_tells_nobody()
    {
        var suppressed = Alarms.Change("queue-full", "Billing", AlarmState.Alarm, Desk.At(0)) with { IsSuppressed = true };
        _desk.Receive(suppressed);
        _desk.Ok("queue-full", "Billing", 1);

        Assert.Equal(IncidentAction.Ignored, _desk.Receive(suppressed with { IsSuppressed = false }, heardAt: 2).Action);
        Assert.Empty(_desk.Messages);
    }

    [Fact]
    public void An_alarm_that_takes_part_goes_on_to_when_it_is_suppressed()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        var ok = Alarms.Change("queue-wait-time", "Billing", AlarmState.Ok, Desk.At(1)) with { IsSuppressed = true };

        Assert.Equal(IncidentAction.Mitigated, _desk.Receive(ok).Action);
    }

    [Fact]
    public void Everybody_of_an_audience_is_told_and_named_in_the_record()
    {
        var desk = new Desk(Desk.Center(static center => center.Audiences =
            new Dictionary<string, IReadOnlyList<Endpoint>>(center.Audiences)
            {
                ["on-call"] =
                [
                    new Endpoint { Channel = Channel.Slack, To = "#desk" },
                    new Endpoint { Channel = Channel.Sms, To = "+491511" },
                ],
            }));

        Assert.Equal("Told on-call (Opened): #desk, +491511.", desk.Red("queue-wait-time", "Billing", 0).Timeline[^1].Text);
    }

    [Fact]
    public void What_no_incident_reacts_to_is_refused()
    {
        var correlation = Correlation.Empty(new CorrelationKey("queue", "Billing", "here"));
        var policy = new IncidentPolicy(Desk.Center());

        Assert.Throws<ArgumentOutOfRangeException>(() =>
            IncidentEngine.Decide(correlation, new Unheard(), policy, Desk.At(0)));
    }

    [Theory]
    [MemberData(nameof(WithoutIncident))]
    public void Where_there_is_no_incident_only_an_alarm_changes_something(IncidentInput input)
    {
        var correlation = Correlation.Empty(new CorrelationKey("queue", "Billing", "here"));

        var decision = IncidentEngine.Decide(correlation, input, new IncidentPolicy(Desk.Center()), Desk.At(0));

        Assert.Equal((IncidentAction.Ignored, false), (decision.Action, decision.Changes));
        Assert.Empty(decision.Timeline);
    }

    public static TheoryData<IncidentInput> WithoutIncident =>
    [
        DeadlinePassed.Instance,
        new PersonActed(PersonAction.Acknowledge, "ann"),
        new RemediationReported("heal-capacity", "customers", Helped: false, "It did not help."),
        new DeliveryReported("Slack did not answer."),
        new ChangesNoted([new("event-1", Desk.Monday, "123456789012/eu-central-1", "deploy by ann")]),
    ];

    [Fact]
    public void A_message_that_is_no_alarm_becomes_a_P3_with_its_text()
    {
        _desk.Receive(new UnrecognisedMessage("free text", "The fax machine burns", Desk.At(0), "m-1"));

        Assert.Equal(Severity.P3, _desk.Incident.Severity);
        var message = Assert.Single(_desk.Messages).Message;
        Assert.Equal(Occasion.Unrecognised, message.Occasion);
        Assert.Contains("The fax machine burns", message.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_text_twice_is_one_incident()
    {
        _desk.Receive(new UnrecognisedMessage("free text", "The fax machine burns", Desk.At(0), "m-1"));
        _desk.Receive(new UnrecognisedMessage("free text", "The fax machine burns", Desk.At(1), "m-2"));

        Assert.Single(_desk.Messages);
        _ = _desk.Incident;
    }

    [Fact]
    public void A_repair_is_asked_for_once_for_each_target()
    {
        _desk.Red("table-read-throttled", "customers", 0);
        _desk.Red("table-write-throttled", "customers", 1);
        _desk.Red("index-read-throttled", "customers/by-phone", 2);

        Assert.Equal(["customers", "customers/by-phone"], _desk.Repairs.Select(repair => repair.Target));
    }

    private static (string, string, string, string, string) Words(Incident incident) =>
        (incident.Subject, incident.Symptom, incident.Description, incident.Runbook, incident.Owner);

    private sealed record Unheard : IncidentInput;
}
