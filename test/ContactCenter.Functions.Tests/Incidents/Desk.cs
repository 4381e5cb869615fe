using ContactCenter.Aws.Tests;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Incidents.Exercises;
using ContactCenter.Core.Notifications.HandOver;
using ContactCenter.Core.Settings;
using ContactCenter.Embedded.Ports;
using ContactCenter.Functions.Incidents;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Functions.Tests.Incidents;

/// <summary>Everything that functions stand on, in memory and on a clock that is set.</summary>
internal sealed class Desk : IEffectHandler
{
    private readonly List<string> _handled = [];

    public Desk(IIncidentStore? store = null, IOutbox? outbox = null)
    {
        Memory = store as InMemoryIncidentStore ?? new InMemoryIncidentStore();
        Store = store ?? Memory;
        Outbox = outbox ?? Memory.Outbox;
        var desk = new IncidentDesk(Configuration, Store);
        Pipeline = desk.Pipeline;
        Delivery = desk.DeliveryBy(Outbox, this, Clock);
        Escalations = desk.ClockOf(Outbox, Changes, Delivery);
        Exercises = new ExerciseDesk(Played, Store, Memory, desk, Configuration);
        Player = new ExercisePlayer(Played, Store, desk, Exercises, Configuration);
        Thresholds = new ThresholdKeeper(Configuration, Settings, Deployed, new InMemoryNotebook(Clock));
        var settings = new SettingsView(Configuration, Settings, Clock);
        HandOvers = new HandOverDesk(
            settings,
            desk,
            new HandOverReader(settings, desk, Store, new InMemoryIncidentHistory(), Settings),
            Notices,
            new InMemoryNotebook(Clock));
    }

    public ManualClock Clock { get; } = new(Noon);

    public InMemoryIncidentStore Memory { get; }

    public IIncidentStore Store { get; }

    public IOutbox Outbox { get; }

    public InMemoryChangeLog Changes { get; } = new();

    public IncidentPipeline Pipeline { get; }

    public EffectDelivery Delivery { get; }

    public EscalationClock Escalations { get; }

    /// <summary>What people have decided.</summary>
    public InMemorySettings Settings { get; } = new();

    /// <summary>Alarms as they are deployed.</summary>
    public InMemoryThresholds Deployed { get; } = new();

    /// <summary>Exercises as they are stored.</summary>
    public InMemoryExercises Played { get; } = new();

    /// <summary>Starts and ends exercises.</summary>
    public ExerciseDesk Exercises { get; }

    /// <summary>Plays them.</summary>
    public ExercisePlayer Player { get; }

    /// <summary>Keeps their thresholds.</summary>
    public ThresholdKeeper Thresholds { get; }

    /// <summary>Tells who goes and who comes.</summary>
    public HandOverDesk HandOvers { get; }

    /// <summary>What they are told.</summary>
    public KeptNotices Notices { get; } = new();

    /// <summary>Lines of metrics.</summary>
    public StringWriter Metrics { get; } = new();

    /// <summary>Counts what is given up, into <see cref="Metrics"/>.</summary>
    public DeliveryMetric GivenUp => new(new MetricLine(Metrics), Configuration);

    /// <summary>Ids of effects that were carried out, in order.</summary>
    public IReadOnlyList<string> Handled => _handled;

    /// <summary>What becomes of an effect; may throw.</summary>
    public Func<Effect, DeliveryResult> Result { get; set; } = _ => new Delivered();

    public ValueTask<DeliveryResult> HandleAsync(Effect effect, int attempt, CancellationToken cancellationToken)
    {
        lock (_handled)
        {
            _handled.Add(effect.Id);
        }

        return ValueTask.FromResult(Result(effect));
    }

    public async Task<IncidentCommit> OpenAsync(string resource)
    {
        var opening = Opening(resource, Clock.Now);
        Assert.True(await Memory.CommitAsync(opening, TestContext.Current.CancellationToken));
        return opening;
    }
}
