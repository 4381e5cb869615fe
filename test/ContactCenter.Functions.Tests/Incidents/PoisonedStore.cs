using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Functions.Tests.Incidents;

/// <summary>A store with one incident that cannot be read.</summary>
internal sealed class PoisonedStore(IIncidentStore store, string incidentId) : IIncidentStore
{
    public ValueTask<CorrelationPair> LoadAsync(CorrelationKey key, CancellationToken cancellationToken) =>
        store.LoadAsync(key, cancellationToken);

    public ValueTask<Correlation?> FindAsync(string id, CancellationToken cancellationToken) =>
        id == incidentId ? throw new InvalidDataException() : store.FindAsync(id, cancellationToken);

    public ValueTask<bool> CommitAsync(IncidentCommit commit, CancellationToken cancellationToken) =>
        store.CommitAsync(commit, cancellationToken);

    public ValueTask<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        store.DueAsync(now, limit, cancellationToken);

    public IAsyncEnumerable<Correlation> ActiveAsync(
        Action<UnreadableItemException> unreadable, CancellationToken cancellationToken) =>
        store.ActiveAsync(unreadable, cancellationToken);

    public ValueTask<IReadOnlyList<TimelineEvent>> TimelineAsync(string id, CancellationToken cancellationToken) =>
        store.TimelineAsync(id, cancellationToken);
}
