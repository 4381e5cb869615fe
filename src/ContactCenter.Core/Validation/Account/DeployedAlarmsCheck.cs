using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Texts;

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
            yield return AccountFinding.Of(
                Check,
                Sentences.WhatAlarms($"{DeploymentNames.Of(configuration).Prefix}/…"),
                Sentences.FoundNoAlarms,
                Sentences.RightDeployFirst);
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
                yield return AccountFinding.Of(
                    Check, Sentences.WhatAlarm(planned.Name), difference, Sentences.RightWriteThreshold(planned.Definition.Id));
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
            yield return AccountFinding.Of(Check, Sentences.WhatAlarm(name), Sentences.FoundNotInFile, Sentences.RightDeployOrDelete);
        }
    }

    private static AccountFinding Missing(string name) =>
        AccountFinding.Of(Check, Sentences.WhatAlarm(name), Sentences.FoundNotDeployed, Sentences.RightDeploy);

    private static AccountFinding Silent(string name) => AccountFinding.Of(
        Check,
        Sentences.WhatAlarm(name),
        Sentences.FoundActionsOff,
        $"aws cloudwatch enable-alarm-actions --alarm-names '{name}'");

    private static Func<string, string>? Difference(BoundAlarm planned, DeployedAlarm found)
    {
        var definition = planned.Definition;
        if (definition.AnomalyBand is null && found.Threshold is { } threshold && threshold != definition.Threshold)
        {
            return it => Sentences.FoundThreshold(it, Number(threshold), Number(definition.Threshold));
        }

        return (found.DatapointsToAlarm ?? found.EvaluationPeriods, found.EvaluationPeriods) is ({ } m, { } n)
            && (m != definition.DatapointsToAlarm || n != definition.EvaluationPeriods)
            ? it => Sentences.FoundDatapoints(
                it, $"{m}", $"{n}", $"{definition.DatapointsToAlarm}", $"{definition.EvaluationPeriods}")
            : null;
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
