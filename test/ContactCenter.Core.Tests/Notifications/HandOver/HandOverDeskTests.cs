using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.HandOver;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Tests.Notifications.Reach;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Notifications.HandOver;

/// <summary>The note at the end of a turn: to both, once, also when it is late; what it says follows from what is so.</summary>
public sealed class HandOverDeskTests
{
    /// <summary>Ann goes and Ben comes, on 9 March 2026 at nine in Berlin.</summary>
    private static readonly DateTimeOffset HandedOver = new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero);

    private readonly ContactCenterConfiguration _configuration = People.Center();
    private readonly InMemoryIncidentStore _store = new();
    private readonly InMemorySettings _settings = new();
    private readonly Notes _notes = new();
    private readonly VirtualClock _clock = new(HandedOver);

    [Fact]
    public async Task Who_goes_and_who_comes_get_one_note_each_endpoint_in_their_own_words()
    {
        var channels = new Channels();
        var desk = Desk(channels);
        await LookAsync(desk, HandedOver);
        await LookAsync(desk, HandedOver.AddMinutes(1));

        Assert.Equal(
            ["+491511234567", "ann@example.com", "ben@example.com"],
            channels.Sent.Select(static sent => sent.To).Order(StringComparer.Ordinal));
        Assert.Equal("Hand-over of engineers: Ann to Ben", NoteTo(channels, "ben@example.com").Subject);
        Assert.Equal("Übergabe von engineers: Ann an Ben", NoteTo(channels, "ann@example.com").Subject);
        Assert.Equal(
            "Ann goes and Ben comes at 2026-03-09 04:00 America/New_York (08:00 UTC); "
                + "the turn ends 2026-03-16 04:00 America/New_York (08:00 UTC).",
            NoteTo(channels, "ben@example.com").Paragraphs[0]);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 3)]
    [InlineData(5 * 60, 3)]
    [InlineData(7 * 60, 0)]
    public async Task It_comes_also_when_the_look_is_late_but_not_when_it_is_no_news(int minutesLate, int notes)
    {
        var channels = new Channels();
        await LookAsync(Desk(channels), HandedOver.AddMinutes(minutesLate));

        Assert.Equal(notes, channels.Sent.Count);
    }

    [Fact]
    public async Task Another_process_tells_nobody_twice_and_tries_again_whom_the_first_did_not_reach()
    {
        var first = new Channels(static endpoint => endpoint.To == "ben@example.com"
            ? new NoticeAnswer(NoticeOutcome.Refused, "it rests")
            : NoticeAnswer.By("Amazon SNS"));
        await LookAsync(Desk(first), HandedOver);
        var second = new Channels();
        await LookAsync(Desk(second), HandedOver.AddMinutes(1));

        Assert.Equal(["ben@example.com"], second.Sent.Select(static sent => sent.To));
    }

    [Fact]
    public async Task An_endpoint_that_always_refuses_is_given_up()
    {
        var channels = new Channels(static _ => new NoticeAnswer(NoticeOutcome.Refused, "no"));
        for (var minute = 0; minute < 30; minute++)
        {
            await LookAsync(Desk(channels), HandedOver.AddMinutes(minute));
        }

        Assert.Equal(30, channels.Sent.Count);
    }

    [Fact]
    public async Task Nobody_is_told_where_it_is_switched_off()
    {
        var channels = new Channels();
        var engineers = _configuration.OnCall["engineers"] with { HandOverNotes = false };
        await LookAsync(
            Desk(channels, _configuration with { OnCall = new Dictionary<string, OnCallSettings> { ["engineers"] = engineers } }),
            HandedOver);

        Assert.Empty(channels.Sent);
    }

    [Fact]
    public async Task What_is_open_is_told_with_age_severity_owner_and_what_is_promised_next()
    {
        await OpenAsync(HandedOver.AddMinutes(-47));
        var channels = new Channels();
        await LookAsync(Desk(channels), HandedOver);

        var note = string.Join("\n\n", NoteTo(channels, "ben@example.com").Paragraphs);
        Assert.Contains("Open now:\n• ", note, StringComparison.Ordinal);
        Assert.Matches("• [0-9A-Z]{8}-1 P[1-4] .*Billing.*; Open, nobody has taken it; owner .*; for 47 min", note);
        Assert.Contains("What is promised next:", note, StringComparison.Ordinal);
        Assert.Matches("is to be over by 2026-03-.* America/New_York", note);
        Assert.Contains("Jetzt offen:", string.Join("\n", NoteTo(channels, "ann@example.com").Paragraphs), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_decided_and_what_runs_on_is_told()
    {
        var mute = new Mute
        {
            Author = "Ann",
            Reason = "known",
            From = HandedOver.AddHours(-2),
            Until = HandedOver.AddHours(3),
            Resource = "Billing",
        };
        await new SettingsDesk(_settings, _configuration).SaveAsync(
            mute, new SettingMark("m", HandedOver.AddDays(1)), HandedOver.AddHours(-2), TestContext.Current.CancellationToken);
        var channels = new Channels();
        await LookAsync(Desk(channels), HandedOver);

        var note = string.Join("\n\n", NoteTo(channels, "ben@example.com").Paragraphs);
        Assert.Contains("• Ann has set the mute (* / Billing): known", note, StringComparison.Ordinal);
        Assert.Contains(
            "• the mute (* / Billing) by Ann, until 2026-03-09 07:00 America/New_York (11:00 UTC)", note, StringComparison.Ordinal);
        var german = string.Join("\n", NoteTo(channels, "ann@example.com").Paragraphs);
        Assert.Contains("• Ann hat die Stummschaltung (* / Billing) gesetzt: known", german, StringComparison.Ordinal);
        Assert.Contains(
            "• die Stummschaltung (* / Billing) von Ann, bis 2026-03-09 12:00 Europe/Berlin (11:00 UTC)", german,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_takeover_is_a_hand_over_too()
    {
        var at = HandedOver.AddDays(2).AddMinutes(3);
        await new SettingsDesk(_settings, _configuration).SaveAsync(
            new OnCallTakeover
            {
                Author = "Ann",
                Reason = "Ben is ill",
                From = at,
                Until = at.AddHours(8),
                Schedule = "engineers",
                Participant = "Ann",
            },
            new SettingMark("t", at.AddDays(1)),
            at,
            TestContext.Current.CancellationToken);
        var channels = new Channels();
        await LookAsync(Desk(channels), at.AddMinutes(1));

        Assert.Equal("Hand-over of engineers: Ben to Ann", NoteTo(channels, "ben@example.com").Subject);
    }

    private static Notice NoteTo(Channels channels, string to) => channels.Sent.First(sent => sent.To == to).Notice;

    private async Task OpenAsync(DateTimeOffset at)
    {
        var alarm = new Monitoring.Parsing.AlarmPayload
        {
            At = at,
            Values = [720, 660],
            Threshold = 180,
            Namespace = "ContactCenter",
            Metric = "OldestContactWait",
            Dimensions = [("InstanceId", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"), ("QueueName", "Billing"), ("Channel", "VOICE")],
        };
        var input = Core.Monitoring.Parsing.AlarmParser.Parse(
            alarm.Bytes(Monitoring.Parsing.PayloadShape.SnsEvent), at)[0];
        await new IncidentDesk(_configuration, _store).Pipeline.ReceiveAsync(input, at);
    }

    private Task<IReadOnlyList<HandOverSent>> LookAsync(HandOverDesk desk, DateTimeOffset at)
    {
        _clock.Now = _notes.Now = at;
        return desk.SendDueAsync(at, TestContext.Current.CancellationToken);
    }

    private HandOverDesk Desk(Channels channels, ContactCenterConfiguration? configuration = null)
    {
        var file = configuration ?? _configuration;
        var view = new SettingsView(file, _settings, _clock);
        var incidents = new IncidentDesk(file, _store, settings: view);
        return new HandOverDesk(
            view, incidents, new HandOverReader(view, incidents, _store, new InMemoryIncidentHistory(), _settings), channels, _notes);
    }
}
