using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
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
            Symptom = "Contact Lens analysis fails",
            Description = "Contact Lens could not analyse contacts; sentiment and categories are missing.",
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
            Symptom = "calls are followed late",
            Description = "The stream of calls is read late: supervisors hear of a call that gets worse when it may be over.",
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
            Symptom = "supervisors were not told",
            Description = "A call got worse, and the task for the supervisors could not be started.",
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
            Symptom = "customers rate service badly",
            Description = "The average rating after contacts is low (1 to 5, at least 10 ratings).",
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
