using ContactCenter.Core.Contacts.Posts;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Notifications.Tasks;

namespace ContactCenter.Embedded.Ports;

/// <summary>There are no agents on this machine, so the task that a poor rating, a call or a post asks for is not started.</summary>
public sealed class UnstartedTasks : ISurveyTasks, ISupervisorTasks, IPostTasks
{
    /// <inheritdoc/>
    public ValueTask StartAsync(TaskContact task, string contactId, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask StartAsync(TaskContact task, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
