using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Simulation.DynamoDb;

/// <summary>How a provisioned table and its indexes serve a second, and what that costs.</summary>
/// <param name="resources">The table and its indexes.</param>
/// <param name="indexes">How the load of the table reaches each index.</param>
internal sealed class ProvisionedServing(IReadOnlyList<SimulatedResource> resources, IReadOnlyList<SimulatedIndex> indexes) : ITableServing
{
    private double _readUnitSeconds;
    private double _writeUnitSeconds;

    public double Cost(DynamoDbPrices prices) =>
        (_readUnitSeconds / 3600 * prices.ReadUnitHour) + (_writeUnitSeconds / 3600 * prices.WriteUnitHour);

    public TableStep Serve(long second, in TableDemand demand)
    {
        var table = resources[0];
        var (servedReads, keyRange) = ServeOne(table.Reads, demand.Reads, demand.HotShare);

        // A write goes to the table and to its indexes or not at all: the narrowest of them decides, and each that is too narrow
        // counts its own throttle events.
        var (admitted, skewed) = Admit(table.Writes, demand.Writes, demand.HotShare);
        for (var i = 1; i < resources.Count; i++)
        {
            var index = indexes[i - 1];
            if (index.WritesPerTableWrite > 0)
            {
                var (served, hot) = Admit(
                    resources[i].Writes, demand.Writes * index.WritesPerTableWrite, index.HotShare ?? demand.HotShare);
                admitted = Math.Min(admitted, served / index.WritesPerTableWrite);
                skewed = Math.Max(skewed, hot / index.WritesPerTableWrite);
            }
        }

        table.Writes.Serve(admitted);
        keyRange += skewed;
        var queriesAway = 0.0;
        for (var i = 1; i < resources.Count; i++)
        {
            var index = indexes[i - 1];
            resources[i].Writes.Serve(admitted * index.WritesPerTableWrite);
            var queries = demand.Reads * index.ReadsPerTableRead;
            var (served, hot) = ServeOne(resources[i].Reads, queries, index.HotShare ?? demand.HotShare);
            queriesAway += queries - served;
            keyRange += hot;
        }

        foreach (var resource in resources)
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
        var skewed = bucket.Skewed(units, hotShare);
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
}
