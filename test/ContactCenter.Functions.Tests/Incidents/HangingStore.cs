using System.Runtime.CompilerServices;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Functions.Tests.Incidents;

/// <summary>A store that answers nothing until it is stopped, whoever gives up meanwhile.</summary>
internal sealed class HangingStore(IIncidentStore store, CancellationToken stop) : IIncidentStore
{
    public async ValueTask<CorrelationPair> LoadAsync(CorrelationKey key, CancellationToken cancellationToken)
    {
        await HangAsync();
        return await store.LoadAsync(key, cancellationToken);
    }

    public async ValueTask<Correlation?> FindAsync(string incidentId, CancellationToken cancellationToken)
    {
        await HangAsync();
        return await store.FindAsync(incidentId, cancellationToken);
    }

    public async ValueTask<bool> CommitAsync(IncidentCommit commit, CancellationToken cancellationToken)
    {
        await HangAsync();
        return await store.CommitAsync(commit, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        await HangAsync();
        return await store.DueAsync(now, limit, cancellationToken);
    }

    public async IAsyncEnumerable<Correlation> ActiveAsync(
        Action<UnreadableItemException> unreadable, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await HangAsync();
        await foreach (var correlation in store.ActiveAsync(unreadable, cancellationToken))
        {
            yield return correlation;
        }
    }

    public async ValueTask<IReadOnlyList<TimelineEvent>> TimelineAsync(string incidentId, CancellationToken cancellationToken)
    {
        await HangAsync();
        return await store.TimelineAsync(incidentId, cancellationToken);
    }

    private async Task HangAsync()
    {
        var stopped = new TaskCompletionSource();
        await using var registration = stop.Register(stopped.SetResult);
        await stopped.Task;
    }
}
