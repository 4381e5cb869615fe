using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Notifications.Tasks;

namespace ContactCenter.Functions.Tests.Contacts;

/// <summary>Tasks that were started; a token starts one.</summary>
internal sealed class RecordedTasks : ISurveyTasks, ISupervisorTasks
{
    public Dictionary<string, TaskContact> Started { get; } = [];

    /// <summary>Attempts that fail before one works.</summary>
    public int Failures { get; set; }

    /// <summary>Attempts.</summary>
    public int Attempts { get; private set; }

    public ValueTask StartAsync(TaskContact task, string contactId, CancellationToken cancellationToken)
    {
        Attempts++;
        if (Failures-- > 0)
        {
            throw new HttpRequestException("throttled");
        }

        Started[task.ClientToken] = task;
        return ValueTask.CompletedTask;
    }
}
