using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;
using static ContactCenter.Core.Monitoring.Catalog.CatalogMetrics;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>External systems that the hooks call, as measured by the hooks, and the Amazon Connect API itself.</summary>
internal static class ApiAlarms
{
    public static IReadOnlyList<AlarmDefinition> All { get; } =
    [
        new()
        {
            Id = AlarmIds.ApiFailures,
            Symptom = Sentences.ApiFailuresSymptom,
            Description = Sentences.ApiFailuresMeaning,
            Scope = AlarmScope.Api,
            Metrics =
            [
                CatalogMetrics.Api(OwnMetricNames.ApiFailures, "Sum", "failures"),
                CatalogMetrics.Api(OwnMetricNames.ApiRequests, "Sum", "requests"),
            ],
            Expression = "IF(requests >= 10, 100 * failures / requests, 0)",
            Scale = MetricScale.Percent,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 10,
            ThresholdSource = "assumption: set it for your center (at least 10 calls a minute)",
            Severe = 50,
            DatapointsToAlarm = 2,
            EvaluationPeriods = 3,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P1,
            Group = AlarmGroups.Api,
            Owner = AlarmOwners.Engineering,
            Runbook = "api-failures",
            CustomerFacing = true,
            Customers = CustomerService.NotServed,
        },
        new()
        {
            Id = AlarmIds.ApiLatency,
            Symptom = Sentences.ApiLatencySymptom,
            Description = Sentences.ApiLatencyMeaning,
            Scope = AlarmScope.Api,
            Metrics = [CatalogMetrics.Api(OwnMetricNames.ApiLatency, "p90")],
            Scale = MetricScale.Milliseconds,
            Comparison = AlarmComparison.GreaterThanThreshold,
            Threshold = 2000,
            ThresholdSource = "assumption: set it for your center",
            Severe = 5000,
            DatapointsToAlarm = 3,
            EvaluationPeriods = 5,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.Api,
            Owner = AlarmOwners.Engineering,
            Runbook = "api-latency",
            CustomerFacing = true,
            Customers = CustomerService.NotServedWhenSevere,
        },
        new()
        {
            Id = AlarmIds.ConnectApiThrottled,
            Symptom = Sentences.ConnectApiThrottledSymptom,
            Description = Sentences.ConnectApiThrottledMeaning,
            Scope = AlarmScope.Account,
            Metrics =
            [
                Of(
                    "AWS/Usage",
                    "CallCount",
                    "Sum",
                    new("Type", "API"),
                    new("Resource", "GetMetricDataV2"),
                    new("Service", "Connect"),
                    new("Class", "None"))
            ],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 480,
            ThresholdSource = "80 % of 10 calls a second over a minute",
            Severe = 590,
            DatapointsToAlarm = 3,
            EvaluationPeriods = 5,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P4,
            Group = AlarmGroups.Account,
            Owner = AlarmOwners.Engineering,
            Runbook = "account-limits",
        },
        new()
        {
            Id = AlarmIds.LambdaConcurrency,
            Symptom = Sentences.LambdaConcurrencySymptom,
            Description = Sentences.LambdaConcurrencyMeaning,
            Scope = AlarmScope.Account,
            Metrics =
            [
                Of("AWS/Lambda", "ClaimedAccountConcurrency", "Maximum") with { Id = "claimed" },
                Of("AWS/Lambda", "ConcurrentExecutions", "Maximum") with { Id = "executions" },
            ],

            // the second metric only names the quota (Lambda developer guide, "Monitoring concurrency")
            Expression = "100 * claimed / SERVICE_QUOTA(executions)",
            Scale = MetricScale.Percent,
            Comparison = AlarmComparison.GreaterThanThreshold,
            Threshold = 90,
            ThresholdSource = "CloudWatch user guide, recommended alarms (90 % of the quota)",
            Severe = 99,
            DatapointsToAlarm = 5,
            EvaluationPeriods = 10,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = AlarmGroups.Account,
            Owner = AlarmOwners.Engineering,
            Runbook = "account-limits",
        },
    ];
}
