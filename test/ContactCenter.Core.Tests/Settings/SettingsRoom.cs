using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Tests.Common;
using ContactCenter.Core.Tests.Incidents;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Settings;

/// <summary>A desk of incidents and one of settings over stores in memory, on one clock that stands at a Monday morning.</summary>
internal sealed class SettingsRoom
{
    private readonly IncidentDesk _incidents;
    private readonly List<Effect> _effects = [];

    public SettingsRoom(ContactCenterConfiguration? configuration = null, ISettingsStore? store = null)
    {
        Configuration = configuration ?? Center();
        Settings = new SettingsDesk(store ?? Store, Configuration);
        View = new SettingsView(Configuration, store ?? Store, Clock, _ => Failures++);
        _incidents = new IncidentDesk(Configuration, Incidents, observer: null, View);
        Incidents.Committed += commit => _effects.AddRange(commit.Effects);
    }

    public SteppedClock Clock { get; } = new();

    public InMemorySettings Store { get; } = new();

    public InMemoryIncidentStore Incidents { get; } = new();

    public ContactCenterConfiguration Configuration { get; }

    public SettingsDesk Settings { get; }

    public SettingsView View { get; }

    public int Failures { get; private set; }

    /// <summary>Minutes and addresses of those who were told.</summary>
    public IReadOnlyList<string> Told => [.. _effects.OfType<NotifyEffect>().Select(effect =>
        $"{(effect.At - Desk.Monday).TotalMinutes:0} {effect.To.Split('@')[0]}")];

    public Incident Incident => Assert.Single(Incidents.All);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A center in which ann and ben take turns of a week, told every ten minutes.</summary>
    public static ContactCenterConfiguration Center(Action<ContactCenterConfiguration>? change = null) => Desk.Center(center =>
    {
        center.OnCall = new Dictionary<string, OnCallSettings>
        {
            ["rota"] = new()
            {
                From = new DateOnly(2026, 3, 1),
                HandOver = TimeOnly.MinValue,
                Participants = [Participant("ann"), Participant("ben"), Participant("cem")],
            },
        };
        var steps = new EscalationSettings { Steps = [Desk.Step(0, "rota"), Desk.Step(10, "rota"), Desk.Step(20, "rota")] };
        center.Escalation = new BySeverity<EscalationSettings> { P1 = steps, P2 = steps, P3 = steps, P4 = steps };
        center.BusinessHours = [new OpeningHours { Days = [.. Enum.GetValues<DayOfWeek>()], From = new(8, 0), To = new(20, 0) }];
        center.Queues[0].Standby = "Cards";
        change?.Invoke(center);
    });

    /// <summary>A mute of Billing for an hour, unless the test says otherwise.</summary>
    public static Mute Mute(double from = 0, double until = 60) => new()
    {
        Author = "Ada",
        Reason = "move of the office",
        From = Desk.At(from),
        Until = Desk.At(until),
        Resource = "Billing",
    };

    public static OnCallTakeover Takeover(string participant, double from, double until) => new()
    {
        Author = "Ada",
        Reason = "dentist",
        From = Desk.At(from),
        Until = Desk.At(until),
        Schedule = "rota",
        Participant = participant,
    };

    public SettingAct Save(Setting setting) =>
        Assert.IsType<SettingSaved>(Settings.SaveAsync(setting, Clock.GetUtcNow(), Stop).AsTask().Result).Act;

    public SettingAct End(string id) =>
        Assert.IsType<SettingSaved>(Settings.EndAsync(id, new("Grace", "over"), Clock.GetUtcNow(), Stop).AsTask().Result).Act;

    public IReadOnlyList<Setting> Current() => [.. Store.ReadAsync(Stop).AsTask().Result.All];

    public void PassTo(double minute) => Clock.Pass(Desk.At(minute) - Clock.GetUtcNow());

    public Decision Red(string alarm, string resource) =>
        _incidents.Pipeline.ReceiveAsync(
            new ChangedAlarm(Alarms.Change(alarm, resource, AlarmState.Alarm, Clock.GetUtcNow())), Clock.GetUtcNow(), Stop)
            .AsTask().Result.Decision;

    /// <summary>Time passes a minute at a time, and the clock looks in each.</summary>
    public void Look(double until)
    {
        var outbox = Incidents.Outbox;
        var delivery = _incidents.DeliveryBy(outbox, new NobodyListens(), Clock);
        while (Clock.GetUtcNow() < Desk.At(until))
        {
            Clock.Pass(TimeSpan.FromMinutes(1));
            var report = _incidents.ClockOf(outbox, new InMemoryChangeLog(), delivery).LookAsync(Clock.GetUtcNow(), Stop).AsTask().Result;
            Assert.Empty(report.Problems);
        }
    }

    private static OnCallParticipant Participant(string name) =>
        new() { Name = name, Endpoints = [new Endpoint { Channel = Channel.Email, To = $"{name}@example.com" }] };

    private sealed class NobodyListens : IEffectHandler
    {
        public ValueTask<DeliveryResult> HandleAsync(Effect effect, int attempt, CancellationToken cancellationToken) =>
            ValueTask.FromResult<DeliveryResult>(new Delivered());
    }
}
