using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;
using static ContactCenter.Core.Monitoring.Catalog.CatalogMetrics;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>
/// The health of this system itself. These alarms are told by SNS e-mail directly, not through the pipeline that they watch.
/// </summary>
internal static class SystemAlarms
{
    public static IReadOnlyList<AlarmDefinition> All { get; } =
    [
        new()
        {
            Id = AlarmIds.HeartbeatMissing,
            Symptom = Sentences.HeartbeatMissingSymptom,
            Description = Sentences.HeartbeatMissingMeaning,
            Scope = AlarmScope.System,
            Parts = SystemParts.Heartbeats,
            Metrics = [Of(OwnMetricNames.Namespace, OwnMetricNames.Heartbeat, "Sum", new MetricDimension("Component", "{component}"))],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.LessThanThreshold,
            Threshold = 1,
            ThresholdSource = "the clock runs every minute",
            Severe = 0,
            DatapointsToAlarm = 3,
            EvaluationPeriods = 3,
            MissingData = MissingData.Breaching,
            Severity = Severity.P1,
            Group = AlarmGroups.System,
            Owner = AlarmOwners.Engineering,
            Runbook = "heartbeat-missing",
            Customers = CustomerService.Unknown,
        },
        new()
        {
            Id = AlarmIds.OwnFunctionErrors,
            Symptom = Sentences.OwnFunctionErrorsSymptom,
            Description = Sentences.OwnFunctionErrorsMeaning,
            Scope = AlarmScope.System,
            Parts = SystemParts.FunctionsButHooks,
            Metrics = [Function("Errors", "Sum")],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 1,
            ThresholdSource = "CloudWatch user guide, recommended alarms",
            Severe = 50,
            DatapointsToAlarm = 3,
            EvaluationPeriods = 5,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.System,
            Owner = AlarmOwners.Engineering,
            Runbook = "own-function-errors",
        },
        new()
        {
            // a hook never throws, so Lambda counts no error of it and the flow takes no error branch
            Id = AlarmIds.HookDefaults,
            Symptom = Sentences.HookDefaultsSymptom,
            Description = Sentences.HookDefaultsMeaning,
            Scope = AlarmScope.System,
            Parts = SystemParts.Hooks,
            Metrics =
            [
                OwnHook("Sum", "defaults"),
                OwnHook("SampleCount", "answers"),
            ],
            Expression = "IF(defaults >= 3, 100 * defaults / answers, 0)",
            Scale = MetricScale.Percent,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 20,
            ThresholdSource = "assumption: set it for your center",
            Severe = 60,
            DatapointsToAlarm = 2,
            EvaluationPeriods = 3,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.System,
            Owner = AlarmOwners.Engineering,
            Runbook = "hook-defaults",
        },
        new()
        {
            Id = AlarmIds.DeadLetters,
            Symptom = Sentences.DeadLettersSymptom,
            Description = Sentences.DeadLettersMeaning,
            Scope = AlarmScope.System,
            Parts = SystemParts.DeadLetterQueues,
            Metrics = [Of("AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", new MetricDimension("QueueName", "{component}"))],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 1,
            ThresholdSource = "any such message is an alarm or a notification that nobody saw",
            Severe = 50,
            DatapointsToAlarm = 1,
            EvaluationPeriods = 1,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.System,
            Owner = AlarmOwners.Engineering,
            Runbook = "dead-letters",
        },
        new()
        {
            Id = AlarmIds.MessagesGivenUp,
            Symptom = Sentences.MessagesGivenUpSymptom,
            Description = Sentences.MessagesGivenUpMeaning,
            Scope = AlarmScope.System,
            Parts = SystemParts.Channels,
            Metrics =
            [
                Of(
                    OwnMetricNames.Namespace,
                    OwnMetricNames.MessagesGivenUp,
                    "Sum",
                    new MetricDimension("InstanceId", "{instance}"),
                    new MetricDimension("Channel", "{component}"))
            ],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 1,
            ThresholdSource = "any such message is one that somebody did not get",
            DatapointsToAlarm = 1,
            EvaluationPeriods = 1,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.System,
            Owner = AlarmOwners.Engineering,
            Runbook = "messages-given-up",
        },
        new()
        {
            Id = AlarmIds.DeliveryBehind,
            Symptom = Sentences.DeliveryBehindSymptom,
            Description = Sentences.DeliveryBehindMeaning,
            Scope = AlarmScope.System,
            Parts = SystemParts.EffectReaders,
            Metrics = [Function("IteratorAge", "Maximum")],
            Scale = MetricScale.Milliseconds,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 60000,
            ThresholdSource = "a step is promised within a minute",
            Severe = 300000,
            DatapointsToAlarm = 2,
            EvaluationPeriods = 3,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.System,
            Owner = AlarmOwners.Engineering,
            Runbook = "delivery-behind",
        },
        new()
        {
            Id = AlarmIds.EventSourceDisabled,
            Symptom = Sentences.EventSourceDisabledSymptom,
            Description = Sentences.EventSourceDisabledMeaning,
            Scope = AlarmScope.System,
            Parts = SystemParts.EventSources,
            Metrics =
            [
                Of(
                    OwnMetricNames.Namespace,
                    OwnMetricNames.EventSourcesDisabled,
                    "Maximum",
                    new MetricDimension("FunctionName", "{component}"))
            ],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 1,
            ThresholdSource = "a stream of DynamoDB keeps its records for 24 hours",
            DatapointsToAlarm = 2,
            EvaluationPeriods = 3,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.System,
            Owner = AlarmOwners.Engineering,
            Runbook = "event-source-disabled",
            Remediation = RemediationNames.EventSource,
        },
        new()
        {
            Id = AlarmIds.TopicDeliveryFailed,
            Symptom = Sentences.TopicDeliveryFailedSymptom,
            Description = Sentences.TopicDeliveryFailedMeaning,
            Scope = AlarmScope.System,
            Parts = SystemParts.Topics,
            Metrics = [Of("AWS/SNS", "NumberOfNotificationsFailed", "Sum", new MetricDimension("TopicName", "{component}"))],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanThreshold,
            Threshold = 0,
            ThresholdSource = "CloudWatch user guide, recommended alarms",
            Severe = 50,
            DatapointsToAlarm = 2,
            EvaluationPeriods = 5,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.System,
            Owner = AlarmOwners.Engineering,
            Runbook = "topic-delivery-failed",
        },
        new()
        {
            Id = AlarmIds.ScheduleDropped,
            Symptom = Sentences.ScheduleDroppedSymptom,
            Description = Sentences.ScheduleDroppedMeaning,
            Scope = AlarmScope.System,
            Parts = SystemParts.Schedules,
            Metrics = [Of("AWS/Scheduler", "InvocationDroppedCount", "Sum")],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanThreshold,
            Threshold = 0,
            ThresholdSource = "CloudWatch user guide, recommended alarms",
            DatapointsToAlarm = 1,
            EvaluationPeriods = 1,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.System,
            Owner = AlarmOwners.Engineering,
            Runbook = "schedule-dropped",
        },
        new()
        {
            // one that goes wrong is told by the function that tries it, which can name the step
            Id = AlarmIds.SyntheticContactsUnproven,
            Symptom = Sentences.SyntheticContactsUnprovenSymptom,
            Description = Sentences.SyntheticContactsUnprovenMeaning,
            Scope = AlarmScope.System,
            Parts = SystemParts.SyntheticContacts,
            Metrics = [OwnInstance(OwnMetricNames.SyntheticContactsUnproven, "Maximum") with { Period = TimeSpan.FromMinutes(5) }],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 1,
            ThresholdSource = "a contact is tried every quarter of an hour",
            DatapointsToAlarm = 3,
            EvaluationPeriods = 3,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.System,
            Owner = AlarmOwners.Engineering,
            Runbook = "synthetic-contacts-untried",
        },
    ];

    private static MetricSource OwnHook(string statistic, string id) => new()
    {
        Id = id,
        Namespace = OwnMetricNames.Namespace,
        Name = OwnMetricNames.HookDefaults,
        Statistic = statistic,
        Dimensions = [new("InstanceId", "{instance}"), new("Hook", "{hook}")],
        Period = TimeSpan.FromMinutes(5),
    };
}
