using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Functions.Tests.Incidents;

/// <summary>A store that takes nothing while it refuses.</summary>
internal sealed class RefusingStore(IIncidentStore store) : IIncidentStore
{
    public bool Refuses { get; set; }

    public ValueTask<CorrelationPair> LoadAsync(CorrelationKey key, CancellationToken cancellationToken) =>
        store.LoadAsync(key, cancellationToken);

    public ValueTask<Correlation?> FindAsync(string id, CancellationToken cancellationToken) =>
        store.FindAsync(id, cancellationToken);

    public ValueTask<bool> CommitAsync(IncidentCommit commit, CancellationToken cancellationToken) =>
        Refuses ? throw new TimeoutException() : store.CommitAsync(commit, cancellationToken);

    public ValueTask<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        store.DueAsync(now, limit, cancellationToken);

    public IAsyncEnumerable<Correlation> ActiveAsync(
        Action<UnreadableItemException> unreadable, CancellationToken cancellationToken) =>
        store.ActiveAsync(unreadable, cancellationToken);

    public ValueTask<IReadOnlyList<TimelineEvent>> TimelineAsync(string id, CancellationToken cancellationToken) =>
        store.TimelineAsync(id, cancellationToken);
}
