using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Notifications.Tasks;

namespace ContactCenter.Cli.Invoke;

/// <summary>Surveys of one run, and the tasks that would be started because of them.</summary>
internal sealed class InMemorySurveys : ISurveyStore, ISurveyTasks
{
    private readonly HashSet<string> _rated = new(StringComparer.Ordinal);

    public ValueTask<bool> AddAsync(Survey survey, CancellationToken cancellationToken) => new(survey.Rating is not null && _rated.Add(survey.ContactId));

    public ValueTask StartAsync(TaskContact task, string contactId, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
