using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;
using ContactCenter.Language.Retraining;
using static ContactCenter.Core.Monitoring.Catalog.CatalogMetrics;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>
/// What contacts are about has moved away from what the classifier was trained on. Measured once a day, over a week of answers.
/// </summary>
internal static class TopicAlarms
{
    public static IReadOnlyList<AlarmDefinition> All { get; } =
    [
        Drift(
            AlarmIds.TopicDrift,
            OwnMetricNames.TopicDrift,
            Sentences.TopicDriftSymptom,
            Sentences.TopicDriftMeaning),
        Drift(
            AlarmIds.ConfidenceDrift,
            OwnMetricNames.ConfidenceDrift,
            Sentences.ConfidenceDriftSymptom,
            Sentences.ConfidenceDriftMeaning),
    ];

    private static AlarmDefinition Drift(string id, string metric, string symptom, string description) => new()
    {
        Id = id,
        Symptom = symptom,
        Description = description,
        Scope = AlarmScope.Instance,
        Metrics = [OwnInstance(metric, "Maximum") with { Period = TimeSpan.FromDays(1) }],
        Scale = MetricScale.Count,
        Comparison = AlarmComparison.GreaterThanThreshold,
        Threshold = TopicDrift.Clear,
        ThresholdSource = "population stability index, customary limit of a clear change",
        Severe = 1,
        DatapointsToAlarm = 1,
        EvaluationPeriods = 1,
        MissingData = MissingData.NotBreaching,
        Severity = Severity.P4,
        Group = AlarmGroups.Experience,
        Owner = AlarmOwners.Operations,
        Runbook = "topic-drift",
    };
}
