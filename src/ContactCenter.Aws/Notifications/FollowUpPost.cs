using System.Text;
using ContactCenter.Core.Notifications.Channels;

namespace ContactCenter.Aws.Notifications;

/// <summary>
/// Posts what follows an answer, such as the message in Slack as it reads now. It is made before the answer is given, because a
/// function that has answered is frozen; so it is short, tried once, and its failure changes nothing: what was asked for is done.
/// </summary>
/// <param name="http">Made by <see cref="NotificationChannels.CreateClient"/>.</param>
/// <param name="clock">The clock.</param>
public sealed class FollowUpPost(HttpClient http, TimeProvider clock)
{
    /// <summary>Slack waits three seconds for the answer; this leaves half of them for everything else.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(1500);

    /// <summary>Posts; gives null when it was taken, else why not, for the log.</summary>
    public async ValueTask<string?> PostAsync(FollowUp followUp, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            _ = await new HttpSender(http, clock).SendAsync(
                HttpMethod.Post, HttpSender.Address(followUp.Address.AbsoluteUri), Encoding.UTF8.GetBytes(followUp.Body), [], either.Token);
            return null;
        }
        catch (ChannelException failure)
        {
            return failure.Message;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return "it did not answer in time";
        }
    }
}
