using Amazon.Connect;
using Amazon.Connect.Model;
using ContactCenter.Core.Contacts.Posts;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Notifications.Tasks;

namespace ContactCenter.Aws.Contacts;

/// <summary>
/// Tasks through <c>StartTaskContact</c>, related to the contact that they are about where there is one; the client token makes a
/// repetition harmless.
/// </summary>
/// <param name="connect">Client of Amazon Connect.</param>
/// <param name="instanceId">Id of the instance.</param>
/// <param name="flowId">Contact flow that takes tasks to the queue that their attribute <c>queue</c> names; null: the deployment has
/// none.</param>
public sealed class ConnectTasks(IAmazonConnect connect, string instanceId, string? flowId) : ISurveyTasks, ISupervisorTasks, IPostTasks
{
    /// <inheritdoc/>
    public ValueTask StartAsync(TaskContact task, string contactId, CancellationToken cancellationToken) =>
        StartRelatedAsync(task, contactId, cancellationToken);

    /// <inheritdoc/>
    public ValueTask StartAsync(TaskContact task, CancellationToken cancellationToken) =>
        StartRelatedAsync(task, contactId: null, cancellationToken);

    private async ValueTask StartRelatedAsync(TaskContact task, string? contactId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(task);
        _ = await connect.StartTaskContactAsync(
            new StartTaskContactRequest
            {
                InstanceId = instanceId,
                ContactFlowId = flowId ?? throw new InvalidOperationException("the deployment has no contact flow for tasks"),
                RelatedContactId = contactId,
                Name = task.Name,
                Description = task.Description,
                ClientToken = task.ClientToken,
                Attributes = task.Attributes.ToDictionary(),
                References = task.References.Count == 0
                    ? null
                    : task.References.ToDictionary(
                        static reference => reference.Key,
                        static reference => new Reference { Type = ReferenceType.URL, Value = reference.Value.AbsoluteUri }),
            },
            cancellationToken);
    }
}
