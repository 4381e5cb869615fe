using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;

namespace ContactCenter.Simulation.Stores;

/// <summary>The change log of demonstrations and tests.</summary>
public sealed class InMemoryChangeLog : IChangeLog
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<(DateTimeOffset At, string Id), ConfigurationChange> _changes = new(new ByTimeAndId());

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
        DateTimeOffset from,
        DateTimeOffset to,
        ChangePlace? after,
        int limit,
        Action<UnreadableItemException> unreadable,
        CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<ConfigurationChange>>(
            [
                .. _changes.Values.Reverse()
                    .Where(change => change.At >= from && change.At <= to && IsBehind(change, after))
                    .Take(limit),
            ]);
        }
    }

    private static bool IsBehind(ConfigurationChange change, ChangePlace? place) => place is not { } last
        || change.At < last.At
        || (change.At == last.At && string.CompareOrdinal(change.Id, last.Id) < 0);

    private sealed class ByTimeAndId : IComparer<(DateTimeOffset At, string Id)>
    {
        public int Compare((DateTimeOffset At, string Id) x, (DateTimeOffset At, string Id) y) =>
            x.At != y.At ? x.At.CompareTo(y.At) : string.CompareOrdinal(x.Id, y.Id);
    }
}
