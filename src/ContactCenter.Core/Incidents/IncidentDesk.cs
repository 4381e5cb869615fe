using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Monitoring.Triage;

namespace ContactCenter.Core.Incidents;

/// <summary>
/// Everything that decides about incidents, made from a configuration and a store. It is the only way to these parts outside of Core, so
/// that what is tried and tested is wired as what is deployed.
/// </summary>
public sealed class IncidentDesk
{
    private readonly IIncidentStore _store;

    /// <summary>A desk that decides by a configuration.</summary>
    /// <param name="configuration">The configuration, checked.</param>
    /// <param name="store">Where incidents are.</param>
    /// <param name="observer">Told of every decision; null: nobody.</param>
    public IncidentDesk(ContactCenterConfiguration configuration, IIncidentStore store, DecisionObserver? observer = null)
    {
        _store = store;
        Policy = new IncidentPolicy(configuration);
        Triage = new AlarmTriage(configuration);
        Pipeline = new IncidentPipeline(store, Policy, Triage, observer);
    }

    /// <summary>What the configuration says about incidents.</summary>
    public IncidentPolicy Policy { get; }

    /// <summary>Rates received messages, with everything that the configuration changes about the catalog.</summary>
    public AlarmTriage Triage { get; }

    /// <summary>Changes incidents.</summary>
    public IncidentPipeline Pipeline { get; }

    /// <summary>Tells people, by the endpoint that was decided or by what the audience falls back to.</summary>
    /// <param name="channel">Sends messages.</param>
    /// <param name="notebook">Remembers which fallback was told of a step.</param>
    /// <param name="clock">The time.</param>
    public IEffectHandler MessagesBy(IMessageChannel channel, INotebook notebook, TimeProvider clock) =>
        new NotificationDelivery(channel, _store, Policy, notebook, clock);

    /// <summary>Carries out effects and tells incidents what became of them.</summary>
    /// <param name="outbox">Where effects wait.</param>
    /// <param name="handler">Makes one attempt at an effect.</param>
    /// <param name="clock">The time.</param>
    public EffectDelivery DeliveryBy(IOutbox outbox, IEffectHandler handler, TimeProvider clock) => new(outbox, handler, Pipeline, clock);

    /// <summary>The look of every minute.</summary>
    /// <param name="outbox">Where effects wait.</param>
    /// <param name="changes">What was changed lately.</param>
    /// <param name="delivery">Carries out what was left behind.</param>
    public EscalationClock ClockOf(IOutbox outbox, IChangeLog changes, EffectDelivery delivery) =>
        new(_store, outbox, changes, Pipeline, delivery, Policy);
}
