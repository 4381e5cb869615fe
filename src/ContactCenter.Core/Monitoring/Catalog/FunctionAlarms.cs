using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;
using static ContactCenter.Core.Monitoring.Catalog.CatalogMetrics;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>Lambda functions that contact flows call. A caller hears nothing while one thinks.</summary>
internal static class FunctionAlarms
{
    public static IReadOnlyList<AlarmDefinition> All { get; } =
    [
        new()
        {
            Id = AlarmIds.FunctionErrors,
            Symptom = Sentences.FunctionErrorsSymptom,
            Description = Sentences.FunctionErrorsMeaning,
            Scope = AlarmScope.Function,
            Metrics =
            [
                Function("Errors", "Sum", "errors"),
                Function("Invocations", "Sum", "calls"),
            ],
            Expression = "IF(errors >= 3, 100 * errors / calls, 0)",
            Scale = MetricScale.Percent,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 5,
            ThresholdSource = "CloudWatch user guide, recommended alarms (above 0; here a share with at least 3 errors)",
            Severe = 50,
            DatapointsToAlarm = 2,
            EvaluationPeriods = 3,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P1,
            Group = AlarmGroups.Function,
            Owner = AlarmOwners.Engineering,
            Runbook = "function-errors",
            CustomerFacing = true,
            Customers = CustomerService.NotServed,
        },
        new()
        {
            Id = AlarmIds.FunctionThrottled,
            Symptom = Sentences.FunctionThrottledSymptom,
            Description = Sentences.FunctionThrottledMeaning,
            Scope = AlarmScope.Function,
            Metrics = [Function("Throttles", "Sum")],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 1,
            ThresholdSource = "CloudWatch user guide, recommended alarms",
            Severe = 50,
            DatapointsToAlarm = 2,
            EvaluationPeriods = 3,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.Function,
            Owner = AlarmOwners.Engineering,
            Runbook = "function-throttled",
            Remediation = RemediationNames.ReservedConcurrency,
            CustomerFacing = true,
            Customers = CustomerService.NotServedWhenSevere,
        },
        new()
        {
            Id = AlarmIds.FunctionDuration,
            Symptom = Sentences.FunctionDurationSymptom,
            Description = Sentences.FunctionDurationMeaning($"{FlowWait.Seconds}"),
            Scope = AlarmScope.Function,
            Metrics = [Function("Duration", "p99")],
            Scale = MetricScale.Milliseconds,
            Comparison = AlarmComparison.GreaterThanThreshold,
            Threshold = FlowWait.SlowMilliseconds,
            ThresholdSource = $"what our flows wait: {FlowWait.Seconds} s of the 8 s that Amazon Connect allows; 80 % of it",
            Severe = FlowWait.Seconds * 1000,
            DatapointsToAlarm = 3,
            EvaluationPeriods = 5,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.Function,
            Owner = AlarmOwners.Engineering,
            Runbook = "function-slow",
            CustomerFacing = true,
            Customers = CustomerService.NotServedWhenSevere,
        },
    ];
}
