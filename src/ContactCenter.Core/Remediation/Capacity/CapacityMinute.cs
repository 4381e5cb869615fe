namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>One minute of one kind of capacity of one table or index, as CloudWatch tells it. A minute without traffic is zero.</summary>
/// <param name="Start">Start of the minute.</param>
/// <param name="Consumed">Sum of <c>Consumed{Read|Write}CapacityUnits</c>: units in the whole minute.</param>
/// <param name="Requests">SampleCount of the same metric: requests served; with the sum it gives the units of one request.</param>
/// <param name="Provisioned">Units per second that were provisioned in that minute (0 on demand).</param>
/// <param name="Throttled">Sums of the throttle events by cause; a missing datapoint is zero.</param>
public readonly record struct CapacityMinute(
    DateTimeOffset Start, double Consumed, double Requests, double Provisioned, ThrottleCounts Throttled);
