namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>Prices in US dollars. They differ by Region and change; the default is us-east-1, Standard table class, since 2024-11-01.</summary>
/// <param name="ReadUnitHour">One provisioned read unit for one hour.</param>
/// <param name="WriteUnitHour">One provisioned write unit for one hour.</param>
/// <param name="MillionReads">A million on-demand read request units.</param>
/// <param name="MillionWrites">A million on-demand write request units.</param>
public sealed record DynamoDbPrices(double ReadUnitHour, double WriteUnitHour, double MillionReads, double MillionWrites)
{
    /// <summary>us-east-1, Standard class.</summary>
    public static DynamoDbPrices Default { get; } = new(0.00013, 0.00065, 0.125, 0.625);

    /// <summary>Dollars per hour of a provisioned capacity.</summary>
    public double PerHour(Throughput capacity) => (capacity.Reads * ReadUnitHour) + (capacity.Writes * WriteUnitHour);
}
