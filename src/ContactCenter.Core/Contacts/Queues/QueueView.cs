using ContactCenter.Core.Common;

namespace ContactCenter.Core.Contacts.Queues;

/// <summary>What a process knows of the queues.</summary>
/// <param name="store">Where the collector leaves their state; null when a deployment has none.</param>
/// <param name="clock">Says how old it is.</param>
public sealed class QueueView(IQueueStateStore? store, TimeProvider clock)
{
    /// <summary>The collector writes once a minute; more often than this there is nothing new.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(10);

    private readonly KnownView<QueueStates>? _view = store is null ? null : new(store.ReadAsync, FreshFor, QueueStates.StaleAfter, clock);

    /// <summary>The newest known states, or null. It never throws.</summary>
    public ValueTask<QueueStates?> GetAsync() => _view?.GetAsync() ?? new ValueTask<QueueStates?>((QueueStates?)null);
}
