using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;
using static ContactCenter.Core.Monitoring.Catalog.CatalogMetrics;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>Contact Lens publishes no CloudWatch metric; its events are counted by this system.</summary>
internal static class ContactLensAlarms
{
    public static IReadOnlyList<AlarmDefinition> All { get; } =
    [
        new()
        {
            Id = AlarmIds.ContactLensFailed,
            Symptom = Sentences.ContactLensFailedSymptom,
            Description = Sentences.ContactLensFailedMeaning,
            Scope = AlarmScope.Instance,
            Metrics = [OwnInstance(OwnMetricNames.ContactLensFailures, "Sum") with { Period = TimeSpan.FromMinutes(15) }],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 5,
            ThresholdSource = "assumption: set it for your center",
            DatapointsToAlarm = 1,
            EvaluationPeriods = 1,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.Experience,
            Owner = AlarmOwners.Operations,
            Runbook = "contact-lens",
        },
        new()
        {
            Id = AlarmIds.CallsBehind,
            Symptom = Sentences.CallsBehindSymptom,
            Description = Sentences.CallsBehindMeaning,
            Scope = AlarmScope.System,
            Parts = SystemParts.CallReaders,
            Metrics = [Function("IteratorAge", "Maximum")],
            Scale = MetricScale.Milliseconds,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 60000,
            ThresholdSource = "a supervisor is promised to hear of it within a minute",
            DatapointsToAlarm = 3,
            EvaluationPeriods = 5,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.System,
            Owner = AlarmOwners.Engineering,
            Runbook = "calls-while-they-last",
        },
        new()
        {
            Id = AlarmIds.SupervisorsUntold,
            Symptom = Sentences.SupervisorsUntoldSymptom,
            Description = Sentences.SupervisorsUntoldMeaning,
            Scope = AlarmScope.System,
            Parts = SystemParts.SupervisorTasks,
            Metrics = [OwnInstance(OwnMetricNames.SupervisorTaskFailures, "Sum") with { Period = TimeSpan.FromMinutes(5) }],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 1,
            ThresholdSource = "a call in trouble lasts minutes",
            DatapointsToAlarm = 2,
            EvaluationPeriods = 3,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.System,
            Owner = AlarmOwners.Engineering,
            Runbook = "calls-while-they-last",
        },
        new()
        {
            Id = AlarmIds.SurveyRating,
            Symptom = Sentences.SurveyRatingSymptom,
            Description = Sentences.SurveyRatingMeaning,
            Scope = AlarmScope.Queue,
            Metrics = [OwnQueue(OwnMetricNames.SurveyRating, "Average") with { Period = TimeSpan.FromHours(1) }],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.LessThanOrEqualToThreshold,
            Threshold = 2.5,
            ThresholdSource = "assumption: set it for your center",
            Severe = 1.5,
            DatapointsToAlarm = 2,
            EvaluationPeriods = 3,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P4,
            Group = AlarmGroups.Experience,
            Owner = AlarmOwners.Workforce,
            Runbook = "sentiment",
        },
    ];
}
