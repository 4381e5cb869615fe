using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Incidents.Delivery;

/// <summary>
/// Tells the heartbeat of the pipeline when a probe arrives in time. A late one is done with as well: trying again makes it no earlier.
/// </summary>
/// <param name="tell">Tells one heartbeat.</param>
/// <param name="clock">The clock.</param>
public sealed class ProbeHandler(Action<DateTimeOffset> tell, TimeProvider clock) : IEffectHandler
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The effect is not a <see cref="ProbeEffect"/>.</exception>
    public ValueTask<DeliveryResult> HandleAsync(Effect effect, int attempt, CancellationToken cancellationToken)
    {
        var probe = effect as ProbeEffect ?? throw new ArgumentException("only probes are reported here", nameof(effect));
        var now = clock.GetUtcNow();
        if (PipelineProbe.IsInTime(probe.At, now))
        {
            tell(now);
        }

        return ValueTask.FromResult<DeliveryResult>(new Delivered());
    }
}
