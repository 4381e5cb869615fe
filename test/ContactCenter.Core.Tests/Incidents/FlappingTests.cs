using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Engine;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Incidents;

/// <summary>How much an alarm flips, by the weights of Nagios: 20 minutes, the newest weighs 1.25 and the oldest 0.75.</summary>
public sealed class FlappingTests
{
    [Theory]
    [InlineData(0, 6.25)]
    [InlineData(0.9, 6.25)]
    [InlineData(19, 3.75)]
    [InlineData(19.9, 3.75)]
    [InlineData(20, 0)]
    [InlineData(45, 0)]
    [InlineData(-0.1, 0)]
    public void A_flip_counts_less_the_older_it_is_and_nothing_after_twenty_minutes(double minutesAgo, double percent) =>
        Assert.Equal(percent, Flapping.Percent(Track(30, 30 - minutesAgo), Desk.At(30)), 9);

    [Fact]
    public void Flips_add_up_to_no_more_than_all()
    {
        Assert.Equal(100.0 / 20 * (1.25 + 0.75), Flapping.Percent(Track(30, 11, 30), Desk.At(30)), 9);
        double[] everySecond = [.. Enumerable.Range(0, 20).Select(static second => 29.5 + (second / 60.0))];
        Assert.Equal(100, Flapping.Percent(Track(30, everySecond), Desk.At(30)));
    }

    [Fact]
    public void A_state_without_data_is_a_flip_like_any_other()
    {
        var track = Track(30, 29) with
        {
            Moments = [new AlarmMoment(Desk.At(20), AlarmState.Alarm), new AlarmMoment(Desk.At(29), AlarmState.InsufficientData)]
        };

        Assert.NotEqual(0, Flapping.Percent(track, Desk.At(30)));
    }

    [Fact]
    public void It_is_steady_at_the_first_minute_below_five_percent()
    {
        // one flip weighs 6.25 % at first and 0.75 + (19 - age) * 0.5 / 19 of 20 later: below 1 from the tenth minute on
        var track = Track(30, 30);

        Assert.Equal(Desk.At(40), Flapping.SteadyAt(track, Desk.At(30)));
        Assert.Equal(Desk.At(60), Flapping.SteadyAt(track, Desk.At(60)));
    }

    [Theory]
    [InlineData(IncidentState.Open)]
    [InlineData(IncidentState.Acknowledged)]
    public void A_mitigated_incident_of_which_late_flips_are_heard_is_open_again_and_stays_with_who_took_it(IncidentState expected)
    {
        var desk = new Desk();
        desk.Red("queue-wait-time", "Billing", 0);
        if (expected == IncidentState.Acknowledged)
        {
            desk.Act(new PersonActed(PersonAction.Acknowledge, "ann"), 0.5);
        }

        desk.Ok("queue-wait-time", "Billing", 5);
        Assert.Equal(IncidentState.Mitigated, desk.Incident.State);
        for (var minute = 1; minute < 5; minute++)
        {
            var state = minute % 2 == 0 ? AlarmState.Alarm : AlarmState.Ok;
            desk.Receive(Alarms.Change("queue-wait-time", "Billing", state, Desk.At(minute)), heardAt: 6);
        }

        Assert.Equal((expected, null), (desk.Incident.State, desk.Incident.MitigatedAt));
        Assert.NotNull(desk.Incident.FlappingUntil);
    }

    [Fact]
    public void An_incident_that_flapped_is_quiet_since_its_last_alarm_was()
    {
        var desk = new Desk();
        for (var minute = 0; minute < 6; minute += 2)
        {
            desk.Red("queue-wait-time", "Billing", minute);
            desk.Ok("queue-wait-time", "Billing", minute + 1);
        }

        var until = desk.Incident.FlappingUntil!.Value;
        desk.PassTo((until - Desk.Monday).TotalMinutes);

        Assert.Null(desk.Incident.FlappingUntil);
        Assert.Equal(Desk.At(5), desk.Incident.MitigatedAt);
    }

    [Fact]
    public void How_long_an_alarm_was_red_says_nothing_of_when_it_turns_red_again()
    {
        var track = Track(91, 0, 74, 87, 90) with { Period = TimeSpan.FromMinutes(15) };

        Assert.Equal(Desk.At(90 + (2 * 13)), Flapping.SlowUntil(track, Desk.At(91)));
    }

    /// <summary>An alarm that was OK at the beginning and has changed its state at each of these minutes.</summary>
    private static AlarmTrack Track(double now, params double[] flips) => new()
    {
        Id = new AlarmId($"arn:{now}", null),
        Name = "an alarm",
        Severity = Severity.P2,
        Moments =
        [
            new AlarmMoment(Desk.At(-60), AlarmState.Ok),
            .. flips.Select(static (minute, i) => new AlarmMoment(Desk.At(minute), i % 2 == 0 ? AlarmState.Alarm : AlarmState.Ok))
        ],
    };
}
