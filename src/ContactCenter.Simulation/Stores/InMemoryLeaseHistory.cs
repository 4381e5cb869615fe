using ContactCenter.Core.Remediation.Ended;

namespace ContactCenter.Simulation.Stores;

/// <summary>The leases that demonstrations and tests remember.</summary>
public sealed class InMemoryLeaseHistory : ILeaseHistory
{
    private readonly Lock _gate = new();
    private readonly Dictionary<LeaseKey, LeaseRecord> _records = [];

    /// <inheritdoc/>
    public ValueTask KeepAsync(LeaseRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        lock (_gate)
        {
            _records[record.Key] = record;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<LeaseRecord?> FindAsync(LeaseKey key, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_records.GetValueOrDefault(key));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LeaseRecord>> MonthAsync(
        DateOnly month, int limit, LeaseKey? after, CancellationToken cancellationToken) => Newest(
        record => (record.GrantedAt.UtcDateTime.Year, record.GrantedAt.UtcDateTime.Month) == (month.Year, month.Month), limit, after);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LeaseRecord>> OfResourceAsync(
        string resource, int limit, LeaseKey? after, CancellationToken cancellationToken) =>
        Newest(record => record.Resource == resource, limit, after);

    private ValueTask<IReadOnlyList<LeaseRecord>> Newest(Func<LeaseRecord, bool> isMeant, int limit, LeaseKey? after)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<LeaseRecord>>(
            [
                .. _records.Values.Where(isMeant)
                    .Where(record => after is not { } last || string.CompareOrdinal(record.Key.Sort, last.Sort) < 0)
                    .OrderByDescending(static record => record.Key.Sort, StringComparer.Ordinal)
                    .Take(limit),
            ]);
        }
    }
}
