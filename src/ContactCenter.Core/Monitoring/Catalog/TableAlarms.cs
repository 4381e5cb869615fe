using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;
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
            Symptom = Sentences.TableReadThrottledSymptom,
            Description = Sentences.TableReadThrottledMeaning,
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
            Symptom = Sentences.IndexReadThrottledSymptom,
            Description = Sentences.IndexReadThrottledMeaning,
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
            Sentences.TableReadCapacitySymptom,
            Sentences.TableReadCapacityMeaning,
            "Read",
            AlarmScope.Table,
            Table),
        Capacity(
            AlarmIds.IndexReadCapacity,
            Sentences.IndexReadCapacitySymptom,
            Sentences.IndexReadCapacityMeaning,
            "Read",
            AlarmScope.Index,
            Index),
        new()
        {
            Id = AlarmIds.TableWriteThrottled,
            Symptom = Sentences.TableWriteThrottledSymptom,
            Description = Sentences.TableWriteThrottledMeaning,
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
            Symptom = Sentences.IndexWriteThrottledSymptom,
            Description = Sentences.IndexWriteThrottledMeaning,
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
            Sentences.TableWriteCapacitySymptom,
            Sentences.TableWriteCapacityMeaning,
            "Write",
            AlarmScope.Table,
            Table),
        Capacity(
            AlarmIds.IndexWriteCapacity,
            Sentences.IndexWriteCapacitySymptom,
            Sentences.IndexWriteCapacityMeaning,
            "Write",
            AlarmScope.Index,
            Index),
        new()
        {
            Id = AlarmIds.TableSystemErrors,
            Symptom = Sentences.TableSystemErrorsSymptom,
            Description = Sentences.TableSystemErrorsMeaning,
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
            Symptom = Sentences.AccountReadCapacitySymptom,
            Description = Sentences.AccountReadCapacityMeaning,
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
            Symptom = Sentences.AccountWriteCapacitySymptom,
            Description = Sentences.AccountWriteCapacityMeaning,
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
