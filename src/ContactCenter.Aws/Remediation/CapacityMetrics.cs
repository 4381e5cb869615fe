using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Aws.Remediation;

/// <summary>The metrics that DynamoDB tells of one kind of capacity of one table or index.</summary>
internal sealed record CapacityMetrics(
    MetricSeries Consumed,
    MetricSeries Requests,
    MetricSeries Provisioned,
    MetricSeries Throttled,
    MetricSeries ByProvisioned,
    MetricSeries ByKeyRange,
    MetricSeries ByAccount,
    MetricSeries ByMaximum)
{
    public static CapacityMetrics Of(string table, string? index, CapacityKind kind)
    {
        var word = kind is CapacityKind.Read ? "Read" : "Write";
        return new CapacityMetrics(
            Sum($"Consumed{word}CapacityUnits"),
            MetricSeries.OfTable($"Consumed{word}CapacityUnits", "SampleCount", table, index),
            MetricSeries.OfTable($"Provisioned{word}CapacityUnits", "Average", table, index),
            Sum($"{word}ThrottleEvents"),
            Sum($"{word}ProvisionedThroughputThrottleEvents"),
            Sum($"{word}KeyRangeThroughputThrottleEvents"),
            Sum($"{word}AccountLimitThrottleEvents"),
            Sum($"{word}MaxOnDemandThroughputThrottleEvents"));

        MetricSeries Sum(string metric) => MetricSeries.OfTable(metric, "Sum", table, index);
    }

    /// <summary>Every series, without what a table that is paid for so never has: each costs money with each look.</summary>
    public IEnumerable<MetricSeries> Series(BillingMode billing) => billing is BillingMode.Provisioned
        ? [Consumed, Requests, Provisioned, Throttled, ByProvisioned, ByKeyRange, ByAccount]
        : [Consumed, Requests, Throttled, ByKeyRange, ByAccount, ByMaximum];
}
