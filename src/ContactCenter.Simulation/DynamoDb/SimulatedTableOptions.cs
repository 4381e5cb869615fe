using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Simulation.DynamoDb;

/// <summary>How a simulated table is set up, and the service's physics. Defaults are the documented ones or, where AWS gives no
/// number, what operators reported; each says which.</summary>
public sealed record SimulatedTableOptions
{
    /// <summary>The table's name.</summary>
    public string Name { get; init; } = "table";

    /// <summary>The moment that second 0 stands for; decrease quotas count UTC days.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How it is paid for.</summary>
    public BillingMode Billing { get; init; } = BillingMode.Provisioned;

    /// <summary>Capacity of the table at the start; ignored on demand.</summary>
    public Throughput Provisioned { get; init; } = new(5, 5);

    /// <summary>Its indexes.</summary>
    public IReadOnlyList<SimulatedIndex> Indexes { get; init; } = [];

    /// <summary>
    /// What the table has room for at once; null: the provisioned capacity, or 12,000 reads and 4,000 writes on demand
    /// (developer guide, "warm throughput").
    /// </summary>
    public Throughput? WarmThroughput { get; init; }

    /// <summary>Maximum that people set on an on-demand table; null: none.</summary>
    public RequestMaximum? OnDemandMaximum { get; init; }

    /// <summary>Quota of one table with its indexes (default 40,000 and 40,000).</summary>
    public Throughput TableQuota { get; init; } = new(40_000, 40_000);

    /// <summary>Decreases allowed, for the table and for each index apart.</summary>
    public DecreaseQuota DecreaseQuota { get; init; } = DecreaseQuota.Default;

    /// <summary>Seconds of unused capacity that are kept as burst (documented: 300).</summary>
    public int BurstSeconds { get; init; } = 300;

    /// <summary>Burst at the start, as a share of a full bucket.</summary>
    public double InitialBurst { get; init; } = 1;

    /// <summary>Seconds until an update within the warm throughput holds (reported: 5 to 10).</summary>
    public int UpdateSeconds { get; init; } = 8;

    /// <summary>Seconds until an update above the warm throughput holds; partitions are split (reported: a few minutes).</summary>
    public int GrowSeconds { get; init; } = 300;

    /// <summary>Read units in one request.</summary>
    public double UnitsPerRead { get; init; } = 1;

    /// <summary>Write units in one request.</summary>
    public double UnitsPerWrite { get; init; } = 1;

    /// <summary>Seconds from the end of a minute until its metrics can be read.</summary>
    public int MetricDelaySeconds { get; init; } = 60;

    /// <summary>Up to this many seconds more, different each minute.</summary>
    public int MetricJitterSeconds { get; init; } = 30;

    /// <summary>Minutes of metrics kept.</summary>
    public int MinutesKept { get; init; } = 15 * 24 * 60;

    /// <summary>Seed of the metric jitter.</summary>
    public int Seed { get; init; } = 1;
}
