using ContactCenter.Core.Incidents.History;

namespace ContactCenter.Simulation.Stores;

/// <summary>The history of demonstrations and tests.</summary>
public sealed class InMemoryIncidentHistory : IIncidentHistory
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, IncidentRecord> _records = new(StringComparer.Ordinal);

    /// <summary>All records, the oldest first.</summary>
    public IReadOnlyList<IncidentRecord> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _records.Values];
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask KeepAsync(IncidentRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        lock (_gate)
        {
            if (!_records.TryGetValue(record.Key.Text, out var kept)
                || (kept.Version, kept.Receipts).CompareTo((record.Version, record.Receipts)) <= 0)
            {
                _records[record.Key.Text] = record;
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<HistoryPage> MonthAsync(DateOnly month, int limit, string? after, CancellationToken cancellationToken) => Page(
        record => (record.DetectedAt.UtcDateTime.Year, record.DetectedAt.UtcDateTime.Month) == (month.Year, month.Month), limit, after);

    /// <inheritdoc/>
    public ValueTask<HistoryPage> OfResourceAsync(string resource, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return Page(record => record.Resource == resource, limit, after);
    }

    private ValueTask<HistoryPage> Page(Func<IncidentRecord, bool> belongs, int limit, string? after)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(limit is >= 1 and <= 100, true, nameof(limit));
        var last = after is null ? null : HistoryKey.TextOf(after) ?? throw new FormatException("the token is none of this history");
        lock (_gate)
        {
            var records = _records.Reverse()
                .Where(entry => belongs(entry.Value) && (last is null || string.CompareOrdinal(entry.Key, last) < 0))
                .Select(static entry => entry.Value)
                .Take(limit + 1)
                .ToArray();
            return ValueTask.FromResult(
                records.Length > limit ? new HistoryPage(records[..limit], records[limit - 1].Key.Token) : new HistoryPage(records, null));
        }
    }
}
