using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.DynamoDb;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Simulation.Center;

/// <summary>A table with its callers: functions, desktops and whatever else a fault lets loose on it.</summary>
internal sealed class CenterTable
{
    /// <summary>What capacity remediation looks at.</summary>
    private const int MetricMinutesKept = 60;

    /// <summary>What nobody asks of the tables of this center: their metrics are there, without a value.</summary>
    private static readonly string[] Unused =
        ["BatchGetItem", "Query", "Scan", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems"];

    private readonly TableDescription _description;
    private readonly SimulatedTable _table;
    private readonly ResourceSeries[] _series;
    private readonly MinuteCounter _readErrors;
    private readonly MinuteCounter _writeErrors;
    private double _reads;
    private double _writes;
    private double _readFailure;
    private double _writeFailure;

    public CenterTable(TableDescription description, DateTimeOffset start, MetricPublisher publisher, int seed)
    {
        _description = description;
        _table = new SimulatedTable(new SimulatedTableOptions
        {
            Name = description.Name,
            Start = start,
            Provisioned = description.Provisioned,
            Indexes =
            [
                .. description.Indexes.Select(index => new SimulatedIndex(index, description.Provisioned, description.IndexReadsPerRead)),
            ],
            MinutesKept = MetricMinutesKept,
            Seed = seed,
        });
        _series =
        [
            new ResourceSeries(description.Name, null, publisher),
            .. description.Indexes.Select(index => new ResourceSeries(description.Name, index, publisher))
        ];
        _readErrors = new MinuteCounter(publisher.TableErrors("GetItem", description.Name));
        _writeErrors = new MinuteCounter(publisher.TableErrors("PutItem", description.Name));
        foreach (var operation in Unused)
        {
            _ = publisher.TableErrors(operation, description.Name);
        }
    }

    public string Name => _description.Name;

    public Throughput Provisioned(string? index) => _table.Provisioned(index);

    public bool Has(string? index) => index is null || _description.Indexes.Contains(index);

    /// <summary>Capacity of the table and its indexes together, as the account's limit counts it.</summary>
    public Throughput Sum => _table.IndexNames.Aggregate(
        _table.Provisioned(),
        (sum, index) => new Throughput(sum.Reads + _table.Provisioned(index).Reads, sum.Writes + _table.Provisioned(index).Writes));

    /// <summary>What a description of the table and its metrics tell: only minutes that have arrived.</summary>
    public TableState Describe(long second) => new()
    {
        Name = Name,
        ReadAt = _table.At(second),
        Updating = _table.IsUpdating,
        Resources = [Describe(second, null), .. _description.Indexes.Select(index => Describe(second, index))],
    };

    private CapacityResource Describe(long second, string? index)
    {
        var minutes = _table.Minutes(index).Where(minute => minute.ArrivesAt <= second).TakeLast(MetricMinutesKept).ToArray();
        return new CapacityResource
        {
            Index = index,
            Provisioned = _table.Provisioned(index),
            Warm = _table.Warm(index),
            DecreasesToday = _table.DecreasesToday(index),
            LastDecrease = _table.LastDecrease(index),
            Reads = [.. minutes.Select(minute => minute.Reads)],
            Writes = [.. minutes.Select(minute => minute.Writes)],
        };
    }

    /// <summary>One <c>UpdateTable</c>: the table and its indexes together.</summary>
    public UpdateAnswer Update(long second, TableUpdate update) => _table.Update(second, update);

    public UpdateAnswer Update(long second, string? index, Throughput throughput) => _table.Update(second, index is null
        ? new TableUpdate { Table = throughput }
        : new TableUpdate { Indexes = new Dictionary<string, Throughput> { [index] = throughput } });

    /// <summary>One call's demand in the present second.</summary>
    public void Ask(double reads, double writes)
    {
        _reads += reads;
        _writes += writes;
    }

    /// <summary>Serves a second; afterwards <see cref="Fails"/> tells how likely a request of it was turned away.</summary>
    public void Serve(long second, int busyAgents, FaultBoard faults)
    {
        var reads = _reads + (busyAgents * _description.ReadsPerBusyAgent) + faults.Strength(FaultKind.TableReads, Name, 0);
        var writes = _writes + faults.Strength(FaultKind.TableWrites, Name, 0);
        var indexFailure = 0.0;
        foreach (var index in _description.Indexes)
        {
            var wanted = reads * _description.IndexReadsPerRead;
            var room = _table.Provisioned(index).Reads + _table.Burst(CapacityKind.Read, index);
            indexFailure = Math.Max(indexFailure, wanted > room ? 1 - (room / wanted) : 0);
        }

        var step = _table.Step(second, reads, writes);
        _readFailure = Math.Max(indexFailure, reads > 0 ? step.ThrottledReads / reads : 0);
        _writeFailure = writes > 0 ? step.ThrottledWrites / writes : 0;
        var failing = faults.Share(FaultKind.TableErrors, Name);
        _readErrors.Add(failing * _reads);
        _writeErrors.Add(failing * _writes);
        (_reads, _writes) = (0, 0);
    }

    /// <summary>Probability that a request fails in this second, after the SDK's one quick retry.</summary>
    public double Fails(bool reads, bool writes, FaultBoard faults)
    {
        var once = Math.Max(
            Math.Max(reads ? _readFailure : 0, writes ? _writeFailure : 0), faults.Share(FaultKind.TableErrors, Name));
        return once * once;
    }

    public void Publish(long minute)
    {
        _readErrors.Publish(minute);
        _writeErrors.Publish(minute);
        foreach (var series in _series)
        {
            var closed = _table.Minutes(series.Index)[^1];
            series.Publish(minute, closed);
        }
    }

    private sealed class ResourceSeries(string table, string? index, MetricPublisher publisher)
    {
        private readonly MetricSeries _consumedReads = publisher.Table("ConsumedReadCapacityUnits", table, index);
        private readonly MetricSeries _consumedWrites = publisher.Table("ConsumedWriteCapacityUnits", table, index);
        private readonly MetricSeries _throttledReads = publisher.Table("ReadThrottleEvents", table, index);
        private readonly MetricSeries _throttledWrites = publisher.Table("WriteThrottleEvents", table, index);
        private readonly MetricSeries _provisionedReads = publisher.Table("ProvisionedReadCapacityUnits", table, index);
        private readonly MetricSeries _provisionedWrites = publisher.Table("ProvisionedWriteCapacityUnits", table, index);

        public string? Index => index;

        public void Publish(long minute, in TableMinute closed)
        {
            AddAboveZero(_consumedReads, minute, closed.Reads.Consumed);
            AddAboveZero(_consumedWrites, minute, closed.Writes.Consumed);
            AddAboveZero(_throttledReads, minute, closed.Reads.Throttled.Total);
            AddAboveZero(_throttledWrites, minute, closed.Writes.Throttled.Total);
            if (minute % 5 == 0)
            {
                _provisionedReads.Add(minute, closed.Provisioned.Reads);
                _provisionedWrites.Add(minute, closed.Provisioned.Writes);
            }
        }

        private static void AddAboveZero(MetricSeries series, long minute, double value)
        {
            if (value > 0)
            {
                series.Add(minute, value);
            }
        }
    }
}
