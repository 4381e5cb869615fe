using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Embedded.Ports;

/// <summary>Nobody is there to be told or asked: every effect counts as carried out.</summary>
internal sealed class SilentEffects : IMessageChannel, IEffectHandler
{
    public ValueTask<ChannelAnswer> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken) =>
        new(new Taken());

    public ValueTask<DeliveryResult> HandleAsync(Effect effect, int attempt, CancellationToken cancellationToken) => new(new Delivered());
}
