using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Engine;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;

namespace ContactCenter.Core.Tests.Incidents;

/// <summary>Whether an alarm belongs to its own incident or to the one that collects a storm.</summary>
public sealed class StormChoiceTests
{
    private static readonly IncidentSettings Settings = new() { StormIncidents = 3, StormWithin = TimeSpan.FromMinutes(5) };
    private static readonly Correlation Own = Correlation.Empty(new CorrelationKey("queue", "Billing", "here"));
    private static readonly Correlation Storm = Correlation.Empty(new CorrelationKey(CorrelationKey.StormGroup, "all", "here"));

    [Fact]
    public void An_incident_that_lasts_keeps_its_alarms_and_takes_new_ones_although_a_storm_is_on()
    {
        Assert.Equal(Own.Key, Choose(With(Own, "queue-full", 0), With(Storm, "api-failures", 0), Red("queue-full", 1)));
        Assert.Equal(Own.Key, Choose(With(Own, "queue-full", 0), With(Storm, "api-failures", 0), Red("queue-size", 1)));
    }

    [Fact]
    public void An_alarm_that_the_storm_has_taken_stays_there()
    {
        Assert.Equal(Storm.Key, Choose(With(Own, "queue-full", 0), With(Storm, "queue-size", 0), Red("queue-size", 1)));
        Assert.Equal(Storm.Key, Choose(Own, With(Storm, "queue-size", 0), Ok("queue-size", 1)));
    }

    [Fact]
    public void It_stays_there_whatever_else_the_storm_has_taken()
    {
        var storm = With(Storm, "api-failures", 0);
        storm = storm with { Tracks = [.. storm.Tracks, .. With(Storm, "queue-size", 0).Tracks] };

        Assert.Equal(Storm.Key, Choose(With(Own, "queue-full", 0), storm, Red("queue-size", 1)));
    }

    [Fact]
    public void An_alarm_that_both_know_stays_with_its_own_incident_whatever_else_that_has()
    {
        var own = With(Own, "queue-size", 0);
        var storm = With(Storm, "queue-size", 0);
        var two = own with { Tracks = [.. With(Own, "queue-full", 0).Tracks, .. own.Tracks] };

        Assert.Equal((Own.Key, Own.Key), (Choose(own, storm, Red("queue-size", 1)), Choose(two, storm, Red("queue-size", 1))));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    [InlineData(1, false)]
    public void After_the_storm_only_what_it_has_heard_of_already_is_still_its_own(int minutesLater, bool isStorms) =>
        Assert.Equal(
            isStorms ? Storm.Key : Own.Key, Choose(Own, Over(With(Storm, "queue-size", 2), 3), Red("queue-size", 2 + minutesLater)));

    [Fact]
    public void While_a_storm_is_on_what_would_open_an_incident_joins_it()
    {
        Assert.Equal(Storm.Key, Choose(Own, With(Storm, "api-failures", 0), Red("queue-size", 1)));
        Assert.Equal(Own.Key, Choose(Own, Storm, Red("queue-size", 1)));
    }

    [Fact]
    public void What_opens_nothing_does_not_join_it()
    {
        var storm = With(Storm, "api-failures", 0);
        var known = Own with { Tracks = With(Own, "queue-size", 1).Tracks };

        Assert.Equal(Own.Key, Choose(Own, storm, Ok("queue-size", 1)));
        Assert.Equal(Own.Key, Choose(known, storm, Red("queue-size", 1)));
        Assert.Equal(Storm.Key, Choose(known, storm, Red("queue-size", 2)));
        Assert.Equal(Storm.Key, Choose(known, storm, Red("queue-full", 1)));
    }

    [Theory]
    [InlineData(59.9, false)]
    [InlineData(60, true)]
    public void An_incident_that_ended_within_the_hour_comes_back_and_joins_no_storm(double minutes, bool isStorms)
    {
        var own = Over(With(Own, "queue-size", 0), 0);

        Assert.Equal(isStorms ? Storm.Key : Own.Key, Choose(own, With(Storm, "api-failures", 0), Red("queue-size", minutes)));
    }

    [Theory]
    [InlineData(3, 0, true)]
    [InlineData(2, 0, false)]
    [InlineData(3, 4.9, true)]
    [InlineData(3, 5, false)]
    public void A_storm_begins_when_enough_incidents_have_opened_of_late(int openings, double minutesAgo, bool begins)
    {
        var storm = Storm with { RecentOpenings = [.. Enumerable.Repeat(Desk.At(10 - minutesAgo), openings)] };

        Assert.Equal(begins ? Storm.Key : Own.Key, Choose(Own, storm, Red("queue-size", 10)));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void An_OK_that_nobody_knows_is_for_the_storm_that_only_counts_some_of_its_alarms(int untracked, bool isStorms)
    {
        var storm = With(Storm, "api-failures", 0);
        storm = storm with { Incident = storm.Incident! with { Untracked = untracked } };

        Assert.Equal(isStorms ? Storm.Key : Own.Key, Choose(Own, storm, Ok("queue-size", 1)));
        Assert.Equal(Own.Key, Choose(Own with { Tracks = With(Own, "queue-size", 0).Tracks }, storm, Ok("queue-size", 1)));
    }

    [Fact]
    public void As_many_openings_are_remembered_as_make_a_storm_and_one_more_and_none_that_is_too_old()
    {
        var storm = Storm with { RecentOpenings = [Desk.At(0), Desk.At(5.1), Desk.At(6), Desk.At(7), Desk.At(8)] };

        Assert.Equal(
            [Desk.At(6), Desk.At(7), Desk.At(8), Desk.At(10)], Storms.WithOpening(storm, Settings, Desk.At(10)).RecentOpenings);
        Assert.Equal([Desk.At(8), Desk.At(12)], Storms.WithOpening(storm, Settings, Desk.At(12)).RecentOpenings);
    }

    private static CorrelationKey Choose(Correlation own, Correlation storm, TriagedAlarm alarm) =>
        Storms.Choose(own, storm, alarm, Settings, alarm.Moment.At).Key;

    /// <summary>A correlation with an incident that one alarm has opened.</summary>
    private static Correlation With(Correlation correlation, string alarm, double minute) =>
        IncidentEngine.Decide(correlation, new AlarmReceived(Red(alarm, minute)), new IncidentPolicy(Desk.Center()), Desk.At(minute)).After;

    private static Correlation Over(Correlation correlation, double minute) => correlation with
    {
        Incident = correlation.Incident! with
        {
            State = IncidentState.Resolved,
            Resolution = new Resolution(Desk.At(minute), null, null)
        }
    };

    private static TriagedAlarm Red(string alarm, double minute) => Triaged(alarm, AlarmState.Alarm, minute);

    private static TriagedAlarm Ok(string alarm, double minute) => Triaged(alarm, AlarmState.Ok, minute);

    private static TriagedAlarm Triaged(string alarm, AlarmState state, double minute) =>
        new AlarmTriage(Desk.Center()).Triage(Alarms.Change(alarm, "Billing", state, Desk.At(minute)), Desk.At(minute));
}
