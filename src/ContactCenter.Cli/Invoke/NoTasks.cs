using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Notifications.Channels;

namespace ContactCenter.Cli.Invoke;

/// <summary>Takes tasks for started: there is no contact center on this machine.</summary>
internal sealed class NoTasks : ISurveyTasks
{
    public ValueTask StartAsync(TaskContact task, string contactId, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
