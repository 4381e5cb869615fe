using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Notifications.Answers;

/// <summary>A store that stores what it is given, and whose answer is lost.</summary>
internal sealed class LostAnswerStore(IIncidentStore store) : IIncidentStore
{
    public ValueTask<CorrelationPair> LoadAsync(CorrelationKey key, CancellationToken cancellationToken) =>
        store.LoadAsync(key, cancellationToken);

    public ValueTask<Correlation?> FindAsync(string incidentId, CancellationToken cancellationToken) =>
        store.FindAsync(incidentId, cancellationToken);

    public async ValueTask<bool> CommitAsync(IncidentCommit commit, CancellationToken cancellationToken)
    {
        _ = await store.CommitAsync(commit, cancellationToken);
        throw new TimeoutException();
    }

    public ValueTask<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        store.DueAsync(now, limit, cancellationToken);

    public IAsyncEnumerable<Correlation> ActiveAsync(
        Action<UnreadableItemException> unreadable, CancellationToken cancellationToken) =>
        store.ActiveAsync(unreadable, cancellationToken);

    public ValueTask<IReadOnlyList<TimelineEvent>> TimelineAsync(string incidentId, CancellationToken cancellationToken) =>
        store.TimelineAsync(incidentId, cancellationToken);
}
