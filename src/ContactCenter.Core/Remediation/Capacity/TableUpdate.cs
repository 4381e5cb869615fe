namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>One call of <c>UpdateTable</c>: a table and any of its indexes together.</summary>
public sealed record TableUpdate
{
    /// <summary>New capacity of the table; null leaves it.</summary>
    public Throughput? Table { get; init; }

    /// <summary>New capacities by index name; an index that is not named is left.</summary>
    public IReadOnlyDictionary<string, Throughput> Indexes { get; init; } = new Dictionary<string, Throughput>();

    /// <summary>New maximum of an on-demand table; null leaves it.</summary>
    public Throughput? OnDemandMaximum { get; init; }

    /// <summary>The same with a new capacity for one index, or for the table when <paramref name="index"/> is null.</summary>
    public TableUpdate With(string? index, Throughput capacity) => index is null
        ? this with { Table = capacity }
        : this with { Indexes = new Dictionary<string, Throughput>(Indexes) { [index] = capacity } };

    /// <summary>The new capacity of one index, or of the table; null when it is left.</summary>
    public Throughput? Of(string? index) => index is null ? Table : Indexes.TryGetValue(index, out var capacity) ? capacity : null;

    /// <summary>True when nothing would change.</summary>
    public bool IsEmpty => Table is null && Indexes.Count == 0 && OnDemandMaximum is null;
}
