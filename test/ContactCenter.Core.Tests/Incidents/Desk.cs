using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Incidents;

/// <summary>The embedded system under test, on a clock in minutes since a Monday morning.</summary>
internal sealed class Desk
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly IncidentPipeline _pipeline;
    private readonly List<Effect> _effects = [];

    public Desk(ContactCenterConfiguration? configuration = null)
    {
        Configuration = configuration ?? Center();
        _pipeline = new IncidentDesk(Configuration, Store).Pipeline;
    }

    public ContactCenterConfiguration Configuration { get; }

    public InMemoryIncidentStore Store { get; } = new();

    public IReadOnlyList<NotifyEffect> Messages => [.. _effects.OfType<NotifyEffect>()];

    public IReadOnlyList<RemediateEffect> Repairs => [.. _effects.OfType<RemediateEffect>()];

    public Incident Incident => Assert.Single(Store.All);

    /// <summary>
    /// A center with two queues and a policy that is easy to reckon with: P1 at 0, 5 and 15 minutes, P2 at 0 and 15 minutes.
    /// </summary>
    public static ContactCenterConfiguration Center(Action<ContactCenterConfiguration>? change = null)
    {
        var center = new ContactCenterConfiguration
        {
            Environment = "test",
            Instance = new ConnectInstance
            {
                Arn = "arn:aws:connect:eu-central-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
                Alias = "bank",
            },
            Queues = [new QueueSettings { Name = "Billing" }, new QueueSettings { Name = "Cards", Importance = Importance.High }],
            Tables =
            [
                new TableSettings
                {
                    Name = "customers",
                    Indexes = ["by-phone"],
                    Read = new CapacityRange { Minimum = 1, Maximum = 100 },
                    Write = new CapacityRange { Minimum = 1, Maximum = 100 },
                },
            ],
            Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>
            {
                ["on-call"] = [new Endpoint { Channel = Channel.Email, To = "ann@example.com" }],
                ["lead"] = [new Endpoint { Channel = Channel.Email, To = "lea@example.com" }],
                ["boss"] = [new Endpoint { Channel = Channel.Email, To = "bob@example.com" }],
            },
            Escalation = new BySeverity<EscalationSettings>
            {
                P1 = new() { Steps = [Step(0, "on-call"), Step(5, "lead"), Step(15, "boss")] },
                P2 = new() { Steps = [Step(0, "on-call"), Step(15, "lead")] },
                P3 = new() { Steps = [Step(0, "on-call")] },
                P4 = new() { Steps = [Step(0, "on-call")] },
            },
        };
        change?.Invoke(center);
        return center;
    }

    public static EscalationStepSettings Step(int minutes, string audience) =>
        new() { After = TimeSpan.FromMinutes(minutes), Audience = audience };

    public static DateTimeOffset At(double minute) => Monday + TimeSpan.FromMinutes(minute);

    /// <summary>The alarm changes at a minute and is heard of at once, or at another minute.</summary>
    public Decision Receive(AlarmChange change, double? heardAt = null) =>
        Take(_pipeline.ReceiveAsync(new ChangedAlarm(change), heardAt is { } minute ? At(minute) : change.At).AsTask().Result.Decision);

    public Decision Red(string alarm, string resource, double minute) =>
        Receive(Alarms.Change(alarm, resource, AlarmState.Alarm, At(minute)));

    public Decision Ok(string alarm, string resource, double minute) => Receive(Alarms.Change(alarm, resource, AlarmState.Ok, At(minute)));

    public Decision Receive(UnrecognisedMessage message, double? heardAt = null) =>
        Take(_pipeline.ReceiveAsync(message, heardAt is { } minute ? At(minute) : message.At).AsTask().Result.Decision);

    public Decision Act(PersonActed action, double minute) => Take(_pipeline.ActAsync(Incident.Id, action, At(minute)).AsTask().Result!);

    public Decision Act(IncidentInput input, double minute) => Take(_pipeline.ActAsync(Incident.Id, input, At(minute)).AsTask().Result!);

    /// <summary>Time passes; every deadline is handled when it is due.</summary>
    public IReadOnlyList<Decision> PassTo(double minute)
    {
        var decisions = new List<Decision>();
        for (var steps = 0; Store.NextDueAt is { } due && due <= At(minute); steps++)
        {
            Assert.True(steps < 10_000, $"what is due at {due:O} stays due however often it is handled");
            var next = Store.DueAsync(due, 1, CancellationToken.None).AsTask().Result[0];
            decisions.Add(_pipeline.ActAsync(next, DeadlinePassed.Instance, due).AsTask().Result!);
        }

        decisions.ForEach(decision => Take(decision));
        return decisions;
    }

    /// <summary>Messages as "minute occasion address".</summary>
    public IReadOnlyList<string> Told() => [.. Messages.Select(effect =>
        $"{(effect.At - Monday).TotalMinutes:0} {effect.Message.Occasion} {effect.To.Split('@')[0]}")];

    public IReadOnlyList<Occasion> Occasions() => [.. Messages.Select(effect => effect.Message.Occasion)];

    private Decision Take(Decision decision)
    {
        _effects.AddRange(decision.Effects);
        return decision;
    }
}
