using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Exercises;

/// <summary>Binds a scenario to what a configuration watches, and says what cannot be played.</summary>
internal static partial class ExercisePlan
{
    /// <summary>Shorter nobody has time to act.</summary>
    public static readonly TimeSpan MinimumLimit = TimeSpan.FromMinutes(5);

    private const int MaximumTitle = 120;
    private const int MaximumSteps = 100;
    private const int MaximumLanguages = 10;
    private const int MaximumNumber = 1000;

    /// <summary>When an exercise of a scenario is over at the latest.</summary>
    public static TimeSpan Limit(Scenario scenario, ExerciseSettings settings) =>
        scenario.Limit < settings.Limit ? scenario.Limit.Value : settings.Limit;

    /// <summary>The events, in order of time; those of a resource that the configuration has not so many of are left out.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="problems">Told of what cannot be meant, as sentences.</param>
    public static ImmutableArray<PlannedEvent> Bind(Scenario scenario, ContactCenterConfiguration configuration, List<string> problems)
    {
        Check(scenario, configuration, problems);
        if (problems.Count > 0)
        {
            return [];
        }

        var watched = AlarmPlan.For(configuration).ToLookup(static alarm => alarm.Definition.Id, StringComparer.Ordinal);
        var events = ImmutableArray.CreateBuilder<PlannedEvent>();
        foreach (var (index, planned) in scenario.Events.Index())
        {
            var alarms = watched[planned.Alarm].ToArray();
            if (alarms.Length == 0)
            {
                continue;
            }

            var alarm = planned.Resource is { } resource
                ? Array.Find(alarms, candidate => candidate.Resource == resource)
                : alarms.ElementAtOrDefault(planned.Number - 1);
            if (alarm is not null)
            {
                events.Add(new PlannedEvent(
                    planned.After,
                    alarm.Name,
                    planned.State == ScenarioState.Ok ? AlarmState.Ok : AlarmState.Alarm,
                    planned.Value ?? Beyond(alarm, planned.State)));
            }
            else if (planned.Resource is not null)
            {
                problems.Add(Sentences.ScenarioResource(
                    $"{index + 1}",
                    planned.Alarm,
                    string.Join(", ", alarms.Take(10).Select(static one => one.Resource)),
                    Shown(planned.Resource)));
            }
        }

        if (problems.Count == 0 && !events.Any(static planned => planned.State == AlarmState.Alarm))
        {
            problems.Add(Sentences.ScenarioNothing);
        }

        return [.. events.OrderBy(static planned => planned.After)];
    }

    /// <summary>The alarm of an event, as CloudWatch would tell it; null where the configuration has it no more.</summary>
    public static AlarmChange? Change(PlannedEvent planned, DateTimeOffset start, ContactCenterConfiguration configuration)
    {
        if (AlarmPlan.For(configuration).FirstOrDefault(candidate => candidate.Name == planned.Alarm) is not { } alarm)
        {
            return null;
        }

        var (instance, definition) = (configuration.Instance, alarm.Definition);
        return new AlarmChange
        {
            AlarmArn = $"arn:{instance.Partition}:cloudwatch:{instance.Region}:{instance.AccountId}:alarm:{alarm.Name}",
            AlarmName = alarm.Name,
            Description = AlarmSelfDescription.Of(alarm, configuration.RunbookUrl),
            AccountId = instance.AccountId,
            Region = instance.Region,
            Kind = definition.AnomalyBand is not null ? AlarmKind.AnomalyDetection
                : definition.Expression is not null ? AlarmKind.MetricMath
                : AlarmKind.Metric,
            State = planned.State,
            At = start + planned.After,
            Metrics = alarm.Metrics,
            Comparison = definition.Comparison,
            Threshold = definition.AnomalyBand is null ? definition.Threshold : null,
            Value = planned.Value,
        };
    }

    private static double Beyond(BoundAlarm alarm, ScenarioState state)
    {
        var threshold = alarm.Definition.Threshold;
        var isLow = alarm.Definition.Comparison.IsBelow() != (state == ScenarioState.Ok);
        return threshold == 0 ? (isLow ? 0 : 10) : Math.Round(threshold * (isLow ? 0.5 : 1.5), 2);
    }

    private static void Check(Scenario scenario, ContactCenterConfiguration configuration, List<string> problems)
    {
        Word(scenario.Name, "name", problems);
        Word(scenario.Kind, "kind", problems);
        if (scenario.Title.Count is 0 or > MaximumLanguages)
        {
            problems.Add(Sentences.ScenarioTitles($"{MaximumLanguages}", $"{scenario.Title.Count}"));
        }

        foreach (var (language, title) in scenario.Title)
        {
            if (!Language().IsMatch(language) || CleanText.Line(title, MaximumTitle) != title || string.IsNullOrWhiteSpace(title))
            {
                problems.Add(Sentences.ScenarioTitle(Shown(language), $"{MaximumTitle}"));
            }
        }

        if (scenario.Limit is { } limit && (limit < MinimumLimit || limit > configuration.Exercises.Limit))
        {
            problems.Add(Sentences.ScenarioLimit(
                DurationConverter.Format(MinimumLimit),
                DurationConverter.Format(configuration.Exercises.Limit),
                DurationConverter.Format(limit)));
        }

        if (scenario.Expects.Steps is < 0 or > MaximumSteps)
        {
            problems.Add(Sentences.ScenarioSteps($"{MaximumSteps}", $"{scenario.Expects.Steps}"));
        }

        if (!scenario.Expects.Roles.IsDefault && !scenario.Expects.Roles.All(Enum.IsDefined))
        {
            problems.Add(Sentences.ScenarioRoles);
        }

        if (scenario.Events.IsDefaultOrEmpty || scenario.Events.Length > Scenario.MaximumEvents)
        {
            problems.Add(Sentences.ScenarioEvents(
                $"{Scenario.MaximumEvents}", $"{(scenario.Events.IsDefault ? 0 : scenario.Events.Length)}"));
            return;
        }

        var known = AlarmIdsOf(configuration);
        foreach (var (index, planned) in scenario.Events.Index())
        {
            // a list of JSON may hold nothing
            if (planned is null)
            {
                problems.Add(Sentences.ScenarioNoEvent($"{index + 1}"));
                continue;
            }

            Check(planned, $"{index + 1}", Limit(scenario, configuration.Exercises), known, problems);
        }
    }

    private static void Check(ScenarioEvent planned, string number, TimeSpan limit, HashSet<string> known, List<string> problems)
    {
        if (planned.After < TimeSpan.Zero || planned.After >= limit)
        {
            problems.Add(Sentences.ScenarioAfter(number, DurationConverter.Format(limit), $"{planned.After:c}"));
        }

        if (!known.Contains(planned.Alarm))
        {
            problems.Add(Sentences.ScenarioAlarm(number, Shown(planned.Alarm)));
        }

        if (planned.Number is < 1 or > MaximumNumber)
        {
            problems.Add(Sentences.ScenarioNumber(number, $"{MaximumNumber}", $"{planned.Number}"));
        }

        if (planned.Value is { } value && !double.IsFinite(value))
        {
            problems.Add(Sentences.ScenarioValue(number));
        }
    }

    private static HashSet<string> AlarmIdsOf(ContactCenterConfiguration configuration) =>
        [.. Monitoring.Catalog.CatalogOverrides.For(configuration).Definitions.Select(static definition => definition.Id)];

    private static void Word(string text, string member, List<string> problems)
    {
        if (!Name().IsMatch(text))
        {
            problems.Add(Sentences.ScenarioWord(member, Shown(text)));
        }
    }

    private static string Shown(string text) => CleanText.Line(text, 60);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("^[a-z]{2}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Language();
}
