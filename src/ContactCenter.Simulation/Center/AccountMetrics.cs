using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Simulation.Center;

/// <summary>Use of the account's limits.</summary>
internal sealed class AccountMetrics(MetricPublisher publisher, FaultBoard faults)
{
    /// <summary>Provisioned capacity that an account may have (default quota).</summary>
    private const double CapacityQuota = 80_000;

    /// <summary>Calls of the metric API that collecting once a minute takes.</summary>
    private const int MetricCallsPerMinute = 12;

    /// <summary>Calls of the metric API that an account may make in a minute (default quota: 10 a second).</summary>
    private const int MetricCallQuota = 600;

    private readonly MetricSeries _reads = publisher.Series("AWS/DynamoDB", "AccountProvisionedReadCapacityUtilization");
    private readonly MetricSeries _writes = publisher.Series("AWS/DynamoDB", "AccountProvisionedWriteCapacityUtilization");
    private readonly MetricSeries _concurrency = publisher.Series("AWS/Lambda", "ClaimedAccountConcurrency");
    private readonly MetricSeries _executions = publisher.Series("AWS/Lambda", "ConcurrentExecutions");
    private readonly MetricSeries _calls = publisher.Series(
        "AWS/Usage",
        "CallCount",
        new MetricDimension("Type", "API"),
        new MetricDimension("Resource", "GetMetricDataV2"),
        new MetricDimension("Service", "Connect"),
        new MetricDimension("Class", "None"));

    public void Publish(long minute, IEnumerable<Throughput> tables, int runningFunctions)
    {
        _calls.Add(minute, MetricCallsPerMinute + (MetricCallQuota * Others("MetricApi")));
        var running = runningFunctions + (AccountSettings.DefaultLambdaConcurrency * Others("Lambda"));
        if (running > 0)
        {
            _concurrency.Add(minute, running);
            _executions.Add(minute, running);
        }

        if (minute % 5 == 0)
        {
            var sum = tables.Aggregate((Reads: 0L, Writes: 0L), (total, table) => (total.Reads + table.Reads, total.Writes + table.Writes));
            _reads.Add(minute, 100 * ((sum.Reads / CapacityQuota) + Others("Capacity")));
            _writes.Add(minute, 100 * ((sum.Writes / CapacityQuota) + Others("Capacity")));
        }
    }

    private double Others(string quota) => faults.Share(FaultKind.QuotaTaken, quota);
}
