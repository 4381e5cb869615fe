using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Account;

/// <summary>
/// Alarms as they are deployed: all of the plan, with the thresholds of the file, switched on. A threshold that somebody turned in the
/// console holds until the next deployment and is then gone; one that somebody set at run time is told as that, with who it was.
/// </summary>
internal static class DeployedAlarmsCheck
{
    private const string Check = "alarms";

    /// <summary>Settings hold in the Region in which they were made.</summary>
    private static readonly Dictionary<string, ThresholdDifference> NothingSet = [];

    /// <summary>What was set this moment is written within a minute.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);

    public static IEnumerable<AccountFinding> Find(ContactCenterConfiguration configuration, AccountReading reading)
    {
        var prefix = DeploymentNames.Of(configuration).Prefix;
        BoundAlarm[] plan = [.. AlarmPlan.For(configuration)];
        var set = ThresholdPlan.Differences(configuration, reading.Settings ?? RuntimeSettings.None, reading.ReadAt)
            .Where(one => one.Setting.From <= reading.ReadAt - Late)
            .ToDictionary(static one => one.Name, StringComparer.Ordinal);
        var here = Compare(
            new Place(prefix, null), plan, CompositePlan.For(prefix, plan).Select(static composite => composite.Name), reading.Alarms, set);
        return configuration.StandbyRegion is { } standby
            ? here.Concat(Compare(new Place(prefix, standby), [.. StandbyPlan.For(configuration)], [], reading.StandbyAlarms, NothingSet))
            : here;
    }

    private static IEnumerable<AccountFinding> Compare(
        Place place,
        IReadOnlyList<BoundAlarm> plan,
        IEnumerable<string> composites,
        IReadOnlyList<DeployedAlarm>? alarms,
        IReadOnlyDictionary<string, ThresholdDifference> set)
    {
        if (alarms is null)
        {
            yield break;
        }

        if (alarms.Count == 0)
        {
            yield return AccountFinding.Of(Check, place.All, Sentences.FoundNoAlarms, Sentences.RightDeployFirst);
            yield break;
        }

        var deployed = alarms.ToDictionary(static alarm => alarm.Name, StringComparer.Ordinal);
        foreach (var planned in plan)
        {
            if (!deployed.Remove(planned.Name, out var found))
            {
                yield return Missing(place, planned.Name);
            }
            else if (!found.HasActions)
            {
                yield return Silent(place, planned.Name);
            }
            else if (set.GetValueOrDefault(planned.Name) is { } decided)
            {
                yield return found.Threshold == decided.Threshold ? Set(place, decided) : NotWritten(place, decided, found.Threshold);
            }
            else if (Difference(planned, found) is { } difference)
            {
                yield return AccountFinding.Of(
                    Check, place.Alarm(planned.Name), difference, Sentences.RightWriteThreshold(planned.Definition.Id));
            }
        }

        foreach (var composite in composites)
        {
            if (!deployed.Remove(composite, out var found))
            {
                yield return Missing(place, composite);
            }
            else if (!found.HasActions)
            {
                yield return Silent(place, composite);
            }
        }

        foreach (var name in deployed.Keys.Order(StringComparer.Ordinal))
        {
            yield return AccountFinding.Of(Check, place.Alarm(name), Sentences.FoundNotInFile, Sentences.RightDeployOrDelete);
        }
    }

    private static AccountFinding Missing(Place place, string name) =>
        AccountFinding.Of(Check, place.Alarm(name), Sentences.FoundNotDeployed, Sentences.RightDeploy);

    private static AccountFinding Silent(Place place, string name) => AccountFinding.Of(
        Check, place.Alarm(name), Sentences.FoundActionsOff, $"aws cloudwatch enable-alarm-actions{place.Option} --alarm-names '{name}'");

    private static AccountFinding Set(Place place, ThresholdDifference decided)
    {
        var (it, setting) = (place.Alarm(decided.Name), decided.Setting);
        var (threshold, own) = (Number(decided.Threshold), Number(decided.OfFile));
        return AccountFinding.Of(
            AccountCheck.Settings,
            it,
            what => setting.Until is { } end
                ? Sentences.FoundThresholdSetUntil(what, threshold, setting.Author, $"{end.UtcDateTime:yyyy-MM-dd HH:mm} UTC", own)
                : Sentences.FoundThresholdSet(what, threshold, setting.Author, own),
            Sentences.RightEndSetting(setting.Id));
    }

    private static AccountFinding NotWritten(Place place, ThresholdDifference decided, double? found) => AccountFinding.Of(
        Check,
        place.Alarm(decided.Name),
        it => Sentences.FoundThresholdNotWritten(
            it, found is { } threshold ? Number(threshold) : "-", decided.Setting.Author, Number(decided.Threshold)),
        Sentences.RightThresholdNotWritten);

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

    /// <summary>Where alarms are compared.</summary>
    /// <param name="Prefix">Their prefix.</param>
    /// <param name="Standby">The Region that stands by; null: that of the instance, which goes without saying.</param>
    private sealed record Place(string Prefix, string? Standby)
    {
        public string All => Standby is null ? Sentences.WhatAlarms($"{Prefix}/…") : Sentences.WhatAlarmsThere($"{Prefix}/…", Standby);

        public string Option => Standby is null ? "" : $" --region {Standby}";

        public string Alarm(string name) => Standby is null ? Sentences.WhatAlarm(name) : Sentences.WhatAlarmThere(name, Standby);
    }
}
