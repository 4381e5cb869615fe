using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Simulation.DynamoDb;

/// <summary>How an on-demand table and its indexes serve a second, and what that costs.</summary>
/// <param name="resources">The table and its indexes.</param>
/// <param name="indexes">How the load of the table reaches each index.</param>
/// <param name="quota">Quota of one table.</param>
internal sealed class OnDemandServing(
    IReadOnlyList<SimulatedResource> resources, IReadOnlyList<SimulatedIndex> indexes, Throughput quota) : ITableServing
{
    private readonly OnDemandCeiling _readCeiling = new(resources[0].Warm.Reads);
    private readonly OnDemandCeiling _writeCeiling = new(resources[0].Warm.Writes);
    private double _readRequests;
    private double _writeRequests;

    /// <summary>What people allow, or null.</summary>
    public RequestMaximum? Maximum { get; set; }

    public double Cost(DynamoDbPrices prices) =>
        (_readRequests / 1e6 * prices.MillionReads) + (_writeRequests / 1e6 * prices.MillionWrites);

    public TableStep Serve(long second, in TableDemand demand)
    {
        var table = resources[0];
        var reads = Serve(table.Reads, _readCeiling, second, demand.Reads, demand.HotShare, CapacityKind.Read);
        var writes = Serve(table.Writes, _writeCeiling, second, demand.Writes, demand.HotShare, CapacityKind.Write);
        _readRequests += reads;
        _writeRequests += writes;
        for (var i = 1; i < resources.Count; i++)
        {
            var index = indexes[i - 1];
            resources[i].Reads.Count(demand.Reads * index.ReadsPerTableRead);
            resources[i].Writes.Count(writes * index.WritesPerTableWrite);
            _readRequests += demand.Reads * index.ReadsPerTableRead;
            _writeRequests += writes * index.WritesPerTableWrite;
        }

        return new TableStep(reads, writes, demand.Reads - reads, demand.Writes - writes)
        {
            KeyRange = table.Reads.Skewed(demand.Reads, demand.HotShare) + table.Writes.Skewed(demand.Writes, demand.HotShare),
        };
    }

    private double Serve(
        CapacityBucket bucket, OnDemandCeiling ceiling, long second, double units, double hotShare, CapacityKind kind)
    {
        var through = bucket.ThroughPartitions(units, hotShare);
        bucket.TurnAway(units - through, ThrottleCause.KeyRange);
        var ofTable = quota[kind];
        var maximum = Maximum?[kind] ?? double.PositiveInfinity;
        var within = Math.Min(through, Math.Min(ofTable, maximum));
        bucket.TurnAway(through - within, maximum <= ofTable ? ThrottleCause.OnDemandMaximum : ThrottleCause.AccountLimit);
        var served = Math.Min(within, ceiling.Units);

        // The service reports growth beyond twice the earlier peak as a key range that must be split first.
        bucket.TurnAway(within - served, ThrottleCause.KeyRange);
        ceiling.Serve(second, served);
        if (ceiling.Units > resources[0].Warm[kind])
        {
            resources[0].Warm = resources[0].Warm.With(kind, (long)ceiling.Units);
        }

        bucket.Count(served);
        return served;
    }
}
