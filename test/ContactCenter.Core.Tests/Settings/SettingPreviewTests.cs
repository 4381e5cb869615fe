using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Tests.Incidents;

namespace ContactCenter.Core.Tests.Settings;

/// <summary>What a setting would do, before it is saved.</summary>
public sealed class SettingPreviewTests
{
    private readonly SettingsRoom _room = new();

    [Fact]
    public void A_mute_tells_which_red_alarms_it_hides_and_how_often_it_would_have()
    {
        _room.Red("queue-wait-time", "Billing");
        _room.Red("queue-wait-time", "Cards");

        var preview = Of(SettingsRoom.Mute());

        Assert.EndsWith("queue-wait-time/Billing", Assert.Single(preview.HiddenNow).Name, StringComparison.Ordinal);
        Assert.Equal(1, preview.HiddenEvents);
        Assert.DoesNotContain(PreviewWarning.NoEffect, preview.Warnings);
    }

    [Fact]
    public void What_is_hidden_already_is_not_told_again()
    {
        _room.Red("queue-wait-time", "Billing");
        _room.Save(SettingsRoom.Mute());

        Assert.Empty(Of(SettingsRoom.Mute()).HiddenNow);
    }

    [Fact]
    public void Events_of_more_than_seven_days_ago_do_not_count()
    {
        _room.Red("queue-wait-time", "Billing");
        _room.Clock.Pass(TimeSpan.FromDays(8));

        Assert.Equal(0, Of(SettingsRoom.Mute(until: 60 * 24 * 9)).HiddenEvents);
    }

    [Fact]
    public void What_the_history_of_alarms_remembers_counts_although_its_incident_is_over_and_once()
    {
        var red = _room.Red("queue-wait-time", "Billing").After.Tracks[0];
        var history = new AlarmDay(
            new DateOnly(2026, 3, 2),
            red.Id,
            red.Name,
            [new AlarmMoment(Desk.At(-600), AlarmState.Alarm), new AlarmMoment(Desk.At(-590), AlarmState.Ok), red.Latest]);
        var other = history with
        {
            Id = red.Id with { Arn = "arn:other" },
            Name = red.Name.Replace("Billing", "Cards", StringComparison.Ordinal),
        };

        Assert.Equal(2, Of(SettingsRoom.Mute(), [history, other]).HiddenEvents);
        Assert.Equal(4, Of(SettingsRoom.Mute() with { Resource = null, Alarm = "queue-wait-time" }, [history, other]).HiddenEvents);
    }

    [Fact]
    public void A_window_that_hides_nothing_says_so() => Assert.Equal(
        [PreviewWarning.NoEffect],
        Of(new PlannedWork { Author = "Ada", Reason = "move", From = Desk.At(0), Until = Desk.At(60), Groups = ["api"] }).Warnings);

    [Fact]
    public void A_takeover_tells_who_would_be_on_call_without_it_and_with_it()
    {
        var preview = Of(SettingsRoom.Takeover("cem", 10, 40));

        Assert.Equal([new PreviewedTurn(Desk.At(10), Desk.At(40), "ann", "cem")], preview.Turns);
        Assert.Empty(preview.Warnings);
    }

    [Fact]
    public void A_takeover_by_who_is_on_call_anyway_changes_nothing() =>
        Assert.Equal([PreviewWarning.NoEffect], Of(SettingsRoom.Takeover("ann", 10, 40)).Warnings);

    [Fact]
    public void A_gap_and_somebody_who_cannot_be_told_are_warned_of()
    {
        var room = new SettingsRoom(SettingsRoom.Center(static center =>
        {
            var rota = center.OnCall["rota"];
            rota.From = new DateOnly(2026, 3, 3);
            rota.Participants[2].Endpoints = [];
        }));
        var exchange = new OnCallExchange
        {
            Author = "Ada",
            Reason = "r",
            From = Desk.At(0),
            Until = Desk.At(60 * 24 * 2),
            Schedule = "rota",
            First = "ann",
            Second = "cem",
        };

        var preview = SettingPreview.Of(exchange, room.Configuration, RuntimeSettings.None, [], [], Desk.At(0));

        Assert.Equal([PreviewWarning.Gap, PreviewWarning.Nobody], preview.Warnings);
    }

    [Fact]
    public void Who_closes_a_queue_is_told_that_those_who_wait_stay() => Assert.Equal(
        [PreviewWarning.WaitingStay],
        Of(new QueueSwitch
        {
            Author = "Ada",
            Reason = "r",
            From = Desk.At(0),
            Until = Desk.At(9),
            Queue = "Billing",
            IsOpen = false
        }).Warnings);

    [Fact]
    public void A_switch_of_a_queue_that_is_open_to_open_changes_nothing() => Assert.Equal(
        [PreviewWarning.NoEffect],
        Of(new QueueSwitch
        {
            Author = "Ada",
            Reason = "r",
            From = Desk.At(0),
            Until = Desk.At(9),
            Queue = "Billing",
            IsOpen = true
        }).Warnings);

    [Fact]
    public void What_could_not_be_saved_is_told_instead() =>
        Assert.Equal("until", Assert.Single(Of(SettingsRoom.Mute() with { Until = null }).Problems).Field);

    private SettingPreview Of(Setting setting, IReadOnlyList<AlarmDay>? week = null)
    {
        var stop = TestContext.Current.CancellationToken;
        return SettingPreview.Of(
            setting,
            _room.Configuration,
            _room.Store.ReadAsync(stop).AsTask().Result,
            [.. _room.Incidents.ActiveAsync(static _ => { }, stop).ToBlockingEnumerable(stop)],
            week ?? [],
            _room.Clock.GetUtcNow());
    }
}
