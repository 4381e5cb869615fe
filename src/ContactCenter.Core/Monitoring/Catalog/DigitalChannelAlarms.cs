using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;
using static ContactCenter.Core.Monitoring.Catalog.CatalogMetrics;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>Chats, tasks and e-mails. Chat, task and e-mail utilisations are 0 to 100, unlike those of calls.</summary>
internal static class DigitalChannelAlarms
{
    public static IReadOnlyList<AlarmDefinition> All { get; } =
    [
        new()
        {
            Id = AlarmIds.ChatsRejected,
            Symptom = Sentences.ChatsRejectedSymptom,
            Description = Sentences.ChatsRejectedMeaning,
            Scope = AlarmScope.Instance,
            Metrics = [Chats("ChatsBreachingActiveChatQuota", "Sum")],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanThreshold,
            Threshold = 0,
            ThresholdSource = "any rejected chat is a lost customer",
            Severe = 10,
            DatapointsToAlarm = 1,
            EvaluationPeriods = 1,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P1,
            Group = AlarmGroups.Digital,
            Owner = AlarmOwners.Operations,
            Runbook = "digital-capacity",
            CustomerFacing = true,
            Customers = CustomerService.NotServed,
        },
        new()
        {
            Id = AlarmIds.ActiveChats,
            Symptom = Sentences.ActiveChatsSymptom,
            Description = Sentences.ActiveChatsMeaning,
            Scope = AlarmScope.Instance,
            Metrics = [Chats("ConcurrentActiveChatsPercentage", "Maximum")],
            Scale = MetricScale.Percent,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 80,
            ThresholdSource = "Amazon Connect administrator guide: alert at 80 % of a quota",
            Severe = 95,
            DatapointsToAlarm = 3,
            EvaluationPeriods = 3,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.Digital,
            Owner = AlarmOwners.Operations,
            Runbook = "digital-capacity",
            CustomerFacing = true,
        },
        new()
        {
            Id = AlarmIds.TasksRejected,
            Symptom = Sentences.TasksRejectedSymptom,
            Description = Sentences.TasksRejectedMeaning,
            Scope = AlarmScope.Instance,
            Metrics = [Connect("TasksBreachingConcurrencyQuota", "Sum", "Tasks")],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanThreshold,
            Threshold = 0,
            ThresholdSource = "any rejected task is lost work",
            DatapointsToAlarm = 1,
            EvaluationPeriods = 1,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.Digital,
            Owner = AlarmOwners.Operations,
            Runbook = "digital-capacity",
        },
        new()
        {
            Id = AlarmIds.ActiveTasks,
            Symptom = Sentences.ActiveTasksSymptom,
            Description = Sentences.ActiveTasksMeaning,
            Scope = AlarmScope.Instance,
            Metrics = [EveryFiveMinutes("ConcurrentTasksPercentage", "Maximum", "Tasks")],
            Scale = MetricScale.Percent,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 80,
            ThresholdSource = "Amazon Connect administrator guide: alert at 80 % of a quota",
            Severe = 95,
            DatapointsToAlarm = 2,
            EvaluationPeriods = 2,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P4,
            Group = AlarmGroups.Digital,
            Owner = AlarmOwners.Operations,
            Runbook = "digital-capacity",
        },
        new()
        {
            Id = AlarmIds.ActiveEmails,
            Symptom = Sentences.ActiveEmailsSymptom,
            Description = Sentences.ActiveEmailsMeaning,
            Scope = AlarmScope.Instance,
            Metrics = [EveryFiveMinutes("ConcurrentEmailsPercentage", "Maximum", "Emails")],
            Scale = MetricScale.Percent,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 80,
            ThresholdSource = "Amazon Connect administrator guide: alert at 80 % of a quota",
            Severe = 95,
            DatapointsToAlarm = 2,
            EvaluationPeriods = 2,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P4,
            Group = AlarmGroups.Digital,
            Owner = AlarmOwners.Operations,
            Runbook = "digital-capacity",
        },
    ];
}
