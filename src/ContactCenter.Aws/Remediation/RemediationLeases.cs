using Amazon.DynamoDBv2;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Core.Remediation.EventSources;
using ContactCenter.Core.Remediation.Failover;

namespace ContactCenter.Aws.Remediation;

/// <summary>The leases of each remediation, in one table.</summary>
public static class RemediationLeases
{
    /// <summary>On the capacity of tables.</summary>
    public static DynamoDbLeases<CapacityChange> OfCapacity(IAmazonDynamoDB client, string table, TimeProvider clock) =>
        new(client, table, clock, CapacityRemediation.Entry.Name, RemediationJson.Default.RemediationLeaseCapacityChange);

    /// <summary>On the reserved concurrency of functions.</summary>
    public static DynamoDbLeases<ReservedConcurrencyChange> OfConcurrency(IAmazonDynamoDB client, string table, TimeProvider clock) =>
        new(
            client,
            table,
            clock,
            ReservedConcurrencyRemediation.Entry.Name,
            RemediationJson.Default.RemediationLeaseReservedConcurrencyChange);

    /// <summary>On what was failed over, one remediation for each kind.</summary>
    public static DynamoDbLeases<FailoverChange> OfFailover(
        IAmazonDynamoDB client, string table, TimeProvider clock, string remediation) =>
        new(client, table, clock, remediation, RemediationJson.Default.RemediationLeaseFailoverChange);

    /// <summary>On event sources. They lease nothing; the record's version keeps two runs from acting at once.</summary>
    public static DynamoDbLeases<EventSourceMappingChange> OfEventSources(IAmazonDynamoDB client, string table, TimeProvider clock) =>
        new(
            client,
            table,
            clock,
            EventSourceMappingRemediation.Entry.Name,
            RemediationJson.Default.RemediationLeaseEventSourceMappingChange);
}
