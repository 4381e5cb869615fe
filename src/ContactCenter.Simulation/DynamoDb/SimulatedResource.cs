using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Simulation.DynamoDb;

/// <summary>The table itself or one index: two buckets, its own decreases, its own metrics.</summary>
internal sealed class SimulatedResource
{
    // Hard limits of one partition (developer guide, "partition key design").
    private const double PartitionReads = 3000;
    private const double PartitionWrites = 1000;

    private readonly SimulatedTableOptions _options;
    private readonly List<TableMinute> _minutes = [];
    private Throughput _warm;

    public SimulatedResource(SimulatedTableOptions options, string? index, Throughput provisioned)
    {
        _options = options;
        Index = index;
        Provisioned = options.Billing is BillingMode.OnDemand ? default : provisioned;
        Reads = new CapacityBucket(PartitionReads, options.BurstSeconds, options.InitialBurst, options.UnitsPerRead);
        Writes = new CapacityBucket(PartitionWrites, options.BurstSeconds, options.InitialBurst, options.UnitsPerWrite);
        Reads.Start(Provisioned.Reads);
        Writes.Start(Provisioned.Writes);
        Decreases = new DecreaseCredits(options.DecreaseQuota);
        Warm = Throughput.Max(
            options.WarmThroughput ?? default,
            options.Billing is BillingMode.OnDemand && options.WarmThroughput is null ? new Throughput(12_000, 4_000) : Provisioned);
    }

    public string? Index { get; }

    public Throughput Provisioned { get; private set; }

    public DateTimeOffset? LastIncrease { get; set; }

    public CapacityBucket Reads { get; }

    public CapacityBucket Writes { get; }

    public DecreaseCredits Decreases { get; }

    public IReadOnlyList<TableMinute> Minutes => _minutes;

    /// <summary>Room that is there at once; it only grows, and partitions with it.</summary>
    public Throughput Warm
    {
        get => _warm;
        set
        {
            _warm = Throughput.Max(_warm, value);
            var partitions = Math.Max(1, Math.Ceiling(Math.Max(_warm.Reads / PartitionReads, _warm.Writes / PartitionWrites)));
            Reads.Partitions = partitions;
            Writes.Partitions = partitions;
        }
    }

    public void Provision(Throughput capacity)
    {
        Provisioned = capacity;
        Warm = capacity;
        Reads.Provision(capacity.Reads);
        Writes.Provision(capacity.Writes);
    }

    public void CloseMinute(DateTimeOffset start, long arrivesAt)
    {
        if (_minutes.Count >= 2 * _options.MinutesKept)
        {
            _minutes.RemoveRange(0, _minutes.Count - _options.MinutesKept);
        }

        _minutes.Add(new TableMinute(arrivesAt, Reads.CloseMinute(start), Writes.CloseMinute(start), Provisioned));
    }
}
