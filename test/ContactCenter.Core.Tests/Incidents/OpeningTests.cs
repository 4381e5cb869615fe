using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
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
}
