using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;

namespace ContactCenter.Aws.Incidents;

/// <summary>The topic to which triage listens: what is published there walks the way of every alarm.</summary>
/// <param name="sns">The client.</param>
/// <param name="topicArn">ARN of the topic.</param>
public sealed class AlarmTopic(IAmazonSimpleNotificationService sns, string topicArn)
{
    /// <summary>Publishes a message in the shape in which CloudWatch publishes an alarm.</summary>
    public Task PublishAsync(string message, CancellationToken cancellationToken) =>
        sns.PublishAsync(new PublishRequest { TopicArn = topicArn, Message = message }, cancellationToken);
}
