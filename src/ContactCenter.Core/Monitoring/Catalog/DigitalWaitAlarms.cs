using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;
using static ContactCenter.Core.Monitoring.Catalog.CatalogMetrics;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>
/// Waiting of chats, tasks and e-mails, for each queue that promises something (<c>queues[].maximumWaits</c>), in its hours. Nobody holds
/// the line there, so none of it is a P1.
/// </summary>
internal static class DigitalWaitAlarms
{
    public static IReadOnlyList<AlarmDefinition> All { get; } =
    [
        Of(
            AlarmIds.ChatWaitTime, ContactChannel.Chat, Sentences.ChatWaitTimeSymptom, Sentences.ChatWaitTimeMeaning,
            TimeSpan.FromMinutes(2), Severity.P3),
        Of(
            AlarmIds.TaskWaitTime, ContactChannel.Task, Sentences.TaskWaitTimeSymptom, Sentences.TaskWaitTimeMeaning,
            TimeSpan.FromHours(4), Severity.P4),
        Of(
            AlarmIds.EmailWaitTime, ContactChannel.Email, Sentences.EmailWaitTimeSymptom, Sentences.EmailWaitTimeMeaning,
            TimeSpan.FromHours(8), Severity.P4),
    ];

    private static AlarmDefinition Of(
        string id, ContactChannel channel, string symptom, string description, TimeSpan wait, Severity severity) => new()
        {
            Id = id,
            Symptom = symptom,
            Description = description,
            Scope = AlarmScope.Queue,
            Metrics = [OwnChannel(channel, OwnMetricNames.OldestContactWait, "Maximum", "wait"), Open],
            Expression = "IF(open > 0, wait, 0)",
            IsInHours = true,
            Waits = channel,
            Scale = MetricScale.Seconds,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = wait.TotalSeconds,
            ThresholdSource = "assumption: set it for your center",
            DatapointsToAlarm = 3,
            EvaluationPeriods = 5,
            MissingData = MissingData.NotBreaching,
            Severity = severity,
            Group = AlarmGroups.Queue,
            Owner = AlarmOwners.Workforce,
            Runbook = "queue-wait-time",
            CustomerFacing = true,
        };
}
