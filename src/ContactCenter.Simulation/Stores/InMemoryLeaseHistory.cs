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
    public ValueTask<IReadOnlyList<LeaseRecord>> MonthAsync(DateOnly month, int limit, CancellationToken cancellationToken) => Newest(
        record => (record.GrantedAt.UtcDateTime.Year, record.GrantedAt.UtcDateTime.Month) == (month.Year, month.Month), limit);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LeaseRecord>> OfResourceAsync(string resource, int limit, CancellationToken cancellationToken) =>
        Newest(record => record.Resource == resource, limit);

    private ValueTask<IReadOnlyList<LeaseRecord>> Newest(Func<LeaseRecord, bool> isMeant, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<LeaseRecord>>(
            [
                .. _records.Values.Where(isMeant)
                    .OrderByDescending(static record => record.GrantedAt)
                    .ThenByDescending(static record => record.Remediation, StringComparer.Ordinal)
                    .ThenByDescending(static record => record.Resource, StringComparer.Ordinal)
                    .Take(limit),
            ]);
        }
    }
}
