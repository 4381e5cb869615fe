namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>
/// What is to be done to a table: one <c>UpdateTable</c>, or changes of the ranges in which Application Auto Scaling works. Absolute
/// values, so doing it twice is doing it once.
/// </summary>
public sealed record CapacityChange
{
    /// <summary>Capacities of the table and its indexes, or the maximum of an on-demand table.</summary>
    public TableUpdate Update { get; init; } = new();

    /// <summary>Ranges for Application Auto Scaling.</summary>
    public IReadOnlyList<ScalableTargetChange> Targets { get; init; } = [];

    /// <summary>True when nothing would change.</summary>
    public bool IsEmpty => Update.IsEmpty && Targets.Count == 0;
}

/// <summary>One call of <c>UpdateTable</c>: a table and any of its indexes together.</summary>
public sealed record TableUpdate
{
    /// <summary>New capacity of the table; null leaves it.</summary>
    public Throughput? Table { get; init; }

    /// <summary>New capacities by index name; an index that is not named is left.</summary>
    public IReadOnlyDictionary<string, Throughput> Indexes { get; init; } = new Dictionary<string, Throughput>();

    /// <summary>New maximums of an on-demand table; null leaves it, and each kind.</summary>
    public RequestMaximum? OnDemandMaximum { get; init; }

    /// <summary>The same with a new capacity for one index, or for the table when <paramref name="index"/> is null.</summary>
    public TableUpdate With(string? index, Throughput capacity) => index is null
        ? this with { Table = capacity }
        : this with { Indexes = new Dictionary<string, Throughput>(Indexes) { [index] = capacity } };

    /// <summary>The new capacity of one index, or of the table; null when it is left.</summary>
    public Throughput? Of(string? index) => index is null ? Table : Indexes.TryGetValue(index, out var capacity) ? capacity : null;

    /// <summary>True when nothing would change.</summary>
    public bool IsEmpty => Table is null && Indexes.Count == 0 && OnDemandMaximum is null;
}

/// <summary>One call of <c>RegisterScalableTarget</c>: Application Auto Scaling moves the capacity into the new range at once.</summary>
/// <param name="Index">The index, or null for the table.</param>
/// <param name="Kind">Reads or writes.</param>
/// <param name="Target">The new range.</param>
public sealed record ScalableTargetChange(string? Index, CapacityKind Kind, ScalableTarget Target)
{
    /// <summary>
    /// Of what is leased: the range that we registered last; null where none is remembered, as in leases from before it was.
    /// </summary>
    public ScalableTarget? Registered { get; init; }

    /// <summary>Of what is leased: the range that stood before that, and stands again where the service did not take it.</summary>
    public ScalableTarget? Replaced { get; init; }
}
