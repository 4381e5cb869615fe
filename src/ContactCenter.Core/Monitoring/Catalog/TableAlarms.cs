using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using static ContactCenter.Core.Monitoring.Catalog.CatalogMetrics;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>
/// DynamoDB tables and indexes. Throttle metrics exist only while requests are throttled, and a table's series exclude its indexes.
/// </summary>
internal static class TableAlarms
{
    /// <summary>Provisioned capacity is published so often, and all metrics of an expression are read by one period.</summary>
    private static readonly TimeSpan ProvisionedPeriod = TimeSpan.FromMinutes(5);

    /// <summary>
    /// <c>SystemErrors</c> is published by operation only. An expression has room for nine: all but <c>TransactGetItems</c> and PartiQL.
    /// </summary>
    private static readonly (string Name, string Id)[] Operations =
    [
        .. ((string[])
        [
            "GetItem", "BatchGetItem", "Query", "Scan", "PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems",
        ]).Select(static name => (name, char.ToLowerInvariant(name[0]) + name[1..])),
    ];

    public static IReadOnlyList<AlarmDefinition> All { get; } =
    [
        new()
        {
            Id = AlarmIds.TableReadThrottled,
            Symptom = "reads are throttled",
            Description = "DynamoDB turned reads away; functions that use the table fail or wait.",
            Scope = AlarmScope.Table,
            Metrics = [Table("ReadThrottleEvents", "Sum")],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 1,
            ThresholdSource = "CloudWatch user guide, recommended alarms",
            Severe = 500,
            DatapointsToAlarm = 2,
            EvaluationPeriods = 3,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.Table,
            Owner = AlarmOwners.Engineering,
            Runbook = "table-throttled",
            Remediation = RemediationNames.Capacity,
        },
        new()
        {
            Id = AlarmIds.IndexReadThrottled,
            Symptom = "index reads are throttled",
            Description = "DynamoDB turned reads of an index away; a throttled index also holds up writes to its table.",
            Scope = AlarmScope.Index,
            Metrics = [Index("ReadThrottleEvents", "Sum")],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 1,
            ThresholdSource = "CloudWatch user guide, recommended alarms",
            Severe = 500,
            DatapointsToAlarm = 2,
            EvaluationPeriods = 3,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.Table,
            Owner = AlarmOwners.Engineering,
            Runbook = "table-throttled",
            Remediation = RemediationNames.Capacity,
        },
        Capacity(
            AlarmIds.TableReadCapacity,
            "read capacity runs low",
            "Over five minutes 90 % of the provisioned read capacity or more was consumed.",
            "Read",
            AlarmScope.Table,
            Table),
        Capacity(
            AlarmIds.IndexReadCapacity,
            "index read capacity runs low",
            "Over five minutes 90 % of an index's provisioned read capacity or more was consumed.",
            "Read",
            AlarmScope.Index,
            Index),
        new()
        {
            Id = AlarmIds.TableWriteThrottled,
            Symptom = "writes are throttled",
            Description = "DynamoDB turned writes away; functions that use the table fail or wait.",
            Scope = AlarmScope.Table,
            Metrics = [Table("WriteThrottleEvents", "Sum")],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 1,
            ThresholdSource = "CloudWatch user guide, recommended alarms",
            Severe = 500,
            DatapointsToAlarm = 2,
            EvaluationPeriods = 3,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.Table,
            Owner = AlarmOwners.Engineering,
            Runbook = "table-throttled",
            Remediation = RemediationNames.Capacity,
        },
        new()
        {
            Id = AlarmIds.IndexWriteThrottled,
            Symptom = "index writes are throttled",
            Description = "DynamoDB turned writes of an index away; a throttled index also holds up writes to its table.",
            Scope = AlarmScope.Index,
            Metrics = [Index("WriteThrottleEvents", "Sum")],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 1,
            ThresholdSource = "CloudWatch user guide, recommended alarms",
            Severe = 500,
            DatapointsToAlarm = 2,
            EvaluationPeriods = 3,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.Table,
            Owner = AlarmOwners.Engineering,
            Runbook = "table-throttled",
            Remediation = RemediationNames.Capacity,
        },
        Capacity(
            AlarmIds.TableWriteCapacity,
            "write capacity runs low",
            "Over five minutes 90 % of the provisioned write capacity or more was consumed.",
            "Write",
            AlarmScope.Table,
            Table),
        Capacity(
            AlarmIds.IndexWriteCapacity,
            "index write capacity runs low",
            "Over five minutes 90 % of an index's provisioned write capacity or more was consumed; at its end writes to the table are "
                + "turned away too.",
            "Write",
            AlarmScope.Index,
            Index),
        new()
        {
            Id = AlarmIds.TableSystemErrors,
            Symptom = "table answers with errors",
            Description = "DynamoDB answered with internal errors.",
            Scope = AlarmScope.Table,
            Metrics = [.. Operations.Select(static operation => Operation(operation.Name, operation.Id))],
            Expression = $"SUM([{string.Join(", ", Operations.Select(static operation => operation.Id))}])",
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 5,
            ThresholdSource = "assumption: set it for your center",
            Severe = 100,
            DatapointsToAlarm = 3,
            EvaluationPeriods = 5,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.Table,
            Owner = AlarmOwners.Engineering,
            Runbook = "table-errors",
        },
        new()
        {
            Id = AlarmIds.AccountReadCapacity,
            Symptom = "account read limit comes closer",
            Description = "Provisioned read capacity of the account is at 80 % of its limit.",
            Scope = AlarmScope.Account,
            Metrics =
            [
                Of("AWS/DynamoDB", "AccountProvisionedReadCapacityUtilization", "Maximum") with { Period = TimeSpan.FromMinutes(5) }
            ],
            Scale = MetricScale.Percent,
            Comparison = AlarmComparison.GreaterThanThreshold,
            Threshold = 80,
            ThresholdSource = "CloudWatch user guide, recommended alarms",
            Severe = 95,
            DatapointsToAlarm = 2,
            EvaluationPeriods = 2,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P4,
            Group = AlarmGroups.Account,
            Owner = AlarmOwners.Engineering,
            Runbook = "account-limits",
        },
        new()
        {
            Id = AlarmIds.AccountWriteCapacity,
            Symptom = "account write limit comes closer",
            Description = "Provisioned write capacity of the account is at 80 % of its limit.",
            Scope = AlarmScope.Account,
            Metrics =
            [
                Of("AWS/DynamoDB", "AccountProvisionedWriteCapacityUtilization", "Maximum") with { Period = TimeSpan.FromMinutes(5) }
            ],
            Scale = MetricScale.Percent,
            Comparison = AlarmComparison.GreaterThanThreshold,
            Threshold = 80,
            ThresholdSource = "CloudWatch user guide, recommended alarms",
            Severe = 95,
            DatapointsToAlarm = 2,
            EvaluationPeriods = 2,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P4,
            Group = AlarmGroups.Account,
            Owner = AlarmOwners.Engineering,
            Runbook = "account-limits",
        },
    ];

    /// <summary>On demand nothing is provisioned, and the alarm stays green.</summary>
    private static AlarmDefinition Capacity(
        string id, string symptom, string description, string direction, AlarmScope scope,
        Func<string, string, string, MetricSource> on) => new()
        {
            Id = id,
            Symptom = symptom,
            Description = description,
            Scope = scope,
            Metrics =
            [
                on($"Consumed{direction}CapacityUnits", "Sum", "consumed") with { Period = ProvisionedPeriod },
                on($"Provisioned{direction}CapacityUnits", "Maximum", "provisioned") with { Period = ProvisionedPeriod },
            ],
            Expression = "IF(FILL(provisioned, REPEAT) > 0, 100 * (consumed / PERIOD(consumed)) / FILL(provisioned, REPEAT), 0)",
            Scale = MetricScale.Percent,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 90,
            ThresholdSource = "above the utilisation that capacity healing and automatic scaling aim for",
            Severe = 100,
            DatapointsToAlarm = 1,
            EvaluationPeriods = 1,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.Table,
            Owner = AlarmOwners.Engineering,
            Runbook = "table-capacity",
            Remediation = RemediationNames.Capacity,
        };

    private static MetricSource Operation(string name, string id)
    {
        var table = Table("SystemErrors", "Sum", id);
        return table with { Dimensions = [.. table.Dimensions, new("Operation", name)] };
    }
}
