using ContactCenter.Core.Forecasting.Demand;
using ContactCenter.Core.Remediation.Capacity.Billing;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>A table with its indexes, its series and the quotas that bind it, read at one moment.</summary>
public sealed record TableState
{
    /// <summary>The table's name.</summary>
    public required string Name { get; init; }

    /// <summary>When it was read; an old reading is not acted on.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>False when the table is gone, or not yet there.</summary>
    public bool Exists { get; init; } = true;

    /// <summary>True while the table or an index is UPDATING; a change now would fail with ResourceInUseException.</summary>
    public bool Updating { get; init; }

    /// <summary>How it is paid for.</summary>
    public BillingMode Billing { get; init; }

    /// <summary>The table first, then its indexes.</summary>
    public required IReadOnlyList<CapacityResource> Resources { get; init; }

    /// <summary>The maximums that people set on an on-demand table; null: none.</summary>
    public RequestMaximum? OnDemandMaximum { get; init; }

    /// <summary>Quota of one table and its indexes together.</summary>
    public Throughput TableQuota { get; init; } = new(40_000, 40_000);

    /// <summary>What the account may still provision beyond what all tables have now; null when it is not known.</summary>
    public Throughput? AccountLeft { get; init; }

    /// <summary>The account's quota of provisioned capacity in the Region; null when it is not known.</summary>
    public Throughput? AccountQuota { get; init; }

    /// <summary>Decreases allowed per table and per index.</summary>
    public DecreaseQuota DecreaseQuota { get; init; } = DecreaseQuota.Default;

    /// <summary>Prices in the table's Region.</summary>
    public DynamoDbPrices Prices { get; init; } = DynamoDbPrices.Default;

    /// <summary>Dollars that the table and its indexes have cost since the month began.</summary>
    public double SpentThisMonth { get; init; }

    /// <summary>What the last days have cost, and would have cost on demand; null when it is not known.</summary>
    public BillingComparison? Bill { get; init; }

    /// <summary>Provisioned cost per hour as it stands, in dollars.</summary>
    public double DollarsPerHour => Resources.Sum(r => Prices.PerHour(r.Provisioned));
}

/// <summary>How a table is paid for.</summary>
public enum BillingMode
{
    /// <summary>Per provisioned unit and hour.</summary>
    Provisioned,

    /// <summary>Per request.</summary>
    OnDemand,
}

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

    /// <summary>
    /// When the scaler last did not follow a lowered maximum of reads within a run; null when that was hours ago or never.
    /// </summary>
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
    public string Called(string table) => Index is null ? Sentences.NamedTable(table) : Sentences.NamedIndex(Index, table);

    /// <summary>How a sentence that begins with it names it.</summary>
    public string Title(string table) => Index is null ? Sentences.TableSubject(table) : Sentences.IndexSubject(Index, table);
}

/// <summary>One minute of one kind of capacity of one table or index, as CloudWatch tells it. A minute without traffic is zero.</summary>
/// <param name="Start">Start of the minute.</param>
/// <param name="Consumed">Sum of <c>Consumed{Read|Write}CapacityUnits</c>: units in the whole minute.</param>
/// <param name="Requests">SampleCount of the same metric: requests served; with the sum it gives the units of one request.</param>
/// <param name="Provisioned">Units per second that were provisioned in that minute (0 on demand).</param>
/// <param name="Throttled">Sums of the throttle events by cause; a missing datapoint is zero.</param>
public readonly record struct CapacityMinute(
    DateTimeOffset Start, double Consumed, double Requests, double Provisioned, ThrottleCounts Throttled);

/// <summary>An Application Auto Scaling target: the range in which it moves one kind of capacity of one table or index.</summary>
/// <param name="Minimum">MinCapacity.</param>
/// <param name="Maximum">MaxCapacity.</param>
public sealed record ScalableTarget(long Minimum, long Maximum);
