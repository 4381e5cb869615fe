using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Simulation.DynamoDb;

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
