using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Remediation.Capacity;
using BillingMode = ContactCenter.Core.Remediation.Capacity.BillingMode;

namespace ContactCenter.Aws.Remediation;

/// <summary>Reads what <c>DescribeTable</c> tells.</summary>
internal static class TableReading
{
    public static TableState Missing(string name, DateTimeOffset now) =>
        new() { Name = name, ReadAt = now, Exists = false, Resources = [] };

    public static TableState Of(string name, TableDescription table, DateTimeOffset now)
    {
        var indexes = table.GlobalSecondaryIndexes ?? [];
        if (table.TableStatus == TableStatus.DELETING)
        {
            return Missing(name, now);
        }

        return new TableState
        {
            Name = name,
            ReadAt = now,
            Updating = table.TableStatus != TableStatus.ACTIVE
                || indexes.Exists(index => index.IndexStatus is { } status && status != IndexStatus.ACTIVE),
            Billing = IsOnDemand(table) ? BillingMode.OnDemand : BillingMode.Provisioned,
            OnDemandMaximum = Maximum(table.OnDemandThroughput),
            Resources =
            [
                Resource(
                    null,
                    table.ProvisionedThroughput,
                    Warm(table.WarmThroughput?.ReadUnitsPerSecond, table.WarmThroughput?.WriteUnitsPerSecond)),
                .. indexes.OrderBy(index => index.IndexName, StringComparer.Ordinal).Select(index => Resource(
                    index.IndexName, index.ProvisionedThroughput,
                    Warm(index.WarmThroughput?.ReadUnitsPerSecond, index.WarmThroughput?.WriteUnitsPerSecond))),
            ],
        };
    }

    /// <summary>A table that was never on demand may have no summary of its billing mode at all.</summary>
    private static bool IsOnDemand(TableDescription table) =>
        table.BillingModeSummary?.BillingMode is { } mode
            ? mode == Amazon.DynamoDBv2.BillingMode.PAY_PER_REQUEST
            : table.ProvisionedThroughput?.ReadCapacityUnits is null or 0;

    private static CapacityResource Resource(string? index, ProvisionedThroughputDescription? throughput, Throughput? warm) => new()
    {
        Index = index,
        Provisioned = new Throughput(throughput?.ReadCapacityUnits ?? 0, throughput?.WriteCapacityUnits ?? 0),
        Warm = warm,
        DecreasesToday = (int)(throughput?.NumberOfDecreasesToday ?? 0),
        LastDecrease = Moment(throughput?.LastDecreaseDateTime),
        LastIncrease = Moment(throughput?.LastIncreaseDateTime),
    };

    private static Throughput? Warm(long? reads, long? writes) => reads is { } r && writes is { } w ? new Throughput(r, w) : null;

    /// <summary>-1 stands for "no maximum", of each kind.</summary>
    private static RequestMaximum? Maximum(OnDemandThroughput? throughput)
    {
        var maximum = new RequestMaximum(Some(throughput?.MaxReadRequestUnits), Some(throughput?.MaxWriteRequestUnits));
        return maximum == default ? null : maximum;

        static long? Some(long? units) => units > 0 ? units : null;
    }

    private static DateTimeOffset? Moment(DateTime? time) =>
        time is { } at && at.Year > 1970
            ? new DateTimeOffset(at.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : at.ToUniversalTime())
            : null;
}
