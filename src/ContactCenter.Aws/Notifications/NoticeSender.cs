using ContactCenter.Core.Configuration;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Notifications;

/// <summary>
/// Sends notices by the channels of incidents, within their limits; what a channel throws when it refuses becomes an answer.
/// </summary>
internal sealed class NoticeSender(IReadOnlyDictionary<Channel, INotificationChannel> channels, ChannelPipelines pipelines) : INoticeChannel
{
    public async ValueTask<NoticeAnswer> SendAsync(
        Notice notice, string audience, Endpoint endpoint, CancellationToken cancellationToken)
    {
        try
        {
            return await pipelines.RunAsync(
                endpoint,
                token => channels[endpoint.Channel].SendNoticeAsync(notice, audience, endpoint, token),
                static _ => ValueTask.FromResult(true),
                cancellationToken);
        }
        catch (ChannelException silence) when (silence.MayHaveArrived)
        {
            return new NoticeAnswer(NoticeOutcome.Unproven, Sentences.ReceiptPerhaps(silence.Message));
        }
        catch (ChannelException refusal)
        {
            return new NoticeAnswer(NoticeOutcome.Refused, refusal.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new NoticeAnswer(NoticeOutcome.Unproven, Sentences.ReceiptStopped);
        }
    }
}
