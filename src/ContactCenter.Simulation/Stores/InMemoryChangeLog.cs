using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;

namespace ContactCenter.Simulation.Stores;

/// <summary>The change log of demonstrations and tests.</summary>
public sealed class InMemoryChangeLog : IChangeLog
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<(DateTimeOffset At, string Id), ConfigurationChange> _changes = [];

    /// <inheritdoc/>
    public ValueTask AddAsync(ConfigurationChange change, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _changes[(change.At, change.Id)] = change;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ConfigurationChange>> LatestAsync(
        DateTimeOffset from, DateTimeOffset to, int limit, Action<UnreadableItemException> unreadable, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<ConfigurationChange>>(
                [.. _changes.Values.Reverse().Where(change => change.At >= from && change.At <= to).Take(limit)]);
        }
    }
}
