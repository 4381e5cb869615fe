using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using static ContactCenter.Core.Monitoring.Catalog.CatalogMetrics;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>Chats, tasks and e-mails. Chat, task and e-mail utilisations are 0 to 100, unlike those of calls.</summary>
internal static class DigitalChannelAlarms
{
    public static IReadOnlyList<AlarmDefinition> All { get; } =
    [
        new()
        {
            Id = "chats-rejected",
            Symptom = "chats are turned away",
            Description = "Chats were rejected because the instance is at its limit of active chats.",
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
            Group = "digital",
            Owner = "operations",
            Runbook = "digital-capacity",
            CustomerFacing = true,
            Customers = CustomerService.NotServed,
        },
        new()
        {
            Id = "active-chats",
            Symptom = "chat capacity runs low",
            Description = "Active chats are at 80 % of the quota or more.",
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
            Group = "digital",
            Owner = "operations",
            Runbook = "digital-capacity",
            CustomerFacing = true,
        },
        new()
        {
            Id = "tasks-rejected",
            Symptom = "tasks are turned away",
            Description = "Tasks were rejected because the instance is at its limit of active tasks.",
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
            Group = "digital",
            Owner = "operations",
            Runbook = "digital-capacity",
        },
        new()
        {
            Id = "active-tasks",
            Symptom = "task capacity runs low",
            Description = "Active tasks are at 80 % of the quota or more.",
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
            Group = "digital",
            Owner = "operations",
            Runbook = "digital-capacity",
        },
        new()
        {
            Id = "active-emails",
            Symptom = "e-mail capacity runs low",
            Description = "Active e-mails are at 80 % of the quota or more.",
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
            Group = "digital",
            Owner = "operations",
            Runbook = "digital-capacity",
        },
    ];
}
