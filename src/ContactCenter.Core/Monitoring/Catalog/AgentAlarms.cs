using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using static ContactCenter.Core.Monitoring.Catalog.CatalogMetrics;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>Agents, by routing profile: occupancy is not published by queue.</summary>
internal static class AgentAlarms
{
    public static IReadOnlyList<AlarmDefinition> All { get; } =
    [
        new()
        {
            Id = AlarmIds.AgentUtilisation,
            Symptom = "agents are overloaded",
            Description = "Agents of a routing profile have been busy almost without a break; errors and sick leave follow.",
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
            Symptom = "many agents are away",
            Description = "A large share of the agents who are online is in a break or another non-productive status.",
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
    ];
}
