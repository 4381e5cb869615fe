using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Incidents;

public sealed class LifecycleTests
{
    private readonly Desk _desk = new();

    [Fact]
    public void When_the_last_alarm_is_OK_the_incident_is_mitigated_and_those_who_know_of_it_are_told()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.Red("abandonment-rate", "Billing", 1);
        Assert.Equal(IncidentAction.Merged, _desk.Ok("queue-wait-time", "Billing", 5).Action);
        Assert.Equal(IncidentAction.Mitigated, _desk.Ok("abandonment-rate", "Billing", 6).Action);

        Assert.Equal(IncidentState.Mitigated, _desk.Incident.State);
        Assert.Equal(["0 Opened ann", "6 Mitigated ann"], _desk.Told());
    }

    [Fact]
    public void After_the_quiet_period_it_is_resolved()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.Ok("queue-wait-time", "Billing", 5);
        _desk.PassTo(15);

        Assert.Equal(IncidentState.Resolved, _desk.Incident.State);
        Assert.Null(_desk.Incident.Resolution!.By);
        Assert.Null(_desk.Incident.NextDueAt);
        Assert.Equal(["0 Opened ann", "5 Mitigated ann", "15 Resolved ann"], _desk.Told());
    }

    [Fact]
    public void A_relapse_in_the_quiet_period_opens_it_again()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.Ok("queue-wait-time", "Billing", 5);
        var decision = _desk.Red("queue-wait-time", "Billing", 12);

        Assert.Equal(IncidentAction.Reopened, decision.Action);
        Assert.Equal(IncidentState.Open, _desk.Incident.State);
        Assert.Equal(Occasion.Reopened, _desk.Occasions()[^1]);
    }

    [Fact]
    public void A_relapse_within_the_window_reopens_a_resolved_incident()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.Ok("queue-wait-time", "Billing", 5);
        _desk.PassTo(20);
        var decision = _desk.Red("queue-wait-time", "Billing", 60);

        Assert.Equal(IncidentAction.Reopened, decision.Action);
        Assert.Equal(1, _desk.Incident.Number);
    }

    [Fact]
    public void An_incident_that_comes_back_counts_all_its_alarms_and_their_changes_and_tells_those_who_knew_of_it()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.Red("queue-size", "Billing", 1);
        _desk.Ok("queue-size", "Billing", 4);
        _desk.Ok("queue-wait-time", "Billing", 5);
        _desk.PassTo(20);

        _desk.Red("queue-wait-time", "Billing", 60);

        Assert.Equal((5, 2, Desk.At(0)), (_desk.Incident.Changes, _desk.Incident.Alarms, _desk.Incident.OpenedAt));
        Assert.Equal((null, null), (_desk.Incident.Resolution, _desk.Incident.MitigatedAt));
        Assert.Equal("60 Reopened ann", _desk.Told()[^1]);
    }

    [Fact]
    public void A_worse_alarm_that_brings_it_back_raises_it()
    {
        _desk.Red("queue-size", "Billing", 0);
        _desk.Ok("queue-size", "Billing", 5);
        _desk.PassTo(20);

        _desk.Red("queue-full", "Billing", 60);

        Assert.Equal((Severity.P1, 1), (_desk.Incident.Severity, _desk.Incident.Number));
        Assert.Equal("The alarm catalog rates this P1.", _desk.Incident.Reasons[0]);
    }

    [Fact]
    public void A_later_quiet_moves_the_quiet_period_and_tells_nobody_again()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.Ok("queue-wait-time", "Billing", 5);

        _desk.Ok("queue-wait-time", "Billing", 8);

        Assert.Equal((IncidentState.Mitigated, Desk.At(8)), (_desk.Incident.State, _desk.Incident.MitigatedAt));
        Assert.Equal(["0 Opened ann", "5 Mitigated ann"], _desk.Told());
        _desk.PassTo(17);
        Assert.Equal(IncidentState.Mitigated, _desk.Incident.State);
        _desk.PassTo(18);
        Assert.Equal(IncidentState.Resolved, _desk.Incident.State);
    }

    [Fact]
    public void A_repair_is_asked_for_again_when_an_incident_comes_back()
    {
        _desk.Red("table-read-throttled", "customers", 0);
        _desk.Ok("table-read-throttled", "customers", 5);
        _desk.Red("table-read-throttled", "customers", 9);

        Assert.Equal(2, _desk.Repairs.Count);
    }

    [Fact]
    public void Promises_begin_anew_when_a_resolved_incident_comes_back()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.Ok("queue-wait-time", "Billing", 5);
        _desk.PassTo(20);
        _desk.Red("queue-wait-time", "Billing", 60);
        _desk.PassTo(74);
        Assert.False(_desk.Incident.AcknowledgeMissed);

        _desk.PassTo(75);
        Assert.True(_desk.Incident.AcknowledgeMissed);
    }

    [Fact]
    public void After_the_window_a_new_incident_opens()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.Ok("queue-wait-time", "Billing", 5);
        _desk.PassTo(20);
        _desk.Red("queue-wait-time", "Billing", 80);

        Assert.Equal([1, 2], _desk.Store.All.Select(incident => incident.Number));
    }

    [Fact]
    public void An_alarm_without_data_does_not_count_as_recovered()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.Receive(Alarms.Change("queue-wait-time", "Billing", AlarmState.InsufficientData, Desk.At(5)));

        Assert.Equal(IncidentState.Open, _desk.Incident.State);
    }

    [Fact]
    public void An_alarm_that_may_stay_red_counts_as_quiet_after_a_time_of_silence()
    {
        _desk.Red("table-read-throttled", "customers", 0);
        _desk.PassTo((6 * 60) + 11);

        Assert.Equal(IncidentState.Resolved, _desk.Incident.State);
    }

    [Fact]
    public void An_alarm_that_returns_to_OK_is_waited_for_as_long_as_it_takes()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.PassTo(7 * 24 * 60);

        Assert.Equal(IncidentState.Open, _desk.Incident.State);
        Assert.NotNull(_desk.Incident.NextDueAt);
    }

    [Fact]
    public void A_flapping_alarm_is_announced_once_and_stays_open_until_it_is_steady()
    {
        for (var minute = 0; minute < 10; minute += 2)
        {
            _desk.Red("queue-wait-time", "Billing", minute);
            _desk.Ok("queue-wait-time", "Billing", minute + 1);
        }

        Assert.Equal(IncidentState.Open, _desk.Incident.State);
        Assert.NotNull(_desk.Incident.FlappingUntil);
        var toldWhileFlapping = _desk.Messages.Count;
        Assert.True(toldWhileFlapping <= 5, $"told {toldWhileFlapping} times");

        _desk.PassTo(60);
        Assert.Equal(IncidentState.Resolved, _desk.Incident.State);
    }

    [Fact]
    public void An_incident_that_lasts_is_never_without_a_next_deadline()
    {
        _desk.Red("calls-rejected", "bank", 0);
        for (var minute = 0; minute < 5000; minute += 7)
        {
            _desk.PassTo(minute);
            Assert.True(_desk.Incident.NextDueAt > Desk.At(minute));
        }
    }
}
