using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
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
            Symptom = "flow function fails",
            Description = "A function that contact flows call throws errors; callers take the error branch.",
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
            Symptom = "flow function is throttled",
            Description = "A function that contact flows call was throttled: its concurrency is exhausted.",
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
            Symptom = "flow function is slow",
            Description =
                $"A function that contact flows call takes more than 80 % of the {FlowWait.Seconds} seconds that our flows wait; "
                    + "callers are about to take the error branch.",
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
        new()
        {
            Id = AlarmIds.HookFailures,
            Symptom = "hooks give prepared answers",
            Description =
                "Hooks of this system give prepared answers, because the real ones are late or cannot be made: customers go to the default queue, "
                    + "unknown and unclassified, and nothing else fails.",
            Scope = AlarmScope.Instance,
            Metrics =
            [
                OwnInstance(OwnMetricNames.HookFailures, "Sum") with { Id = "failures", Period = TimeSpan.FromMinutes(5) },
                OwnInstance(OwnMetricNames.HookCalls, "Sum") with { Id = "calls", Period = TimeSpan.FromMinutes(5) },
            ],
            Expression = "IF(failures >= 3, 100 * failures / calls, 0)",
            Scale = MetricScale.Percent,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 5,
            ThresholdSource = "as function-errors: a share with at least 3 of them",
            DatapointsToAlarm = 1,
            EvaluationPeriods = 1,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.Function,
            Owner = AlarmOwners.Engineering,
            Runbook = "function-slow",
            CustomerFacing = true,
        },
    ];
}
