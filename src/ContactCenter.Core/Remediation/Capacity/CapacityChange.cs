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
