using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Engine;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Incidents;

/// <summary>How long notifications are held, by planned work and by mutes.</summary>
public sealed class HoldingTests
{
    [Theory]
    [InlineData(20.0, 30.0, 20.0)]
    [InlineData(30.0, 20.0, 20.0)]
    [InlineData(20.0, null, null)]
    [InlineData(null, 20.0, null)]
    [InlineData(-5.0, 20.0, null)]
    [InlineData(-5.0, null, null)]
    [InlineData(0.0, null, null)]
    public void An_incident_is_held_only_while_every_red_alarm_is_muted(double? first, double? second, double? expected)
    {
        var desk = new Desk();
        desk.Receive(Muted("queue-full", 0, first));
        desk.Receive(Muted("queue-wait-time", 1, second));

        Assert.Equal(expected is { } minute ? Desk.At(minute) : null, desk.Incident.HeldUntil);
    }

    [Theory]
    [InlineData(20.0, 30.0, 30.0)]
    [InlineData(30.0, 20.0, 30.0)]
    [InlineData(null, 20.0, 20.0)]
    [InlineData(20.0, null, 20.0)]
    public void Of_a_mute_and_planned_work_the_later_end_counts(double? mute, double? work, double expected)
    {
        var desk = new Desk(Desk.Center(center => center.Maintenance = work is { } end
            ? [new MaintenanceSettings { Name = "move", From = Desk.At(-10), To = Desk.At(end) }]
            : []));

        desk.Receive(Muted("queue-full", 0, mute));

        Assert.Equal(Desk.At(expected), desk.Incident.HeldUntil);
        Assert.Empty(desk.Messages);
    }

    [Fact]
    public void An_alarm_that_is_OK_again_holds_nothing_longer()
    {
        var desk = new Desk();
        desk.Receive(Muted("queue-full", 0, 20));
        desk.Receive(Alarms.Change("queue-full", "Billing", AlarmState.Ok, Desk.At(5)) with { MutedUntil = Desk.At(90) });

        Assert.Equal(Desk.At(20), desk.Incident.HeldUntil);
    }

    [Theory]
    [InlineData("queue", "Billing", -1.0, false)]
    [InlineData("queue", "Billing", 0.0, true)]
    [InlineData("queue", "Billing", 29.9, true)]
    [InlineData("queue", "Billing", 30.0, false)]
    [InlineData("queue", "Cards", 0.0, false)]
    [InlineData("api", "Billing", 0.0, false)]
    public void Planned_work_covers_what_it_names_from_its_begin_until_just_before_its_end(
        string group, string resource, double minute, bool expected)
    {
        var window = MaintenanceWindow.Of(new MaintenanceSettings
        {
            Name = "move",
            From = Desk.At(0),
            To = Desk.At(30),
            Groups = ["queue"],
            Resources = ["Billing"]
        }, Desk.Center());

        Assert.Equal(expected, window.Covers(new CorrelationKey(group, resource, "here"), Desk.At(minute)));
    }

    [Fact]
    public void Planned_work_that_names_nothing_covers_everything() =>
        Assert.True(new MaintenanceWindow(Desk.At(0), Desk.At(30), [], [])
            .Covers(new CorrelationKey("api", "crm", "here"), Desk.At(1)));

    [Fact]
    public void An_end_by_hand_keeps_a_hold_that_lasts_so_that_nobody_is_called_when_it_comes_back()
    {
        var desk = new Desk();
        desk.Receive(Muted("queue-full", 0, 20));
        desk.Act(new PersonActed(PersonAction.Resolve, "ann"), 5);

        Assert.Equal(Desk.At(20), desk.Incident.HeldUntil);
    }

    [Fact]
    public void An_end_by_hand_within_a_hold_is_told_at_once_to_those_who_knew()
    {
        var desk = new Desk();
        desk.Red("queue-full", "Billing", 0);
        desk.Receive(Muted("queue-full", 2, 50));
        var known = desk.Told().Count;
        desk.Act(new PersonActed(PersonAction.Resolve, "ann"), 5);

        Assert.All(desk.Told().Skip(known), static told => Assert.StartsWith("5 Resolved", told, StringComparison.Ordinal));
        Assert.True(desk.Told().Count > known);
    }

    [Fact]
    public void What_comes_back_while_its_alarm_is_muted_calls_nobody_until_that_ends()
    {
        var desk = new Desk();
        desk.Red("queue-full", "Billing", 0);
        desk.Ok("queue-full", "Billing", 5);
        desk.PassTo(20);
        desk.Receive(Muted("queue-full", 30, 50));
        Assert.Equal("15 Resolved ann", desk.Told()[^1]);

        desk.PassTo(50);

        Assert.Equal("50 Opened ann", desk.Told()[^1]);
    }

    private static AlarmChange Muted(string alarm, double minute, double? until) =>
        Alarms.Change(alarm, "Billing", AlarmState.Alarm, Desk.At(minute)) with
        {
            MutedUntil = until is { } end ? Desk.At(end) : null
        };
}
