namespace ContactCenter.Core.Incidents.Delivery;

/// <summary>Gives each effect to whoever carries out its kind.</summary>
/// <param name="notifications">Takes messages.</param>
/// <param name="remediations">Takes repairs.</param>
/// <param name="probes">Takes probes.</param>
public sealed class EffectRouter(IEffectHandler notifications, IEffectHandler remediations, IEffectHandler probes) : IEffectHandler
{
    /// <inheritdoc/>
    public ValueTask<DeliveryResult> HandleAsync(Effect effect, int attempt, CancellationToken cancellationToken) => effect switch
    {
        NotifyEffect => notifications.HandleAsync(effect, attempt, cancellationToken),
        RemediateEffect => remediations.HandleAsync(effect, attempt, cancellationToken),
        ProbeEffect => probes.HandleAsync(effect, attempt, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "nobody carries out such an effect"),
    };
}
