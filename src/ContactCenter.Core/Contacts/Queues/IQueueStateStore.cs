namespace ContactCenter.Core.Contacts.Queues;

/// <summary>Where the collector leaves the state of the queues for the hooks.</summary>
public interface IQueueStateStore
{
    /// <summary>The newest states; null before the first were collected.</summary>
    ValueTask<QueueStates?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Puts states in the place of those before them.</summary>
    ValueTask WriteAsync(QueueStates states, CancellationToken cancellationToken);
}
