using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using static ContactCenter.Core.Monitoring.Catalog.CatalogMetrics;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>
/// Changes that must never happen quietly, as metric filters count them in the trail; what a deployment does is left out.
/// </summary>
internal static class AuditAlarms
{
    private const string NeverQuietly = "a single one is one too many";

    public static IReadOnlyList<AlarmDefinition> All { get; } =
    [
        new()
        {
            Id = AlarmIds.TrailChanged,
            Symptom = "audit trail was changed",
            Description = "Somebody stopped, deleted or changed a trail or what counts in it: what follows may not be recorded.",
            Scope = AlarmScope.Trail,
            Metrics = [Trail(OwnMetricNames.TrailChanged)],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 1,
            ThresholdSource = NeverQuietly,
            DatapointsToAlarm = 1,
            EvaluationPeriods = 1,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.Audit,
            Owner = AlarmOwners.Engineering,
            Runbook = "changed-quietly",
        },
        new()
        {
            Id = AlarmIds.KeyChanged,
            Symptom = "encryption key was changed",
            Description =
                "Somebody disabled a key of this deployment, scheduled its deletion or changed who may use it: what it encrypts may "
                    + "become unreadable.",
            Scope = AlarmScope.Trail,
            Metrics = [Trail(OwnMetricNames.KeyChanged)],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 1,
            ThresholdSource = NeverQuietly,
            DatapointsToAlarm = 1,
            EvaluationPeriods = 1,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.Audit,
            Owner = AlarmOwners.Engineering,
            Runbook = "changed-quietly",
        },
        new()
        {
            Id = AlarmIds.AlarmsChanged,
            Symptom = "alarms were silenced by hand",
            Description = "Somebody deleted, changed or muted alarms, or cut what carries them to people: troubles may go unnoticed.",
            Scope = AlarmScope.Trail,
            Metrics = [Trail(OwnMetricNames.AlarmsChanged)],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 1,
            ThresholdSource = NeverQuietly,
            DatapointsToAlarm = 1,
            EvaluationPeriods = 1,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.Audit,
            Owner = AlarmOwners.Engineering,
            Runbook = "changed-quietly",
        },
        new()
        {
            Id = AlarmIds.FlowsChanged,
            Symptom = "flows or hooks changed by hand",
            Description = "Somebody changed a contact flow, a function, who may call it, or what it may do, outside of a deployment.",
            Scope = AlarmScope.Trail,
            Metrics = [Trail(OwnMetricNames.FlowsChanged)],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 1,
            ThresholdSource = NeverQuietly,
            DatapointsToAlarm = 1,
            EvaluationPeriods = 1,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.Audit,
            Owner = AlarmOwners.Engineering,
            Runbook = "changed-quietly",
        },
    ];
}
