using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using static ContactCenter.Core.Monitoring.Catalog.CatalogMetrics;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>
/// Amazon Lex V2 bots in the IVR. Names and dimension sets are recorded (<c>test/Recorded/metrics</c>): the latency is spelled with one c
/// by AWS, and V2 has no metric of missed utterances, so the hook that classifies contacts counts them.
/// </summary>
internal static class BotAlarms
{
    public static IReadOnlyList<AlarmDefinition> All { get; } =
    [
        new()
        {
            Id = AlarmIds.IvrOutage,
            Symptom = "IVR does not answer",
            Description = "The bot behind the IVR answers with system errors.",
            Scope = AlarmScope.Bot,
            Metrics =
            [
                Bot("RuntimeSystemErrors", "Sum", BotSeries.Failed, "errors"),
                Bot("RuntimeRequestCount", "Sum", BotSeries.Counted, "requests"),
            ],
            Expression = "IF(errors >= 3, 100 * errors / requests, 0)",
            Scale = MetricScale.Percent,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 20,
            ThresholdSource = "assumption: set it for your center",
            Severe = 60,
            DatapointsToAlarm = 2,
            EvaluationPeriods = 2,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P1,
            Group = AlarmGroups.Ivr,
            Owner = AlarmOwners.Engineering,
            Runbook = "ivr-outage",
            CustomerFacing = true,
            Customers = CustomerService.NotServed,
        },
        new()
        {
            Id = AlarmIds.IvrResponseTime,
            Symptom = "IVR answers slowly",
            Description = "The bot behind the IVR takes long to answer; callers hear silence.",
            Scope = AlarmScope.Bot,
            Metrics = [Bot("RuntimeSucessfulRequestLatency", "p90", BotSeries.Timed)],
            Scale = MetricScale.Milliseconds,
            Comparison = AlarmComparison.GreaterThanThreshold,
            Threshold = 2500,
            ThresholdSource = "assumption: set it for your center",
            Severe = 6000,
            DatapointsToAlarm = 3,
            EvaluationPeriods = 5,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.Ivr,
            Owner = AlarmOwners.Engineering,
            Runbook = "ivr-response-time",
            CustomerFacing = true,
            Customers = CustomerService.NotServedWhenSevere,
        },
        new()
        {
            Id = AlarmIds.SpeechRecognitionErrors,
            Symptom = "IVR does not understand callers",
            Description = "The bot did not understand a large share of what callers said (at least 20 utterances).",
            Scope = AlarmScope.Bot,
            Metrics =
            [
                OwnBot(OwnMetricNames.BotUtterancesMissed, "Sum", "missed"),
                OwnBot(OwnMetricNames.BotUtterances, "Sum", "utterances"),
            ],
            Expression = "IF(utterances >= 20, 100 * missed / utterances, 0)",
            Scale = MetricScale.Percent,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 30,
            ThresholdSource = "assumption: set it for your center",
            Severe = 60,
            DatapointsToAlarm = 2,
            EvaluationPeriods = 3,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.Ivr,
            Owner = AlarmOwners.Engineering,
            Runbook = "speech-recognition",
            CustomerFacing = true,
            Customers = CustomerService.NotServedWhenSevere,
        },
        new()
        {
            Id = AlarmIds.IvrThrottled,
            Symptom = "IVR is throttled",
            Description = "Requests to the bot were throttled.",
            Scope = AlarmScope.Bot,
            Metrics = [Bot("RuntimeThrottledEvents", "Sum", BotSeries.Failed)],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 5,
            ThresholdSource = "assumption: set it for your center",
            Severe = 100,
            DatapointsToAlarm = 2,
            EvaluationPeriods = 3,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.Ivr,
            Owner = AlarmOwners.Engineering,
            Runbook = "ivr-outage",
            CustomerFacing = true,
            Customers = CustomerService.NotServedWhenSevere,
        },
    ];
}
