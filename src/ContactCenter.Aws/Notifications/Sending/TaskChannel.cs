using Amazon.Connect;
using Amazon.Connect.Model;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Notifications.Tasks;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Notifications.Sending;

/// <summary>A task in Amazon Connect, such as for the queue of the supervisors.</summary>
internal sealed class TaskChannel(
    IAmazonConnect connect, NotificationOptions options, string instanceId, LinkSource links) : INotificationChannel
{
    public async ValueTask<string?> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        if (!TaskRenderer.IsWork(effect.Message))
        {
            return null;
        }

        var flow = options.TaskFlowId ?? throw new ChannelException(Sentences.NoTaskFlow, isPassing: false);
        var offered = await links.ForAsync(effect, $"agents of {endpoint.To}", cancellationToken);
        var task = TaskRenderer.Render(effect with { To = endpoint.To }, offered);
        try
        {
            await connect.StartTaskContactAsync(
                new StartTaskContactRequest
                {
                    InstanceId = instanceId,
                    ContactFlowId = flow,
                    Name = task.Name,
                    Description = task.Description,
                    ClientToken = task.ClientToken,
                    Attributes = task.Attributes.ToDictionary(),
                    References = task.References.ToDictionary(
                        reference => reference.Key,
                        reference => new Reference { Type = ReferenceType.URL, Value = reference.Value.AbsoluteUri }),
                },
                cancellationToken);
            return null;
        }
        catch (Exception failure) when (AwsFailure.IsOne(failure))
        {
            throw AwsFailure.Of(failure);
        }
    }

    /// <summary>A task is work for an agent, which a test is not.</summary>
    public ValueTask<NoticeAnswer> SendNoticeAsync(
        Notice notice, string audience, Endpoint endpoint, CancellationToken cancellationToken) => options.TaskFlowId is null
        ? throw new ChannelException(Sentences.NoTaskFlow, isPassing: false)
        : new(new NoticeAnswer(NoticeOutcome.NotAsked, Sentences.ReceiptTask));
}
