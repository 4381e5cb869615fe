using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Aws.Incidents;

/// <summary>The topic of alarms at SNS.</summary>
/// <param name="sns">The client.</param>
/// <param name="topicArn">ARN of the topic.</param>
public sealed class AlarmTopic(IAmazonSimpleNotificationService sns, string topicArn) : IAlarmTopic
{
    /// <inheritdoc/>
    public Task PublishAsync(string message, CancellationToken cancellationToken) =>
        sns.PublishAsync(new PublishRequest { TopicArn = topicArn, Message = message }, cancellationToken);
}
