using ContactCenter.Aws.Notifications.Sending;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Aws.Notifications;

/// <summary>
/// Sends a message by the channel of an endpoint, within its limits; what the channel throws when it refuses becomes an answer. What is not
/// so any more is not sent again. A call is placed once, and asked for from then on: past all limits, because that sends nothing.
/// </summary>
internal sealed class ChannelSender(
    IReadOnlyDictionary<Channel, INotificationChannel> channels,
    CallChannel calls,
    ChannelPipelines pipelines,
    IIncidentStore store,
    IncidentPolicy policy,
    TimeProvider clock) : IMessageChannel
{
    public async ValueTask<ChannelAnswer> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        if (endpoint.Channel == Channel.Call && await calls.AnswerAsync(effect, endpoint, cancellationToken) is { } placed)
        {
            return placed;
        }

        try
        {
            var note = await pipelines.RunAsync(
                endpoint,
                token => channels[endpoint.Channel].SendAsync(effect, endpoint, token),
                async token =>
                {
                    var correlation = await store.FindAsync(effect.IncidentId, token);
                    return Timeliness.IsTimely(effect, correlation, policy, clock.GetUtcNow());
                },
                cancellationToken);
            return (endpoint.Channel == Channel.Call ? await calls.AnswerAsync(effect, endpoint, cancellationToken) : null)
                ?? new Taken(note);
        }
        catch (ChannelException silence) when (silence.MayHaveArrived && !ChannelTraits.CanBeAsked(endpoint.Channel))
        {
            return new PerhapsTaken(silence.Message);
        }
        catch (ChannelException refusal)
        {
            return new Refused(refusal.Message, refusal.IsPassing, refusal.RetryAfter);
        }
    }
}
