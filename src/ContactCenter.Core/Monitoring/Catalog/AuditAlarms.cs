using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;
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
            Symptom = Sentences.TrailChangedSymptom,
            Description = Sentences.TrailChangedMeaning,
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
            Symptom = Sentences.KeyChangedSymptom,
            Description = Sentences.KeyChangedMeaning,
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
            Symptom = Sentences.AlarmsChangedSymptom,
            Description = Sentences.AlarmsChangedMeaning,
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
            Symptom = Sentences.FlowsChangedSymptom,
            Description = Sentences.FlowsChangedMeaning,
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
