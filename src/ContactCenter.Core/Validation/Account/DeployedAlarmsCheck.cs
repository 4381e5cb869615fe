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
        foreach (var planned in AlarmPlan.For(configuration))
        {
            var what = $"alarm {planned.Name}";
            if (!deployed.Remove(planned.Name, out var found))
            {
                yield return new(Check, what, "is not deployed", "deploy (npx cdk deploy --all)");
            }
            else if (!found.HasActions)
            {
                yield return new(
                    Check,
                    what,
                    "has its actions switched off: nobody is told",
                    $"aws cloudwatch enable-alarm-actions --alarm-names '{planned.Name}'");
            }
            else if (Difference(planned, found) is { } difference)
            {
                yield return new(Check, what, difference, $"write it into alarms.{planned.Definition.Id}, or deploy what the file says");
            }
        }

        foreach (var name in deployed.Keys.Where(static name => !IsComposite(name)).Order(StringComparer.Ordinal))
        {
            yield return new(Check, $"alarm {name}", "is deployed, and the file has none of that name", "deploy, or delete it");
        }
    }

    private static bool IsComposite(string name) => name.Split('/') is [_, "customers-cut-off" or "customers-served-badly", ..];

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
