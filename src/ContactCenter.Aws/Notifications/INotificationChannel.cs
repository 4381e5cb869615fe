using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Texts;

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

    /// <summary>
    /// Sends a notice, which is no incident. A channel that keeps tickets or calls people takes of a test the harmless half, or none
    /// (docs/notifications.md, "Whether people can be reached").
    /// </summary>
    /// <param name="notice">What to tell.</param>
    /// <param name="audience">Name of the audience.</param>
    /// <param name="endpoint">Where, with the name of the secret.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ChannelException">The notice was not taken.</exception>
    ValueTask<NoticeAnswer> SendNoticeAsync(Notice notice, string audience, Endpoint endpoint, CancellationToken cancellationToken) =>
        new(new NoticeAnswer(NoticeOutcome.NotAsked, Sentences.ReceiptNoTest));
}
