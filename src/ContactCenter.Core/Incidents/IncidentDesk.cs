using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Monitoring.Triage;
using ContactCenter.Core.Settings;

namespace ContactCenter.Core.Incidents;

/// <summary>
/// Everything that decides about incidents, made from a configuration and a store. It is the only way to these parts outside of Core, so
/// that what is tried and tested is wired as what is deployed.
/// </summary>
public sealed class IncidentDesk
{
    private readonly IIncidentStore _store;
    private readonly RulesInForce _rules;

    /// <summary>A desk that decides by a configuration.</summary>
    /// <param name="configuration">The configuration, checked.</param>
    /// <param name="store">Where incidents are.</param>
    /// <param name="observer">Told of every decision; null: nobody.</param>
    /// <param name="settings">What people have decided over the configuration; null: nothing.</param>
    public IncidentDesk(
        ContactCenterConfiguration configuration, IIncidentStore store, DecisionObserver? observer = null, SettingsView? settings = null)
    {
        _store = store;
        _rules = new RulesInForce(configuration, settings);
        Pipeline = new IncidentPipeline(store, _rules, observer);
    }

    /// <summary>What the configuration says about incidents, without what people have decided over it.</summary>
    public IncidentPolicy Policy => _rules.OfFile.Policy;

    /// <summary>The same with what people have decided over it.</summary>
    public async ValueTask<IncidentPolicy> PolicyNowAsync() => (await _rules.NowAsync()).Policy;

    /// <summary>Rates received messages, with everything that the configuration changes about the catalog.</summary>
    public AlarmTriage Triage => _rules.OfFile.Triage;

    /// <summary>Changes incidents.</summary>
    public IncidentPipeline Pipeline { get; }

    /// <summary>Tells people, by the endpoint that was decided or by what the audience falls back to.</summary>
    /// <param name="channel">Sends messages.</param>
    /// <param name="notebook">Remembers which fallback was told of a step.</param>
    /// <param name="clock">The time.</param>
    public IEffectHandler MessagesBy(IMessageChannel channel, INotebook notebook, TimeProvider clock) =>
        new NotificationDelivery(channel, _store, _rules, notebook, clock);

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
        new(_store, outbox, changes, Pipeline, delivery, _rules);
}
