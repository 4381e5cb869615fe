using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Notifications.Answers;

/// <summary>A store that does not answer.</summary>
internal sealed class BrokenStore : IIncidentStore
{
    public ValueTask<CorrelationPair> LoadAsync(CorrelationKey key, CancellationToken cancellationToken) => throw new TimeoutException();

    public ValueTask<Correlation?> FindAsync(string incidentId, CancellationToken cancellationToken) => throw new TimeoutException();

    public ValueTask<bool> CommitAsync(IncidentCommit commit, CancellationToken cancellationToken) => throw new TimeoutException();

    public ValueTask<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        throw new TimeoutException();

    public IAsyncEnumerable<Correlation> ActiveAsync(
        Action<UnreadableItemException> unreadable, CancellationToken cancellationToken) => throw new TimeoutException();

    public ValueTask<IReadOnlyList<TimelineEvent>> TimelineAsync(string incidentId, CancellationToken cancellationToken) =>
        throw new TimeoutException();
}
