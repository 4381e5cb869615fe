namespace ContactCenter.Core.Remediation;

/// <summary>One call of <c>UpdateTable</c>: a table and any of its indexes together.</summary>
public sealed record TableUpdate
{
    /// <summary>New capacity of the table; null leaves it.</summary>
    public Throughput? Table { get; init; }

    /// <summary>New capacities by index name; an index that is not named is left.</summary>
    public IReadOnlyDictionary<string, Throughput> Indexes { get; init; } = new Dictionary<string, Throughput>();

    /// <summary>New maximum of an on-demand table; null leaves it.</summary>
    public Throughput? OnDemandMaximum { get; init; }

    /// <summary>True when nothing would change.</summary>
    public bool IsEmpty => Table is null && Indexes.Count == 0 && OnDemandMaximum is null;
}
