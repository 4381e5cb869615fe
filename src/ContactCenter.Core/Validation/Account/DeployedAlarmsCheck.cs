using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Validation.Account;

/// <summary>
/// Alarms as they are deployed: all of the plan, with the thresholds of the file, switched on. A threshold that somebody turned in the
/// console holds until the next deployment and is then gone.
/// </summary>
internal static class DeployedAlarmsCheck
{
    private const string Check = "alarms";

    public static IEnumerable<AccountFinding> Find(ContactCenterConfiguration configuration, AccountReading reading)
    {
        if (reading.Alarms is not { } alarms)
        {
            yield break;
        }

        if (alarms.Count == 0)
        {
            yield return new(
                Check,
                $"alarms {DeploymentNames.Of(configuration).Prefix}/…",
                "are not deployed",
                "deploy (npx cdk deploy --all); what follows about topics and functions may only follow from that");
            yield break;
        }

        var deployed = alarms.ToDictionary(static alarm => alarm.Name, StringComparer.Ordinal);
        BoundAlarm[] plan = [.. AlarmPlan.For(configuration)];
        foreach (var planned in plan)
        {
            if (!deployed.Remove(planned.Name, out var found))
            {
                yield return Missing(planned.Name);
            }
            else if (!found.HasActions)
            {
                yield return Silent(planned.Name);
            }
            else if (Difference(planned, found) is { } difference)
            {
                yield return new(
                    Check, $"alarm {planned.Name}", difference,
                    $"write it into alarms.{planned.Definition.Id}, or deploy what the file says");
            }
        }

        foreach (var composite in CompositePlan.For(DeploymentNames.Of(configuration).Prefix, plan))
        {
            if (!deployed.Remove(composite.Name, out var found))
            {
                yield return Missing(composite.Name);
            }
            else if (!found.HasActions)
            {
                yield return Silent(composite.Name);
            }
        }

        foreach (var name in deployed.Keys.Order(StringComparer.Ordinal))
        {
            yield return new(Check, $"alarm {name}", "is deployed, and the file has none of that name", "deploy, or delete it");
        }
    }

    private static AccountFinding Missing(string name) => new(Check, $"alarm {name}", "is not deployed", "deploy (npx cdk deploy --all)");

    private static AccountFinding Silent(string name) => new(
        Check,
        $"alarm {name}",
        "has its actions switched off: nobody is told",
        $"aws cloudwatch enable-alarm-actions --alarm-names '{name}'");

    private static string? Difference(BoundAlarm planned, DeployedAlarm found)
    {
        var definition = planned.Definition;
        if (definition.AnomalyBand is null && found.Threshold is { } threshold && threshold != definition.Threshold)
        {
            return $"has a threshold of {Number(threshold)}, and the file says {Number(definition.Threshold)}";
        }

        return (found.DatapointsToAlarm ?? found.EvaluationPeriods, found.EvaluationPeriods) is ({ } m, { } n)
            && (m != definition.DatapointsToAlarm || n != definition.EvaluationPeriods)
            ? $"asks for {m} of {n} datapoints, and the file for {definition.DatapointsToAlarm} of {definition.EvaluationPeriods}"
            : null;
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
