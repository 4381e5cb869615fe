using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Incidents;

public sealed class StormTests
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    private readonly Desk _desk = new();

    [Fact]
    public void Many_incidents_at_once_become_one_with_a_count()
    {
        for (var i = 0; i < 60; i++)
        {
            _desk.Red("flow-errors", $"flow-{i}", i * 0.05);
        }

        Assert.Equal(6, _desk.Store.All.Count);
        var storm = Assert.Single(_desk.Store.All, incident => incident.Key.Group == CorrelationKey.StormGroup);
        Assert.Equal(55, storm.Alarms);
        Assert.Equal("55 more alarms are red", storm.Symptom);
        Assert.Equal(7, _desk.Messages.Count); // five incidents, the storm, and its rise from P3 to P2 because so many take part
    }

    [Fact]
    public void A_worse_alarm_raises_the_storm()
    {
        for (var i = 0; i < 10; i++)
        {
            _desk.Red("flow-errors", $"flow-{i}", i * 0.05);
        }

        var decision = _desk.Red("api-failures", "crm", 1);

        Assert.Equal(IncidentAction.Raised, decision.Action);
        Assert.Equal(Severity.P1, decision.After.Incident!.Severity);
    }

    [Fact]
    public void A_storm_is_called_by_what_says_that_customers_are_not_served_and_tells_how_many_more_there_are()
    {
        for (var i = 0; i < 10; i++)
        {
            _desk.Red("flow-errors", $"flow-{i}", i * 0.05);
        }

        var storm = _desk.Red("api-failures", "crm", 1).After.Incident!;

        Assert.Equal(("API crm", "API fails, with 5 more alarms"), (storm.Subject, storm.Symptom));
        Assert.StartsWith("The worst: API crm: API fails (P1); Flow flow-5: ", storm.Description, StringComparison.Ordinal);
        Assert.Equal("alarm-storm", storm.Runbook);
    }

    [Fact]
    public void A_storm_that_is_as_bad_as_what_is_over_names_that_first()
    {
        for (var i = 0; i < 10; i++)
        {
            _desk.Red("flow-errors", $"flow-{i}", i * 0.05);
        }

        _desk.Red("api-failures", "crm", 1);
        var storm = _desk.Ok("api-failures", "crm", 2).After.Incident!;

        Assert.Equal((Severity.P1, "Many troubles at once", "6 more alarms are red"), (storm.Severity, storm.Subject, storm.Symptom));
        Assert.StartsWith("The worst: API crm: API fails (P1, over); Flow flow-5: ", storm.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_storm_of_which_nothing_is_red_any_more_does_not_say_that_it_is()
    {
        for (var i = 0; i < 8; i++)
        {
            _desk.Red("flow-errors", $"flow-{i}", i * 0.05);
        }

        for (var i = 5; i < 8; i++)
        {
            _desk.Ok("flow-errors", $"flow-{i}", 2 + (i * 0.05));
        }

        var storm = Assert.Single(_desk.Store.All, incident => incident.Key.Group == CorrelationKey.StormGroup);
        Assert.Equal((IncidentState.Mitigated, "3 more alarms were red"), (storm.State, storm.Symptom));
    }

    [Fact]
    public void A_storm_begins_with_its_own_runbook_and_reason()
    {
        for (var i = 0; i < 6; i++)
        {
            _desk.Red("flow-errors", $"flow-{i}", i * 0.05);
        }

        var storm = Assert.Single(_desk.Store.All, static incident => incident.Key.Group == CorrelationKey.StormGroup);
        Assert.Equal(("alarm-storm", "1 more alarm is red"), (storm.Runbook, storm.Symptom));
        Assert.Equal(
            "More than 5 troubles began within 5 min: they may have one cause, so what follows is collected here.", storm.Reasons[0]);
    }

    [Fact]
    public void A_storm_ends_when_its_alarms_are_OK()
    {
        for (var i = 0; i < 20; i++)
        {
            _desk.Red("flow-errors", $"flow-{i}", i * 0.05);
        }

        for (var i = 0; i < 20; i++)
        {
            _desk.Ok("flow-errors", $"flow-{i}", 5 + (i * 0.05));
        }

        _desk.PassTo(30);
        Assert.All(_desk.Store.All, incident => Assert.Equal(IncidentState.Resolved, incident.State));
    }

    [Fact]
    public void A_late_duplicate_of_a_storms_alarm_opens_nothing()
    {
        for (var i = 0; i < 20; i++)
        {
            _desk.Red("flow-errors", $"flow-{i}", i * 0.05);
            _desk.Ok("flow-errors", $"flow-{i}", 5 + (i * 0.05));
        }

        _desk.PassTo(30);
        var again = _desk.Receive(
            Alarms.Change("flow-errors", "flow-15", Core.Monitoring.Alarms.AlarmState.Alarm, Desk.At(15 * 0.05)), heardAt: 31);

        Assert.Equal(IncidentAction.Ignored, again.Action);
    }

    [Fact]
    public void Incidents_that_begin_far_apart_are_no_storm()
    {
        for (var i = 0; i < 12; i++)
        {
            _desk.Red("flow-errors", $"flow-{i}", i * 2);
        }

        Assert.DoesNotContain(_desk.Store.All, incident => incident.Key.Group == CorrelationKey.StormGroup);
    }

    [Fact]
    public void A_storm_larger_than_can_be_followed_is_counted_and_stays_bounded()
    {
        for (var i = 0; i < Correlation.MaximumTracks + 100; i++)
        {
            _desk.Red("flow-errors", $"flow-{i}", i * 0.001);
        }

        var storm = _desk.Store.All.Single(incident => incident.Key.Group == CorrelationKey.StormGroup);
        Assert.Equal(Correlation.MaximumTracks + 95, storm.Alarms);
        Assert.Equal(95, storm.Untracked);
    }

    [Fact]
    public void A_P1_is_followed_in_the_place_of_a_milder_alarm_and_keeps_the_storm_open()
    {
        for (var i = 0; i < Correlation.MaximumTracks + 5; i++)
        {
            _desk.Red("flow-errors", $"flow-{i}", i * 0.001);
        }

        Assert.Equal(IncidentAction.Raised, _desk.Red("api-failures", "crm", 1).Action);
        for (var i = 0; i < Correlation.MaximumTracks + 5; i++)
        {
            _desk.Ok("flow-errors", $"flow-{i}", 5 + (i * 0.001));
        }

        Assert.Contains(_desk.Store.All, incident => incident.IsActive && incident.Untracked == 0 && incident.Subject == "API crm");
        _desk.Ok("api-failures", "crm", 7);
        _desk.PassTo(60);
        Assert.All(_desk.Store.All, incident => Assert.Equal(IncidentState.Resolved, incident.State));
    }

    /// <summary>Of two deliveries of its beginning one found the storm and the other did not.</summary>
    [Fact]
    public async Task An_alarm_that_takes_part_in_two_incidents_is_over_in_both()
    {
        var alone = new Desk();
        alone.Red("flow-errors", "flow-9", 0.5);
        for (var i = 0; i < 10; i++)
        {
            _desk.Red("flow-errors", $"flow-{i}", i * 0.05);
        }

        var own = (await alone.Store.FindAsync(alone.Incident.Id, Stop))!;
        Assert.True(await _desk.Store.CommitAsync(new IncidentCommit(own with { Version = 0 }, [], []), Stop));

        _desk.Ok("flow-errors", "flow-9", 2);

        var concerned = _desk.Store.All.Where(incident =>
            incident.Id == own.Incident!.Id || incident.Key.Group == CorrelationKey.StormGroup).ToArray();
        Assert.Equal(2, concerned.Length);
        foreach (var incident in concerned)
        {
            var tracks = (await _desk.Store.FindAsync(incident.Id, Stop))!.Tracks;
            Assert.False(Assert.Single(tracks, static track => track.Name.EndsWith("flow-9", StringComparison.Ordinal)).IsRed);
        }
    }
}
