using ContactCenter.Core.Configuration;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Tests.Incidents;

namespace ContactCenter.Core.Tests.Settings;

/// <summary>What holds over the file, through the desk of incidents.</summary>
public sealed class EffectiveSettingsTests
{
    private readonly SettingsRoom _room = new();

    [Fact]
    public void An_escalation_in_whose_middle_somebody_takes_over_and_gives_back_tells_whoever_is_on_call_then()
    {
        _room.Red("queue-wait-time", "Cards");
        _room.Save(SettingsRoom.Takeover("cem", 5, 15));

        _room.Look(25);

        Assert.Equal(["0 ann", "10 cem", "20 ann"], _room.Told);
    }

    [Fact]
    public void A_takeover_that_is_ended_in_the_middle_counts_no_longer()
    {
        var act = _room.Save(SettingsRoom.Takeover("cem", 0, 60));
        _room.Red("queue-wait-time", "Cards");
        _room.Look(15);
        _room.End(act.After!.Id);
        _room.Look(25);

        Assert.Equal(["0 cem", "10 cem", "20 ann"], _room.Told);
    }

    [Fact]
    public void Two_who_swap_take_each_others_turns()
    {
        _room.Save(new OnCallExchange
        {
            Author = "Ada",
            Reason = "holiday",
            From = Desk.At(5),
            Until = Desk.At(15),
            Schedule = "rota",
            First = "cem",
            Second = "ann",
        });
        _room.Red("queue-wait-time", "Cards");

        _room.Look(25);

        Assert.Equal(["0 ann", "10 cem", "20 ann"], _room.Told);
    }

    [Fact]
    public void What_is_muted_is_recorded_and_told_when_the_mute_ends()
    {
        _room.Save(SettingsRoom.Mute(until: 7));
        _room.Red("queue-wait-time", "Billing");
        Assert.Empty(_room.Told);

        _room.Look(8);

        Assert.Equal(["7 ann"], _room.Told);
    }

    [Theory]
    [InlineData("queue-wait-time", null, 0)]
    [InlineData("/", null, 0)]
    [InlineData("queue-wait-time", "Cards", 1)]
    [InlineData("queue-full", null, 1)]
    public void A_mute_of_one_alarm_holds_that_alarm_alone(string alarm, string? resource, int told)
    {
        var name = alarm.Contains('/', StringComparison.Ordinal) ? Alarms.Change("queue-wait-time", "Billing", Red, Desk.At(0)).AlarmName
            : alarm;
        _room.Save(SettingsRoom.Mute() with { Alarm = name, Resource = resource });

        _room.Red("queue-wait-time", "Billing");

        Assert.Equal(told, _room.Told.Count);
    }

    [Fact]
    public void A_mute_that_is_ended_before_its_time_is_over_within_a_minute()
    {
        var act = _room.Save(SettingsRoom.Mute(until: 60));
        _room.Red("queue-wait-time", "Billing");
        _room.Look(5);
        _room.End(act.After!.Id);

        _room.Look(7);

        Assert.Equal(["6 ann"], _room.Told);
    }

    [Fact]
    public void Planned_work_that_begins_while_an_incident_is_open_holds_its_next_step()
    {
        _room.Red("queue-wait-time", "Billing");
        _room.Save(new PlannedWork
        {
            Author = "Ada",
            Reason = "move",
            From = Desk.At(0),
            Until = Desk.At(15),
            Groups = ["queue"],
            Resources = [],
        });

        _room.Look(14);
        Assert.Equal(["0 ann"], _room.Told);

        _room.Look(16);
        Assert.Equal(["0 ann", "15 ann"], _room.Told);
    }

    [Fact]
    public async Task A_threshold_wins_over_the_file_in_what_an_alarm_is_rated_by()
    {
        var plain = _room.Red("queue-wait-time", "Billing").After.Incident!.Severity;
        var strict = new SettingsRoom();
        strict.Save(new AlarmThreshold
        {
            Author = "Ada",
            Reason = "season",
            From = Desk.At(0),
            Alarm = "queue-wait-time",
            Resource = "Billing",
            Threshold = 1,
        });

        var effective = await strict.View.GetAsync();

        Assert.Equal(1, effective.Configuration.Alarms["queue-wait-time"].Resources["Billing"]);
        Assert.True(strict.Red("queue-wait-time", "Billing").After.Incident!.Severity <= plain);
    }

    [Fact]
    public void Every_kind_is_over_at_its_end()
    {
        var (from, until) = (Desk.At(0), Desk.At(60));
        _room.Save(SettingsRoom.Takeover("cem", 0, 60));
        _room.Save(SettingsRoom.Mute());
        _room.Save(new QueueSwitch { Author = "Ada", Reason = "r", From = from, Until = until, Queue = "Billing", IsOpen = false });
        _room.Save(new EmergencyAnnouncement
        {
            Author = "Ada",
            Reason = "r",
            From = from,
            Until = until,
            Texts = new Dictionary<string, string> { ["en"] = "Storm" },
        });
        _room.Save(new HolidayToday { Author = "Ada", Reason = "r", From = from, Until = until, Date = new DateOnly(2026, 3, 2) });
        _room.Save(new ForcedFallback { Author = "Ada", Reason = "r", From = from, Until = until, Queue = "Billing" });
        _room.Save(new AlarmThreshold
        {
            Author = "Ada",
            Reason = "r",
            From = from,
            Until = until,
            Alarm = "queue-wait-time",
            Threshold = 60,
        });
        _room.Save(new RemediationSwitch { Author = "Ada", Reason = "r", From = from, Until = until, Mode = RemediationMode.Off });
        _room.Save(new TrainingFreeze { Author = "Ada", Reason = "r", From = from, Until = until });
        _room.Clock.Pass(SettingsView.FreshFor);

        Assert.Equal("cem closed Storm Billing 60 Off frozen", Held());
        _room.PassTo(60);
        Assert.Equal("ann open - - - Act -", Held());
    }

    [Fact]
    public void A_takeover_announcement_and_switch_that_begin_later_hold_from_then_on()
    {
        _room.Save(SettingsRoom.Takeover("cem", 30, 60));
        _room.Save(new QueueSwitch { Author = "Ada", Reason = "r", From = Desk.At(30), Until = Desk.At(60), IsOpen = false });
        _room.Clock.Pass(SettingsView.FreshFor);

        Assert.Equal("ann open - - - Act -", Held());
        _room.PassTo(30);
        Assert.Equal("cem closed - - - Act -", Held());
    }

    [Fact]
    public void While_the_store_is_down_what_was_known_last_counts_and_then_the_file_and_each_failure_is_counted()
    {
        var store = new FailingStore();
        var room = new SettingsRoom(store: store);
        room.Save(SettingsRoom.Takeover("cem", 0, 600));
        room.Clock.Pass(SettingsView.FreshFor);
        Assert.StartsWith("cem", Held(room), StringComparison.Ordinal);

        store.IsDown = true;
        room.Clock.Pass(SettingsView.FreshFor);
        Assert.StartsWith("cem", Held(room), StringComparison.Ordinal);
        room.Clock.Pass(SettingsView.UsefulFor);
        Assert.StartsWith("ann", Held(room), StringComparison.Ordinal);
        Assert.Equal(2, room.Failures);

        store.IsDown = false;
        room.Clock.Pass(SettingsView.FreshFor);
        Assert.StartsWith("cem", Held(room), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "09:00", "18:00", 9)]
    [InlineData(false, "09:00", "21:00", 8)]
    public void Time_of_service_is_without_what_is_closed_and_with_what_is_opened(bool isOpen, string from, string to, double hours)
    {
        var day = new DateOnly(2026, 3, 2);
        DateTimeOffset At(string time) => new(day, TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);
        var calendar = new BusinessCalendar(
            SettingsRoom.Center(),
            [new ServiceSwitch("Billing", At(isOpen ? "06:00" : "10:00"), At(isOpen ? "12:00" : "13:00"), isOpen)]);

        Assert.Equal(TimeSpan.FromHours(hours), calendar.OpenTime("Billing", At(from), At(to)));
    }

    private const Core.Monitoring.Alarms.AlarmState Red = Core.Monitoring.Alarms.AlarmState.Alarm;

    private string Held() => Held(_room);

    private static string Held(SettingsRoom room)
    {
        var effective = room.View.GetAsync().AsTask().Result;
        var now = room.Clock.GetUtcNow();
        return string.Join(
            ' ',
            effective.Schedule("rota")!.At(now)!.Participant.Name,
            effective.Calendar.IsOpen("Billing", now) ? "open" : "closed",
            effective.Announcement("Billing", now)?.In("de") ?? "-",
            string.Join(',', effective.Forced(now)) is { Length: > 0 } forced ? forced : "-",
            effective.Configuration.Alarms.GetValueOrDefault(
                "queue-wait-time")?.Threshold?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-",
            effective.Repairs(RemediationMode.Act, now),
            effective.Freeze(now) is null ? "-" : "frozen");
    }

    /// <summary>A store that can be down.</summary>
    private sealed class FailingStore : ISettingsStore
    {
        private readonly Simulation.Stores.InMemorySettings _store = new();

        public bool IsDown { get; set; }

        public ValueTask<RuntimeSettings> ReadAsync(CancellationToken cancellationToken) =>
            IsDown ? throw new IOException("down") : _store.ReadAsync(cancellationToken);

        public ValueTask<bool> CommitAsync(SettingsCommit commit, CancellationToken cancellationToken) => _store.CommitAsync(commit,
            cancellationToken);

        public ValueTask<IReadOnlyList<SettingAct>> ActsAsync(string? before, int limit, CancellationToken cancellationToken) =>
            _store.ActsAsync(before, limit, cancellationToken);

        public ValueTask<SettingAct?> FindActAsync(string id, CancellationToken cancellationToken) => _store.FindActAsync(id,
            cancellationToken);
    }
}
