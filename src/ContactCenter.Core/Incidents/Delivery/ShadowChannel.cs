using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Delivery;

/// <summary>
/// Stands for every channel while a deployment is in shadow: the timeline says who would have been told, and nothing is sent.
/// </summary>
public sealed class ShadowChannel : IMessageChannel
{
    /// <inheritdoc/>
    public ValueTask<ChannelAnswer> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(effect);
        ArgumentNullException.ThrowIfNull(endpoint);
        return new(new Taken(Sentences.NoteShadow(effect.Audience, $"{endpoint.Channel}", endpoint.To)));
    }
}
