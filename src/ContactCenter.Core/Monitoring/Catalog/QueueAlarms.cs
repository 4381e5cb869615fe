using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;
using static ContactCenter.Core.Monitoring.Catalog.CatalogMetrics;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>
/// Waiting, abandonment, service level and agents, for each queue: what callers find there, in its hours. Chats, tasks and e-mails that
/// wait are no callers, nobody is staffed after closing, and in the first minutes agents are only just coming.
/// </summary>
internal static class QueueAlarms
{
    public static IReadOnlyList<AlarmDefinition> All { get; } =
    [
        new()
        {
            Id = AlarmIds.QueueWaitTime,
            Symptom = Sentences.QueueWaitTimeSymptom,
            Description = Sentences.QueueWaitTimeMeaning,
            Scope = AlarmScope.Queue,
            Metrics = [Callers(OwnMetricNames.OldestContactWait, "Maximum", "wait"), Open, Backlog],
            Expression = "IF(open > 0 AND backlog < 1, wait, 0)",
            IsInHours = true,
            Mixed = Queue("LongestQueueWaitTime", "Maximum"),
            Waits = ContactChannel.Voice,
            Scale = MetricScale.Seconds,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 120,
            ThresholdSource = "assumption: set it for your center",
            Severe = 600,

            // for a few agents chance makes a burst of up to seven minutes, once in some ten weeks; in eight of ten it is none
            DatapointsToAlarm = 8,
            EvaluationPeriods = 10,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.Queue,
            Owner = AlarmOwners.Workforce,
            Runbook = "queue-wait-time",
            CustomerFacing = true,
            Customers = CustomerService.NotServedWhenSevere,
        },
        new()
        {
            Id = AlarmIds.QueueSize,
            Symptom = Sentences.QueueSizeSymptom,
            Description = Sentences.QueueSizeMeaning,
            Scope = AlarmScope.Queue,
            Metrics = [Callers(OwnMetricNames.ContactsInQueue, "Maximum", "waiting"), Open, Backlog],
            Expression = "IF(open > 0 AND backlog < 1, waiting, 0)",
            IsInHours = true,
            Mixed = Queue("QueueSize", "Maximum"),
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 25,
            ThresholdSource = "assumption: set it for your center",
            Severe = 75,
            DatapointsToAlarm = 3,
            EvaluationPeriods = 5,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.Queue,
            Owner = AlarmOwners.Workforce,
            Runbook = "queue-wait-time",
            CustomerFacing = true,
            Customers = CustomerService.NotServedWhenSevere,
        },
        new()
        {
            Id = AlarmIds.QueueFull,
            Symptom = Sentences.QueueFullSymptom,
            Description = Sentences.QueueFullMeaning,
            Scope = AlarmScope.Queue,
            Metrics = [Queue("QueueCapacityExceededError", "Sum")],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanThreshold,
            Threshold = 0,
            ThresholdSource = "any rejected contact is a lost customer",
            DatapointsToAlarm = 1,
            EvaluationPeriods = 1,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P1,
            Group = AlarmGroups.Queue,
            Owner = AlarmOwners.Operations,
            Runbook = "queue-full",
            CustomerFacing = true,
            Customers = CustomerService.NotServed,
        },
        new()
        {
            Id = AlarmIds.AbandonmentRate,
            Symptom = Sentences.AbandonmentRateSymptom,
            Description = Sentences.AbandonmentRateMeaning,
            Scope = AlarmScope.Queue,
            Metrics =
            [
                Callers(OwnMetricNames.AbandonmentRate, "Maximum", "rate"),
                Callers(OwnMetricNames.ContactsQueued, "Maximum", "queued"),
                Settled,
            ],

            // five callers have given up before somebody is told, and so many that chance does not make it in a year where one in twenty
            // gives up, a usual target: by four standard deviations, (rate - 5) * queued >= 4 * sqrt(5 * 100 * queued)
            Expression = "IF(settled > 0 AND rate * queued >= 500 AND (rate - 5) * (rate - 5) * queued >= 8000, rate, 0)",
            IsInHours = true,
            Scale = MetricScale.Percent,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 10,
            ThresholdSource = "assumption: set it for your center",
            Severe = 30,
            DatapointsToAlarm = 3,
            EvaluationPeriods = 5,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.Queue,
            Owner = AlarmOwners.Workforce,
            Runbook = "abandonment",
            CustomerFacing = true,
            Customers = CustomerService.NotServedWhenSevere,
        },
        new()
        {
            Id = AlarmIds.ServiceLevel,
            Symptom = Sentences.ServiceLevelSymptom,
            Description = Sentences.ServiceLevelMeaning,
            Scope = AlarmScope.Queue,
            Metrics =
            [
                Callers(OwnMetricNames.ServiceLevel, "Minimum", "level"),
                Callers(OwnMetricNames.ContactsQueued, "Maximum", "queued"),
                Callers(OwnMetricNames.ContactsInQueue, "Maximum", "waiting"),
                Settled,
            ],

            // a burst of calls stays in the rate for a quarter of an hour after it is over: it counts while somebody waits
            Expression = "IF(settled > 0 AND waiting > 0 AND (100 - level) * queued >= 1000, level, 100)",
            IsInHours = true,
            Scale = MetricScale.Percent,
            Comparison = AlarmComparison.LessThanThreshold,
            Threshold = 60,
            ThresholdSource = "assumption: set it for your center",
            Severe = 30,

            // of a few agents a burst lasts for up to ten minutes by chance
            DatapointsToAlarm = 10,
            EvaluationPeriods = 15,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.Queue,
            Owner = AlarmOwners.Workforce,
            Runbook = "queue-wait-time",
            CustomerFacing = true,
            Customers = CustomerService.NotServedWhenSevere,
        },
        new()
        {
            Id = AlarmIds.NobodyServesQueue,
            Symptom = Sentences.NobodyServesQueueSymptom,
            Description = Sentences.NobodyServesQueueMeaning,
            Scope = AlarmScope.Queue,
            Metrics =
            [
                Callers(OwnMetricNames.ContactsInQueue, "Maximum", "waiting"),
                Callers(OwnMetricNames.AgentsStaffed, "Maximum", "staffed"),
                Open,
            ],
            Expression = "IF(open > 0 AND waiting > 0 AND staffed < 1, waiting, 0)",
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 1,
            ThresholdSource = "any waiting caller without an agent",
            Severe = 20,
            DatapointsToAlarm = 3,
            EvaluationPeriods = 3,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P1,
            Group = AlarmGroups.Queue,
            Owner = AlarmOwners.Workforce,
            Runbook = "agent-availability",
            Remediation = RemediationNames.QueueFallback,
            CustomerFacing = true,
            Customers = CustomerService.NotServed,
        },
        new()
        {
            Id = AlarmIds.AgentAvailability,
            Symptom = Sentences.AgentAvailabilitySymptom,
            Description = Sentences.AgentAvailabilityMeaning,
            Scope = AlarmScope.Queue,
            Metrics =
            [
                Callers(OwnMetricNames.ContactsInQueue, "Maximum", "waiting"),
                Callers(OwnMetricNames.AgentsAvailable, "Maximum", "available"),
                Open,
                Backlog,
            ],
            Expression = "IF(open > 0 AND backlog < 1 AND available < 1, waiting, 0)",
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 5,
            ThresholdSource = "assumption: set it for your center",
            Severe = 30,

            // the same burst as in the time that callers wait
            DatapointsToAlarm = 8,
            EvaluationPeriods = 10,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.Queue,
            Owner = AlarmOwners.Workforce,
            Runbook = "agent-availability",
            CustomerFacing = true,
            Customers = CustomerService.NotServedWhenSevere,
        },
        new()
        {
            Id = AlarmIds.CallbackWaitTime,
            Symptom = Sentences.CallbackWaitTimeSymptom,
            Description = Sentences.CallbackWaitTimeMeaning,
            Scope = AlarmScope.Queue,
            Metrics = [OwnQueue(OwnMetricNames.OldestCallbackWait, "Maximum", "wait"), Open],
            Expression = "IF(open > 0, wait, 0)",
            IsInHours = true,
            Scale = MetricScale.Seconds,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 7200,
            ThresholdSource = "assumption: set it for your center",
            Severe = 14_400,
            DatapointsToAlarm = 3,
            EvaluationPeriods = 5,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.Queue,
            Owner = AlarmOwners.Workforce,
            Runbook = "callbacks",
            CustomerFacing = true,
        },
        new()
        {
            Id = AlarmIds.Sentiment,
            Symptom = Sentences.SentimentSymptom,
            Description = Sentences.SentimentMeaning,
            Scope = AlarmScope.Queue,
            Metrics =
            [
                OwnQueue(OwnMetricNames.CustomerSentiment, "Average", "level") with { Period = TimeSpan.FromMinutes(15) },
                OwnQueue(OwnMetricNames.CustomerSentimentTrend, "Average", "trend") with { Period = TimeSpan.FromMinutes(15) },
            ],
            Expression = "IF(trend <= -0.1 OR level <= -0.6, level, 1)",
            Scale = MetricScale.Score,
            Comparison = AlarmComparison.LessThanOrEqualToThreshold,
            Threshold = -0.3,
            ThresholdSource = "assumption: set it for your center",
            Severe = -0.6,
            DatapointsToAlarm = 3,
            EvaluationPeriods = 4,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.Experience,
            Owner = AlarmOwners.Workforce,
            Runbook = "sentiment",
            CustomerFacing = true,
        },
    ];
}
