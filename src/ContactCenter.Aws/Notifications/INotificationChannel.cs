using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Aws.Notifications;

/// <summary>Sends messages in one way, once: no retries, no time limit of its own.</summary>
internal interface INotificationChannel
{
    /// <summary>Sends a message.</summary>
    /// <param name="effect">What to tell.</param>
    /// <param name="endpoint">Where, with the name of the secret.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What people should see on the timeline, as a sentence; null when there is nothing special.</returns>
    /// <exception cref="ChannelException">The message was not taken.</exception>
    ValueTask<string?> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken);
}
