using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;
using static ContactCenter.Core.Monitoring.Catalog.CatalogMetrics;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>Contact flows: one alarm for each, because Amazon Connect publishes no roll-up.</summary>
internal static class ContactFlowAlarms
{
    public static IReadOnlyList<AlarmDefinition> All { get; } =
    [
        new()
        {
            Id = AlarmIds.FlowFailed,
            Symptom = Sentences.FlowFailedSymptom,
            Description = Sentences.FlowFailedMeaning,
            Scope = AlarmScope.ContactFlow,
            Metrics = [Flow("ContactFlowFatalErrors", "Sum")],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanThreshold,
            Threshold = 0,
            ThresholdSource = "any fatal error cuts a customer off",
            Severe = 10,
            DatapointsToAlarm = 1,
            EvaluationPeriods = 1,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P1,
            Group = AlarmGroups.Flow,
            Owner = AlarmOwners.Engineering,
            Runbook = "flow-failed",
            Remediation = RemediationNames.EmergencyFlow,
            CustomerFacing = true,
            Customers = CustomerService.NotServed,
        },
        new()
        {
            Id = AlarmIds.FlowErrors,
            Symptom = Sentences.FlowErrorsSymptom,
            Description = Sentences.FlowErrorsMeaning,
            Scope = AlarmScope.ContactFlow,
            Metrics = [Flow("ContactFlowErrors", "Sum") with { Period = TimeSpan.FromMinutes(5) }],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 5,
            ThresholdSource = "assumption: set it for your center",
            Severe = 50,
            DatapointsToAlarm = 1,
            EvaluationPeriods = 1,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.Flow,
            Owner = AlarmOwners.Engineering,
            Runbook = "flow-errors",
            CustomerFacing = true,
            Customers = CustomerService.NotServedWhenSevere,
        },
        new()
        {
            Id = AlarmIds.FlowLogErrors,
            Symptom = Sentences.FlowLogErrorsSymptom,
            Description = Sentences.FlowLogErrorsMeaning,
            Scope = AlarmScope.FlowLog,
            Metrics = [FlowLog(OwnMetricNames.FlowLogErrors, "Sum") with { Period = TimeSpan.FromMinutes(5) }],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 20,
            ThresholdSource = "assumption: set it for your center",
            Severe = 200,
            DatapointsToAlarm = 1,
            EvaluationPeriods = 1,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.Flow,
            Owner = AlarmOwners.Engineering,
            Runbook = "flow-errors",
            CustomerFacing = true,
            Customers = CustomerService.NotServedWhenSevere,
        },
        new()
        {
            Id = AlarmIds.FlowHooksUnanswered,
            Symptom = Sentences.FlowHooksUnansweredSymptom,
            Description = Sentences.FlowHooksUnansweredMeaning,
            Scope = AlarmScope.FlowLog,
            Metrics = [FlowLog(OwnMetricNames.FlowLogHookFailures, "Sum") with { Period = TimeSpan.FromMinutes(5) }],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 3,
            ThresholdSource = "assumption: set it for your center",
            Severe = 30,
            DatapointsToAlarm = 1,
            EvaluationPeriods = 1,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.Function,
            Owner = AlarmOwners.Engineering,
            Runbook = "function-slow",
            CustomerFacing = true,
            Customers = CustomerService.NotServedWhenSevere,
        },
        new()
        {
            Id = AlarmIds.ContactsUnclaimed,
            Symptom = Sentences.ContactsUnclaimedSymptom,
            Description = Sentences.ContactsUnclaimedMeaning,
            Scope = AlarmScope.FlowLog,
            Metrics = [FlowLog(OwnMetricNames.UnclaimedContacts, "Sum") with { Period = TimeSpan.FromMinutes(5) }],
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 1,
            ThresholdSource = "any of them is a customer whom nobody has answered for a day",
            Severe = 20,
            DatapointsToAlarm = 1,
            EvaluationPeriods = 1,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.Queue,
            Owner = AlarmOwners.Operations,
            Runbook = "contacts-unclaimed",
            CustomerFacing = true,
            Customers = CustomerService.NotServedWhenSevere,
        },
    ];
}
