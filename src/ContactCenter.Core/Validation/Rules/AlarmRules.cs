using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>Overrides of the alarm catalog: known ids, thresholds on the metric's real scale, M of N that CloudWatch accepts.</summary>
internal static class AlarmRules
{
    /// <summary>CloudWatch: evaluation periods times period is at most a day (API reference, PutMetricAlarm).</summary>
    private static readonly TimeSpan MaximumEvaluation = TimeSpan.FromDays(1);

    /// <summary>Each message is held against every mapping.</summary>
    private const int MaximumMappings = 20;

    public static void Check(ContactCenterConfiguration configuration, AlarmCatalog catalog, List<ConfigurationProblem> found)
    {
        CheckForeign(configuration.ForeignAlarms, found);
        var plan = AlarmPlan.For(configuration).ToArray();
        var deployed = plan.ToLookup(alarm => alarm.Definition.Id, alarm => alarm.Resource, StringComparer.Ordinal);
        foreach (var (id, change) in configuration.Alarms)
        {
            var path = $"$.alarms.{id}";
            if (catalog.Find(id) is not { } definition)
            {
                found.Add(new(
                    path,
                    ConfigurationRules.Quote(id),
                    Suggestion.After(Findings.AlarmExpected, id, catalog.Definitions.Select(definition => definition.Id))));
                continue;
            }

            var isOnScale = CheckScale(definition, change.Threshold, $"{path}.threshold", found);
            if (CheckScale(definition, change.Severe, $"{path}.severe", found)
                && isOnScale
                && definition.AnomalyBand is null
                && change.Severe is { } severe)
            {
                CheckSevere(definition, severe, configuration, plan.Where(alarm => alarm.Definition.Id == id), path, found);
            }

            foreach (var (resource, threshold) in change.Resources)
            {
                if (CheckScale(definition, threshold, $"{path}.resources.{resource}", found))
                {
                    CheckResource(id, resource, change, deployed, path, found);
                }
            }

            CheckWindow(definition, change, path, found);
            if (change.IgnoreMissing && definition.MissingData == MissingData.Breaching)
            {
                found.Add(new($"{path}.ignoreMissing", "true", Findings.TellsByMissing));
            }
        }

        // The names of topics are bounded by those of audiences, of which AccountRules speaks.
        var tooLong = plan.Where(alarm =>
            alarm.Name.Length > AlarmName.MaximumLength && alarm.Definition.Id != AlarmIds.TopicDeliveryFailed);
        foreach (var alarm in tooLong)
        {
            found.Add(new(
                "$.environment",
                Findings.AlarmNameLength($"{alarm.Name.Length}", alarm.Definition.Id, alarm.Resource),
                Findings.ShorterNames($"{AlarmName.MaximumLength}")));
        }
    }

    /// <summary>
    /// What is severe lies beyond the threshold, for all resources and for each that has a threshold of its own. Only a severe value that
    /// the configuration names can be wrong: others move with the threshold.
    /// </summary>
    private static void CheckSevere(
        AlarmDefinition definition, double severe, ContactCenterConfiguration configuration, IEnumerable<BoundAlarm> bound, string path,
        List<ConfigurationProblem> found)
    {
        var general = CatalogOverrides.ForAll(definition, configuration);
        if (!SevereValue.IsBeyond(definition, severe, general.Threshold))
        {
            found.Add(new(
                $"{path}.severe",
                Number(severe),
                Findings.SevereBeyond(Beyond(definition), Number(general.Threshold))));
            return;
        }

        var wrong = bound.Where(alarm =>
            alarm.Definition.Threshold != general.Threshold && !SevereValue.IsBeyond(definition, severe, alarm.Definition.Threshold));
        foreach (var alarm in wrong)
        {
            var threshold = alarm.Definition.Threshold;
            var isNamed = configuration.Alarms[definition.Id].Resources.ContainsKey(alarm.Resource);
            found.Add(new(
                isNamed
                    ? $"{path}.resources.{alarm.Resource}"
                    : $"$.queues[{configuration.Queues.Select(queue => queue.Name).ToList().IndexOf(alarm.Resource)}]."
                        + ResourceRules.MaximumWaitOf(alarm.Definition.Waits),
                isNamed ? Number(threshold) : DurationConverter.Format(TimeSpan.FromSeconds(threshold)),
                Findings.AlwaysSevere(definition.Id, alarm.Resource, path, Beyond(definition), Number(threshold), Number(severe))));
        }
    }

    private static string Beyond(AlarmDefinition definition) => definition.Comparison.IsBelow() ? Findings.Below : Findings.Above;

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static void CheckResource(
        string id, string resource, AlarmOverride change, ILookup<string, string> deployed, string path, List<ConfigurationProblem> found)
    {
        if (change.Enabled && !deployed[id].Contains(resource))
        {
            found.Add(new(
                $"{path}.resources.{resource}",
                ConfigurationRules.Quote(resource),
                Suggestion.After(Findings.WatchesNothing(id), resource, deployed[id])));
        }
    }

    /// <summary>True when there is nothing to say.</summary>
    private static bool CheckScale(AlarmDefinition definition, double? value, string path, List<ConfigurationProblem> found)
    {
        if (value is not { } number)
        {
            return true;
        }

        var text = number.ToString(CultureInfo.InvariantCulture);
        var expected = ScaleCheck.Refusal(definition, number);
        if (expected is not null)
        {
            found.Add(new(path, text, expected));
        }

        return expected is null;
    }

    private static void CheckWindow(AlarmDefinition definition, AlarmOverride change, string path, List<ConfigurationProblem> found)
    {
        var m = change.DatapointsToAlarm ?? definition.DatapointsToAlarm;
        var n = change.EvaluationPeriods ?? definition.EvaluationPeriods;
        if (m > n)
        {
            found.Add(new(
                $"{path}.datapointsToAlarm", m.ToString(CultureInfo.InvariantCulture), Findings.AtMostPeriods($"{n}")));
        }

        if (n * definition.Period > MaximumEvaluation)
        {
            found.Add(new(
                $"{path}.evaluationPeriods",
                n.ToString(CultureInfo.InvariantCulture),
                Findings.PeriodsOfDay(
                    DurationConverter.Format(definition.Period), $"{(int)(MaximumEvaluation / definition.Period)}")));
        }
    }

    private static void CheckForeign(IReadOnlyList<ForeignAlarmSettings> mappings, List<ConfigurationProblem> found)
    {
        ResourceRules.CheckUnique("foreignAlarms", mappings.Select(static mapping => mapping.Name), found);
        if (mappings.Count > MaximumMappings)
        {
            found.Add(new("$.foreignAlarms", Findings.Entries($"{mappings.Count}"), Findings.AtMost($"{MaximumMappings}")));
        }

        foreach (var (i, mapping) in mappings.Index())
        {
            foreach (var (name, words) in new[] { ("red", mapping.Red), ("over", mapping.Over) })
            {
                if (words.Count == 0)
                {
                    found.Add(new(
                        $"$.foreignAlarms[{i}].{name}", Findings.NoValue, Findings.ValueOfState));
                }
            }

            foreach (var word in mapping.Red.Intersect(mapping.Over, StringComparer.OrdinalIgnoreCase))
            {
                found.Add(new(
                    $"$.foreignAlarms[{i}].over", ConfigurationRules.Quote(word), Findings.NotUnderRed));
            }
        }
    }
}
