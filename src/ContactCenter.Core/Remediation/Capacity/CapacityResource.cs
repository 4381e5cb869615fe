namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>What is known about a table, or about one of its indexes, at one moment.</summary>
public sealed record CapacityResource
{
    /// <summary>The index, or null for the table itself.</summary>
    public string? Index { get; init; }

    /// <summary>Provisioned capacity (zero on demand).</summary>
    public required Throughput Provisioned { get; init; }

    /// <summary>Warm throughput: up to here an increase holds within seconds. Null when it is not known.</summary>
    public Throughput? Warm { get; init; }

    /// <summary><c>NumberOfDecreasesToday</c>.</summary>
    public int DecreasesToday { get; init; }

    /// <summary><c>LastDecreaseDateTime</c>.</summary>
    public DateTimeOffset? LastDecrease { get; init; }

    /// <summary>
    /// Times of the decreases that we made ourselves, oldest first: the service tells only how many there were today and the last one.
    /// </summary>
    public IReadOnlyList<DateTimeOffset> KnownDecreases { get; init; } = [];

    /// <summary><c>LastIncreaseDateTime</c>.</summary>
    public DateTimeOffset? LastIncrease { get; init; }

    /// <summary>The last hour of reads, oldest first, without gaps.</summary>
    public IReadOnlyList<CapacityMinute> Reads { get; init; } = [];

    /// <summary>The last hour of writes, oldest first, without gaps.</summary>
    public IReadOnlyList<CapacityMinute> Writes { get; init; } = [];

    /// <summary>What the days before say about the reads of the next hour.</summary>
    public DemandOutlook ReadOutlook { get; init; } = DemandOutlook.Unknown;

    /// <summary>What the days before say about the writes of the next hour.</summary>
    public DemandOutlook WriteOutlook { get; init; } = DemandOutlook.Unknown;

    /// <summary>The range of Application Auto Scaling for reads; null when it does not manage them.</summary>
    public ScalableTarget? ReadTarget { get; init; }

    /// <summary>The range of Application Auto Scaling for writes; null when it does not manage them.</summary>
    public ScalableTarget? WriteTarget { get; init; }

    /// <summary>When the scaler last did not follow a lowered maximum of reads within a run; null when that was hours ago or never.</summary>
    public DateTimeOffset? ReadTargetIgnored { get; init; }

    /// <summary>The same for writes.</summary>
    public DateTimeOffset? WriteTargetIgnored { get; init; }

    /// <summary>The minutes of one kind.</summary>
    public IReadOnlyList<CapacityMinute> Minutes(CapacityKind kind) => kind is CapacityKind.Read ? Reads : Writes;

    /// <summary>The outlook of one kind.</summary>
    public DemandOutlook Outlook(CapacityKind kind) => kind is CapacityKind.Read ? ReadOutlook : WriteOutlook;

    /// <summary>The range of Application Auto Scaling for one kind.</summary>
    public ScalableTarget? Target(CapacityKind kind) => kind is CapacityKind.Read ? ReadTarget : WriteTarget;

    /// <summary>When the scaler last did not follow a lowered maximum of one kind.</summary>
    public DateTimeOffset? LastIgnored(CapacityKind kind) => kind is CapacityKind.Read ? ReadTargetIgnored : WriteTargetIgnored;

    /// <summary>A capacity without a change of what Application Auto Scaling manages.</summary>
    public Throughput LeaveManaged(Throughput capacity) => new(
        ReadTarget is null ? capacity.Reads : Provisioned.Reads, WriteTarget is null ? capacity.Writes : Provisioned.Writes);

    /// <summary>How a sentence names it.</summary>
    public string Called(string table) => Index is null ? $"table {table}" : $"index {Index} of table {table}";

    /// <summary>How a sentence that begins with it names it.</summary>
    public string Title(string table) => Index is null ? $"Table {table}" : $"Index {Index} of table {table}";
}
