namespace ContactCenter.Core.Incidents.Delivery;

/// <summary>Carries out effects: sends a message, asks for a repair. It decides nothing about the incident.</summary>
public interface IEffectHandler
{
    /// <summary>Carries out one effect. Whoever calls holds a lease on it, so nobody else does the same at the same time.</summary>
    /// <param name="effect">What to do.</param>
    /// <param name="attempt">
    /// 1 for the first; more means that an earlier attempt failed, or was cut short after it may have gone out, so a handler whose channel
    /// can be asked what arrived should ask.
    /// </param>
    /// <param name="cancellationToken">Signalled shortly before the process must stop.</param>
    /// <returns>What became of it. An exception counts as <see cref="RetryLater"/>, with the caller's own delay.</returns>
    ValueTask<DeliveryResult> HandleAsync(Effect effect, int attempt, CancellationToken cancellationToken);
}

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
