namespace ContactCenter.Core.Contacts.Queues;

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
