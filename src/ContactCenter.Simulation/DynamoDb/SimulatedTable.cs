using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Simulation.DynamoDb;

/// <summary>
/// A DynamoDB table with its indexes at steps of one second. Call <see cref="Step(long, double, double)"/> once per second with what
/// is asked for; read <see cref="Minutes"/> like CloudWatch (late); change it with <see cref="Update"/> like <c>UpdateTable</c>
/// (asynchronous, with quotas). Pure: the same options and calls give the same result.
/// </summary>
public sealed class SimulatedTable
{
    private readonly SimulatedTableOptions _options;
    private readonly SimulatedResource[] _resources;
    private readonly TableUpdates _updates;
    private readonly OnDemandServing? _onDemand;
    private readonly ITableServing _serving;
    private readonly Random _jitter;
    private long _second = -1;

    /// <summary>Makes a table as the options say, ACTIVE, at second 0.</summary>
    /// <exception cref="ArgumentException">A capacity below 1 on a provisioned table, or two indexes of one name.</exception>
    public SimulatedTable(SimulatedTableOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _jitter = new Random(options.Seed);
        _resources =
        [
            new SimulatedResource(options, null, options.Provisioned),
            .. options.Indexes.Select(i => new SimulatedResource(options, i.Name, i.Provisioned))
        ];
        _updates = new TableUpdates(options, _resources);
        _onDemand = options.Billing is BillingMode.OnDemand
            ? new OnDemandServing(_resources, options.Indexes, options.TableQuota) { Maximum = options.OnDemandMaximum }
            : null;
        _serving = _onDemand ?? (ITableServing)new ProvisionedServing(_resources, options.Indexes);
        if (_onDemand is null && _resources.Any(r => r.Provisioned.Reads < 1 || r.Provisioned.Writes < 1))
        {
            throw new ArgumentException("A provisioned table and its indexes need at least 1 read and 1 write unit.", nameof(options));
        }

        if (_resources.Select(r => r.Index).Distinct().Count() != _resources.Length)
        {
            throw new ArgumentException("Two indexes have the same name.", nameof(options));
        }
    }

    /// <summary>The table's name.</summary>
    public string Name => _options.Name;

    /// <summary>Maximum set on an on-demand table, or null.</summary>
    public RequestMaximum? OnDemandMaximum => _onDemand?.Maximum;

    /// <summary>True while an update runs (status UPDATING).</summary>
    public bool IsUpdating => _updates.IsUpdating;

    /// <summary>The table itself, which is null, and the names of its indexes.</summary>
    public IEnumerable<string?> Parts => _resources.Select(r => r.Index);

    /// <summary>Names of its indexes.</summary>
    public IEnumerable<string> IndexNames => _options.Indexes.Select(i => i.Name);

    /// <summary>What is provisioned now on the table, or on one index.</summary>
    public Throughput Provisioned(string? index = null) => Find(index).Provisioned;

    /// <summary>What the table or an index has room for at once.</summary>
    public Throughput Warm(string? index = null) => Find(index).Warm;

    /// <summary>Unused units kept at this moment.</summary>
    public double Burst(CapacityKind kind, string? index = null) => Bucket(Find(index), kind).Burst;

    /// <summary><c>NumberOfDecreasesToday</c> of the table or an index.</summary>
    public int DecreasesToday(string? index = null)
    {
        var decreases = Find(index).Decreases;
        decreases.Advance(At(Math.Max(0, _second)));
        return decreases.Today;
    }

    /// <summary>Time of the last decrease, or null.</summary>
    public DateTimeOffset? LastDecrease(string? index = null) => Find(index).Decreases.Last;

    /// <summary>Time of the last increase, or null.</summary>
    public DateTimeOffset? LastIncrease(string? index = null) => Find(index).LastIncrease;

    /// <summary>Decreases so far of the table and its indexes together.</summary>
    public int Decreases => _resources.Sum(r => r.Decreases.Total);

    /// <summary>Updates accepted so far.</summary>
    public int Updates => _updates.Accepted;

    /// <summary>Every closed minute kept, oldest first, whether it has arrived or not; see <see cref="TableMinute.ArrivesAt"/>.</summary>
    public IReadOnlyList<TableMinute> Minutes(string? index = null) => Find(index).Minutes;

    /// <summary>How many of <see cref="Minutes"/> can be read at a second; a minute never overtakes an earlier one.</summary>
    public int ArrivedBy(long second, string? index = null)
    {
        var minutes = Find(index).Minutes;
        var count = minutes.Count;
        while (count > 0 && minutes[count - 1].ArrivesAt > second)
        {
            count--;
        }

        return count;
    }

    /// <summary>Dollars spent so far.</summary>
    public double Cost(DynamoDbPrices prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        return _serving.Cost(prices);
    }

    /// <summary>The moment of a second.</summary>
    public DateTimeOffset At(long second) => _options.Start.AddSeconds(second);

    /// <summary>One second with an even load.</summary>
    public TableStep Step(long second, double reads, double writes) => Step(second, new TableDemand(reads, writes));

    /// <summary>One second. Seconds that were left out before it count as idle.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The second is not after the one before.</exception>
    public TableStep Step(long second, in TableDemand demand)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(second, _second);
        while (_second < second - 1)
        {
            _ = One(_second + 1, default);
        }

        return One(second, demand);
    }

    /// <summary>Asks for a change of capacity, as <c>UpdateTable</c> does: it holds some seconds or minutes later.</summary>
    public UpdateAnswer Update(long second, TableUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return _updates.Ask(second, At(second), update, OnDemandMaximum);
    }

    private static CapacityBucket Bucket(SimulatedResource resource, CapacityKind kind) =>
        kind is CapacityKind.Read ? resource.Reads : resource.Writes;

    private SimulatedResource Find(string? index)
    {
        foreach (var resource in _resources)
        {
            if (resource.Index == index)
            {
                return resource;
            }
        }

        throw new ArgumentException($"The table {Name} has no index \"{index}\".", nameof(index));
    }

    private TableStep One(long second, in TableDemand demand)
    {
        _second = second;
        if (_updates.FinishBy(second) is { } maximum)
        {
            _onDemand!.Maximum = maximum.Or(_onDemand.Maximum ?? default);
        }

        var step = _serving.Serve(second, demand);
        if (second % 60 == 59)
        {
            CloseMinutes(second);
        }

        return step;
    }

    private void CloseMinutes(long second)
    {
        var start = At(second - 59);
        var late = _options.MetricDelaySeconds + (_options.MetricJitterSeconds > 0 ? _jitter.Next(_options.MetricJitterSeconds + 1) : 0);
        foreach (var resource in _resources)
        {
            var earlier = resource.Minutes.Count > 0 ? resource.Minutes[^1].ArrivesAt : 0;
            resource.CloseMinute(start, Math.Max(earlier, second + 1 + late));
        }
    }
}

/// <summary>One minute's metrics of a table (or of one of its indexes).</summary>
/// <param name="ArrivesAt">The second at which CloudWatch first shows it.</param>
/// <param name="Reads">The reads of the minute.</param>
/// <param name="Writes">The writes of the minute.</param>
/// <param name="Provisioned">What was provisioned at the end of the minute.</param>
public readonly record struct TableMinute(long ArrivesAt, CapacityMinute Reads, CapacityMinute Writes, Throughput Provisioned)
{
    /// <summary>The minute of one kind.</summary>
    public CapacityMinute this[CapacityKind kind] => kind is CapacityKind.Read ? Reads : Writes;

    /// <summary>Throttle events of the minute, reads and writes.</summary>
    public double Throttled => Reads.Throttled.Total + Writes.Throttled.Total;
}

/// <summary>What became of one second's demand, in capacity units of the table.</summary>
/// <param name="ServedReads">Read units served.</param>
/// <param name="ServedWrites">Write units served.</param>
/// <param name="ThrottledReads">Read units turned away.</param>
/// <param name="ThrottledWrites">Write units turned away, also for an index that cannot take them.</param>
public readonly record struct TableStep(double ServedReads, double ServedWrites, double ThrottledReads, double ThrottledWrites)
{
    /// <summary>Read units of queries on indexes that were turned away.</summary>
    public double ThrottledIndexReads { get; init; }

    /// <summary>Units turned away because of a hot key, which no capacity would have served.</summary>
    public double KeyRange { get; init; }

    /// <summary>Units turned away.</summary>
    public double Throttled => ThrottledReads + ThrottledWrites + ThrottledIndexReads;
}

/// <summary>A global secondary index of a simulated table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Provisioned">Its own capacity at the start.</param>
/// <param name="ReadsPerTableRead">Read units on the index for each read unit asked of the table; 0 when nobody queries it.</param>
/// <param name="WritesPerTableWrite">Write units on the index for each write unit of the table; below 1 for a sparse index.</param>
/// <param name="HotShare">Share of the index's load for one of its keys, 0 to 1; null: as on the table.</param>
public sealed record SimulatedIndex(
    string Name, Throughput Provisioned, double ReadsPerTableRead = 0, double WritesPerTableWrite = 1, double? HotShare = null);
