using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;
using static ContactCenter.Core.Monitoring.Catalog.CatalogMetrics;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>Agents, by routing profile: occupancy is not published by queue; and those of one queue beside those of another.</summary>
internal static class AgentAlarms
{
    public static IReadOnlyList<AlarmDefinition> All { get; } =
    [
        new()
        {
            Id = AlarmIds.AgentUtilisation,
            Symptom = Sentences.AgentUtilisationSymptom,
            Description = Sentences.AgentUtilisationMeaning,
            Scope = AlarmScope.RoutingProfile,
            Metrics = [OwnRoutingProfile(OwnMetricNames.AgentOccupancy, "Average") with { Period = TimeSpan.FromMinutes(15) }],
            Scale = MetricScale.Percent,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 90,
            ThresholdSource = "85 to 90 % is the customary ceiling of occupancy",
            Severe = 98,
            DatapointsToAlarm = 3,
            EvaluationPeriods = 4,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.Agents,
            Owner = AlarmOwners.Workforce,
            Runbook = "agent-utilisation",
        },
        new()
        {
            Id = AlarmIds.AgentsNonProductive,
            Symptom = Sentences.AgentsNonProductiveSymptom,
            Description = Sentences.AgentsNonProductiveMeaning,
            Scope = AlarmScope.RoutingProfile,
            Metrics = [OwnRoutingProfile(OwnMetricNames.AgentsNonProductiveShare, "Average") with { Period = TimeSpan.FromMinutes(5) }],
            Scale = MetricScale.Percent,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 40,
            ThresholdSource = "assumption: set it for your center",
            Severe = 70,
            DatapointsToAlarm = 3,
            EvaluationPeriods = 4,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P4,
            Group = AlarmGroups.Agents,
            Owner = AlarmOwners.Workforce,
            Runbook = "agent-availability",
        },
        new()
        {
            Id = AlarmIds.AgentsAfterContact,
            Symptom = Sentences.AgentsAfterContactSymptom,
            Description = Sentences.AgentsAfterContactMeaning,
            Scope = AlarmScope.RoutingProfile,
            Metrics =
            [
                OwnRoutingProfile(OwnMetricNames.AfterContactWork, "Average", "work") with { Period = TimeSpan.FromMinutes(5) },
                OwnRoutingProfile(OwnMetricNames.AgentsOnline, "Average", "online") with { Period = TimeSpan.FromMinutes(5) },
            ],
            Expression = "IF(online >= 5, 100 * work / online, 0)",
            Scale = MetricScale.Percent,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 35,
            ThresholdSource = "assumption: set it for your center",
            Severe = 70,
            DatapointsToAlarm = 2,
            EvaluationPeriods = 3,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.Agents,
            Owner = AlarmOwners.Workforce,
            Runbook = "agents-stuck",
        },
        new()
        {
            Id = AlarmIds.AgentsInError,
            Symptom = Sentences.AgentsInErrorSymptom,
            Description = Sentences.AgentsInErrorMeaning,
            Scope = AlarmScope.RoutingProfile,
            Metrics =
            [
                OwnRoutingProfile(OwnMetricNames.AgentsInError, "Average", "error") with { Period = TimeSpan.FromMinutes(5) },
                OwnRoutingProfile(OwnMetricNames.AgentsOnline, "Average", "online") with { Period = TimeSpan.FromMinutes(5) },
            ],
            Expression = "IF(online >= 5, 100 * error / online, 0)",
            Scale = MetricScale.Percent,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 15,
            ThresholdSource = "assumption: set it for your center",
            Severe = 40,
            DatapointsToAlarm = 2,
            EvaluationPeriods = 3,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.Agents,
            Owner = AlarmOwners.Workforce,
            Runbook = "agents-stuck",
        },
        new()
        {
            Id = AlarmIds.QueueStarved,
            Symptom = Sentences.QueueStarvedSymptom,
            Description = Sentences.QueueStarvedMeaning,
            Scope = AlarmScope.Queue,
            Metrics =
            [
                OwnQueue(OwnMetricNames.AgentsIdleElsewhere, "Minimum", "idle"),
                Callers(OwnMetricNames.ContactsInQueue, "Minimum", "waiting"),
                Callers(OwnMetricNames.AgentsAvailable, "Maximum", "available"),
                Open,
                Backlog,
            ],
            Expression = "IF(open > 0 AND backlog < 1 AND waiting >= 5 AND available < 1, idle, 0)",
            Scale = MetricScale.Count,
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 4,
            ThresholdSource = "assumption: set it for your center",
            Severe = 20,

            // agents elsewhere come and go: a minute in which one fewer is idle begins nothing anew
            DatapointsToAlarm = 5,
            EvaluationPeriods = 7,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.Queue,
            Owner = AlarmOwners.Workforce,
            Runbook = "agent-availability",
            CustomerFacing = true,
        },
        new()
        {
            Id = AlarmIds.AgentsAgainstPlan,
            Symptom = Sentences.AgentsAgainstPlanSymptom,
            Description = Sentences.AgentsAgainstPlanMeaning,
            Scope = AlarmScope.Queue,
            NeedsPlan = true,
            Metrics = [OwnQueue(OwnMetricNames.AgentsAgainstPlan, "Maximum", "present"), Open],
            Expression = "IF(open > 0, present, 100)",
            IsInHours = true,
            Scale = MetricScale.Percent,
            Comparison = AlarmComparison.LessThanThreshold,
            Threshold = 80,
            ThresholdSource = "assumption: set it for your center",
            Severe = 50,

            // agents come around the time for which they are planned
            DatapointsToAlarm = 15,
            EvaluationPeriods = 15,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P3,
            Group = AlarmGroups.Agents,
            Owner = AlarmOwners.Workforce,
            Runbook = "agents-against-plan",
        },
    ];
}
