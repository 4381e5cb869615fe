using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;
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
            Symptom = Sentences.IvrOutageSymptom,
            Description = Sentences.IvrOutageMeaning,
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
            Symptom = Sentences.IvrResponseTimeSymptom,
            Description = Sentences.IvrResponseTimeMeaning,
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
            Symptom = Sentences.SpeechRecognitionErrorsSymptom,
            Description = Sentences.SpeechRecognitionErrorsMeaning,
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
            Symptom = Sentences.IvrThrottledSymptom,
            Description = Sentences.IvrThrottledMeaning,
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
