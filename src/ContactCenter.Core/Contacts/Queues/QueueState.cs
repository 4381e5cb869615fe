namespace ContactCenter.Core.Contacts.Queues;

/// <summary>What goes on in a queue now. What was not measured is null.</summary>
/// <param name="Name">Display name of the queue.</param>
/// <param name="Waiting">Contacts that wait.</param>
/// <param name="OldestSeconds">How long the first of them has waited, in seconds; 0 when none waits.</param>
/// <param name="AgentsStaffed">Agents who serve the queue and are logged in, in no state of their own such as a break.</param>
/// <param name="AgentsAvailable">Those of them who can take a contact now.</param>
/// <param name="AgentsOnContact">Those of them who have one.</param>
/// <param name="ArrivalsPerMinute">Contacts a minute that came in lately.</param>
/// <param name="AverageHandleSeconds">Mean handle time lately, in seconds.</param>
/// <param name="AbandonmentPercent">Share of contacts that gave up lately, in percent.</param>
public sealed record QueueState(
    string Name,
    int Waiting = 0,
    double OldestSeconds = 0,
    int AgentsStaffed = 0,
    int AgentsAvailable = 0,
    int AgentsOnContact = 0,
    double? ArrivalsPerMinute = null,
    double? AverageHandleSeconds = null,
    double? AbandonmentPercent = null);

/// <summary>What goes on in all queues, as it was collected at one time.</summary>
/// <param name="At">When it was collected.</param>
/// <param name="Queues">The queues; one that is not there was not measured.</param>
public sealed record QueueStates(DateTimeOffset At, IReadOnlyList<QueueState> Queues)
{
    /// <summary>Collected every minute: after three of them the numbers tell about other callers.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromMinutes(3);

    /// <summary>The queue of this name, or null.</summary>
    public QueueState? Find(string name)
    {
        foreach (var queue in Queues)
        {
            if (queue.Name == name)
            {
                return queue;
            }
        }

        return null;
    }
}

/// <summary>Where the collector leaves the state of the queues for the hooks.</summary>
public interface IQueueStateStore
{
    /// <summary>The newest states; null before the first were collected.</summary>
    ValueTask<QueueStates?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Puts states in the place of those before them.</summary>
    ValueTask WriteAsync(QueueStates states, CancellationToken cancellationToken);
}
