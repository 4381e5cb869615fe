using ContactCenter.Core.Contacts.Queues;

namespace ContactCenter.Simulation.Stores;

/// <summary>States of queues for the embedded system and for tests.</summary>
public sealed class InMemoryQueueStates : IQueueStateStore
{
    private volatile QueueStates? _states;

    /// <inheritdoc/>
    public ValueTask<QueueStates?> ReadAsync(CancellationToken cancellationToken) => new(_states);

    /// <inheritdoc/>
    public ValueTask WriteAsync(QueueStates states, CancellationToken cancellationToken)
    {
        _states = states;
        return ValueTask.CompletedTask;
    }
}
