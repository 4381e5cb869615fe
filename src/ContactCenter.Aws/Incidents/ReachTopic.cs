using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using ContactCenter.Core.Notifications.Reach;

namespace ContactCenter.Aws.Incidents;

/// <summary>Asks for tests by publishing them to the topic to which the testing function listens.</summary>
/// <param name="sns">The client.</param>
/// <param name="topicArn">ARN of the topic.</param>
public sealed class ReachTopic(IAmazonSimpleNotificationService sns, Func<string> topicArn) : IReachRequests
{
    /// <inheritdoc/>
    public Task AskAsync(ReachRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return sns.PublishAsync(new PublishRequest { TopicArn = topicArn(), Message = request.ToString() }, cancellationToken);
    }
}
