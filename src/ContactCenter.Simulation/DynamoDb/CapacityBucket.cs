using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Simulation.DynamoDb;

/// <summary>
/// One kind of capacity of one table or index, second by second: provisioned units plus up to five minutes of unused ones, under a
/// hard limit per partition that no burst lifts. Adaptive capacity is taken as instant: a partition may use the whole table's capacity
/// up to its own limit.
/// </summary>
internal sealed class CapacityBucket
{
    private readonly double _partitionLimit;
    private readonly int _burstSeconds;
    private readonly double _unitsPerRequest;
    private double _consumed;
    private double _requests;
    private double _provisionedThrottles;
    private double _keyRangeThrottles;
    private double _accountThrottles;
    private double _maximumThrottles;

    public CapacityBucket(double partitionLimit, int burstSeconds, double initialBurst, double unitsPerRequest)
    {
        _partitionLimit = partitionLimit;
        _burstSeconds = burstSeconds;
        _unitsPerRequest = unitsPerRequest;
        InitialBurst = initialBurst;
    }

    private double InitialBurst { get; }

    public double Burst { get; private set; }

    public double Capacity { get; private set; }

    public double Partitions { get; set; } = 1;

    public void Start(double capacity)
    {
        Capacity = capacity;
        Burst = InitialBurst * _burstSeconds * capacity;
    }

    public void Provision(double capacity)
    {
        Capacity = capacity;
        Burst = Math.Min(Burst, _burstSeconds * capacity);
    }

    /// <summary>What all partitions together let through when the load is even; an even load beyond it asks for a larger table.</summary>
    public double ThroughEvenly(double demand) => Math.Min(demand, _partitionLimit * Partitions);

    /// <summary>
    /// What the partitions let through when a share of the demand is for one of them; the rest fails because of its key range.
    /// </summary>
    public double ThroughPartitions(double demand, double hotShare)
    {
        if (hotShare <= 0)
        {
            return ThroughEvenly(demand);
        }

        var even = demand * (1 - hotShare) / Partitions;
        var hot = Math.Min(even + (demand * hotShare), _partitionLimit);
        return Math.Min(ThroughEvenly(demand), hot + (Math.Min(even, _partitionLimit) * (Partitions - 1)));
    }

    /// <summary>What fails because one partition is asked for more than it can serve, whatever the capacity.</summary>
    public double Skewed(double demand, double hotShare) => ThroughEvenly(demand) - ThroughPartitions(demand, hotShare);

    /// <summary>The most that can be served this second out of capacity and burst.</summary>
    public double Available => Capacity + Burst;

    public void Serve(double units)
    {
        Burst = Math.Clamp(Burst + Capacity - units, 0, _burstSeconds * Capacity);
        Count(units);
    }

    public void Count(double units)
    {
        _consumed += units;
        _requests += units / _unitsPerRequest;
    }

    public void TurnAway(double units, ThrottleCause cause)
    {
        if (units <= 0)
        {
            return;
        }

        var events = units / _unitsPerRequest;
        switch (cause)
        {
            case ThrottleCause.ProvisionedThroughput: _provisionedThrottles += events; break;
            case ThrottleCause.KeyRange: _keyRangeThrottles += events; break;
            case ThrottleCause.AccountLimit: _accountThrottles += events; break;
            default: _maximumThrottles += events; break;
        }
    }

    public CapacityMinute CloseMinute(DateTimeOffset start)
    {
        var minute = new CapacityMinute(
            start, _consumed, _requests, Capacity,
            new ThrottleCounts(_provisionedThrottles, _keyRangeThrottles, _accountThrottles, _maximumThrottles));
        _consumed = _requests = _provisionedThrottles = _keyRangeThrottles = _accountThrottles = _maximumThrottles = 0;
        return minute;
    }
}
