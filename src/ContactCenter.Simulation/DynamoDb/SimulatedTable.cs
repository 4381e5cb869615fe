using ContactCenter.Core.Remediation;

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
    private readonly OnDemandCeiling? _readCeiling;
    private readonly OnDemandCeiling? _writeCeiling;
    private readonly Random _jitter;
    private TableUpdate? _pending;
    private long _pendingUntil;
    private long _second = -1;
    private double _readUnitSeconds;
    private double _writeUnitSeconds;
    private double _readRequests;
    private double _writeRequests;

    /// <summary>Makes a table as the options say, ACTIVE, at second 0.</summary>
    /// <exception cref="ArgumentException">A capacity below 1 on a provisioned table, or two indexes of one name.</exception>
    public SimulatedTable(SimulatedTableOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _jitter = new Random(options.Seed);
        _resources = [new SimulatedResource(options, null, options.Provisioned), .. options.Indexes.Select(i => new SimulatedResource(options, i.Name, i.Provisioned))];
        if (options.Billing is BillingMode.OnDemand)
        {
            _readCeiling = new OnDemandCeiling(_resources[0].Warm.Reads);
            _writeCeiling = new OnDemandCeiling(_resources[0].Warm.Writes);
            OnDemandMaximum = options.OnDemandMaximum;
        }
        else if (_resources.Any(r => r.Provisioned.Reads < 1 || r.Provisioned.Writes < 1))
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

    /// <summary>How it is paid for.</summary>
    public BillingMode Billing => _options.Billing;

    /// <summary>Maximum set on an on-demand table, or null.</summary>
    public Throughput? OnDemandMaximum { get; private set; }

    /// <summary>True while an update runs (status UPDATING).</summary>
    public bool IsUpdating => _pending is not null;

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
    public int Updates { get; private set; }

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
        return (_readUnitSeconds / 3600 * prices.ReadUnitHour) + (_writeUnitSeconds / 3600 * prices.WriteUnitHour)
            + (_readRequests / 1e6 * prices.MillionReads) + (_writeRequests / 1e6 * prices.MillionWrites);
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
        if (_pending is not null)
        {
            return UpdateAnswer.ResourceInUse;
        }

        if (!IsValid(update))
        {
            return UpdateAnswer.Invalid;
        }

        var now = At(second);
        var wanted = Wanted(update);
        var total = wanted.Aggregate((Reads: 0L, Writes: 0L), (sum, w) => (sum.Reads + w.Reads, sum.Writes + w.Writes));
        for (var i = 0; i < _resources.Length; i++)
        {
            if (wanted[i].DecreasesFrom(_resources[i].Provisioned) && !_resources[i].Decreases.CanSpend(now))
            {
                return UpdateAnswer.LimitExceeded;
            }
        }

        if (Billing is BillingMode.Provisioned && (total.Reads > _options.TableQuota.Reads || total.Writes > _options.TableQuota.Writes))
        {
            return UpdateAnswer.LimitExceeded;
        }

        var grows = false;
        for (var i = 0; i < _resources.Length; i++)
        {
            grows |= !wanted[i].IsWithin(_resources[i].Warm);
            if (wanted[i].DecreasesFrom(_resources[i].Provisioned))
            {
                _resources[i].Decreases.Spend(now);
            }

            if (_resources[i].Provisioned.DecreasesFrom(wanted[i]))
            {
                _resources[i].LastIncrease = now;
            }
        }

        Updates++;
        _pending = update;
        _pendingUntil = second + (grows ? _options.GrowSeconds : _options.UpdateSeconds);
        return UpdateAnswer.Accepted;
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

    private bool IsValid(TableUpdate update)
    {
        if (Billing is BillingMode.OnDemand)
        {
            return update.Table is null && update.Indexes.Count == 0 && update.OnDemandMaximum is { Reads: >= 1, Writes: >= 1 } maximum
                && maximum != OnDemandMaximum;
        }

        if (update.OnDemandMaximum is not null || update.Indexes.Keys.Any(name => !_options.Indexes.Any(i => i.Name == name)))
        {
            return false;
        }

        var wanted = Wanted(update);
        return wanted.All(w => w is { Reads: >= 1, Writes: >= 1 }) && wanted.Where((w, i) => w != _resources[i].Provisioned).Any();
    }

    private Throughput[] Wanted(TableUpdate update) =>
        [.. _resources.Select(r => (r.Index is null ? update.Table : update.Indexes.TryGetValue(r.Index, out var t) ? t : null) ?? r.Provisioned)];

    private TableStep One(long second, in TableDemand demand)
    {
        _second = second;
        if (_pending is not null && second >= _pendingUntil)
        {
            Finish(_pending);
        }

        var step = Billing is BillingMode.OnDemand ? ServeOnDemand(second, demand) : ServeProvisioned(demand);
        if (second % 60 == 59)
        {
            CloseMinutes(second);
        }

        return step;
    }

    private void Finish(TableUpdate update)
    {
        if (update.OnDemandMaximum is { } maximum)
        {
            OnDemandMaximum = maximum;
        }
        else
        {
            var wanted = Wanted(update);
            for (var i = 0; i < _resources.Length; i++)
            {
                _resources[i].Provision(wanted[i]);
            }
        }

        _pending = null;
    }

    private TableStep ServeProvisioned(in TableDemand demand)
    {
        var table = _resources[0];
        var (servedReads, keyRange) = ServeOne(table.Reads, demand.Reads, demand.HotShare);

        // A write goes to the table and to its indexes or not at all: the narrowest of them decides, and each that is too narrow
        // counts its own throttle events.
        var (admitted, skewed) = Admit(table.Writes, demand.Writes, demand.HotShare);
        for (var i = 1; i < _resources.Length; i++)
        {
            var index = _options.Indexes[i - 1];
            if (index.WritesPerTableWrite > 0)
            {
                var (served, hot) = Admit(_resources[i].Writes, demand.Writes * index.WritesPerTableWrite, index.HotShare ?? demand.HotShare);
                admitted = Math.Min(admitted, served / index.WritesPerTableWrite);
                skewed = Math.Max(skewed, hot / index.WritesPerTableWrite);
            }
        }

        table.Writes.Serve(admitted);
        keyRange += skewed;
        var queriesAway = 0.0;
        for (var i = 1; i < _resources.Length; i++)
        {
            var index = _options.Indexes[i - 1];
            _resources[i].Writes.Serve(admitted * index.WritesPerTableWrite);
            var queries = demand.Reads * index.ReadsPerTableRead;
            var (served, hot) = ServeOne(_resources[i].Reads, queries, index.HotShare ?? demand.HotShare);
            queriesAway += queries - served;
            keyRange += hot;
        }

        foreach (var resource in _resources)
        {
            _readUnitSeconds += resource.Provisioned.Reads;
            _writeUnitSeconds += resource.Provisioned.Writes;
        }

        return new TableStep(servedReads, admitted, demand.Reads - servedReads, demand.Writes - admitted)
        {
            ThrottledIndexReads = queriesAway,
            KeyRange = keyRange,
        };
    }

    private static (double Served, double Skewed) Admit(CapacityBucket bucket, double units, double hotShare)
    {
        if (units <= 0)
        {
            return default;
        }

        // Partitions always cover what is provisioned, so an even load that is too much for them is more than is provisioned: burst
        // cannot lift their limits, a larger table can. Only what skew adds is put down to the key range.
        var through = bucket.ThroughPartitions(units, hotShare);
        var served = Math.Min(through, bucket.Available);
        var skewed = Skewed(bucket, units, hotShare);
        bucket.TurnAway(skewed, ThrottleCause.KeyRange);
        bucket.TurnAway(units - skewed - served, ThrottleCause.ProvisionedThroughput);
        return (served, skewed);
    }

    private static (double Served, double Skewed) ServeOne(CapacityBucket bucket, double units, double hotShare)
    {
        var admitted = Admit(bucket, units, hotShare);
        bucket.Serve(admitted.Served);
        return admitted;
    }

    private TableStep ServeOnDemand(long second, in TableDemand demand)
    {
        var table = _resources[0];
        var reads = ServeOnDemand(table.Reads, _readCeiling!, second, demand.Reads, demand.HotShare, CapacityKind.Read);
        var writes = ServeOnDemand(table.Writes, _writeCeiling!, second, demand.Writes, demand.HotShare, CapacityKind.Write);
        _readRequests += reads;
        _writeRequests += writes;
        for (var i = 1; i < _resources.Length; i++)
        {
            var index = _options.Indexes[i - 1];
            _resources[i].Reads.Count(demand.Reads * index.ReadsPerTableRead);
            _resources[i].Writes.Count(writes * index.WritesPerTableWrite);
            _readRequests += demand.Reads * index.ReadsPerTableRead;
            _writeRequests += writes * index.WritesPerTableWrite;
        }

        return new TableStep(reads, writes, demand.Reads - reads, demand.Writes - writes)
        {
            KeyRange = Skewed(table.Reads, demand.Reads, demand.HotShare) + Skewed(table.Writes, demand.Writes, demand.HotShare),
        };
    }

    private static double Skewed(CapacityBucket bucket, double units, double hotShare) =>
        bucket.ThroughEvenly(units) - bucket.ThroughPartitions(units, hotShare);

    private double ServeOnDemand(
        CapacityBucket bucket, OnDemandCeiling ceiling, long second, double units, double hotShare, CapacityKind kind)
    {
        var through = bucket.ThroughPartitions(units, hotShare);
        bucket.TurnAway(units - through, ThrottleCause.KeyRange);
        var quota = _options.TableQuota[kind];
        var maximum = OnDemandMaximum is { } set ? set[kind] : double.PositiveInfinity;
        var within = Math.Min(through, Math.Min(quota, maximum));
        bucket.TurnAway(through - within, maximum <= quota ? ThrottleCause.OnDemandMaximum : ThrottleCause.AccountLimit);
        var served = Math.Min(within, ceiling.Units);

        // The service reports growth beyond twice the earlier peak as a key range that must be split first.
        bucket.TurnAway(within - served, ThrottleCause.KeyRange);
        ceiling.Serve(second, served);
        if (ceiling.Units > _resources[0].Warm[kind])
        {
            _resources[0].Warm = _resources[0].Warm.With(kind, (long)ceiling.Units);
        }

        bucket.Count(served);
        return served;
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
