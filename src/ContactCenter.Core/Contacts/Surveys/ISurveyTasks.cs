using ContactCenter.Core.Notifications.Tasks;

namespace ContactCenter.Core.Contacts.Surveys;

/// <summary>Starts tasks in the contact center.</summary>
public interface ISurveyTasks
{
    /// <summary>Starts a task; the same token again starts none.</summary>
    /// <param name="task">The task.</param>
    /// <param name="contactId">The contact that it is about.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    ValueTask StartAsync(TaskContact task, string contactId, CancellationToken cancellationToken);
}
