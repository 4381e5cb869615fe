using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Account;

/// <summary>
/// Whether what alarms read is published. CloudWatch lists a series only after its first datapoint, and forgets it after two weeks, so
/// absence proves nothing by itself. It is told in two cases: the metric is published for the same thing under another dimension set, or it
/// is published always while the thing is in use, and the thing is in use. Missing data must not pass for health there.
/// </summary>
internal static class SeriesCheck
{
    private const string Check = "metrics";

    /// <summary>How it is read or written, not what is measured.</summary>
    private const string WayOfInput = "InputMode";

    public static IEnumerable<AccountFinding> Find(ContactCenterConfiguration configuration, AccountReading reading)
    {
        if (reading.Series is not { } all)
        {
            return [];
        }

        BoundAlarm[] alarms = [.. AlarmPlan.For(configuration)];
        var published = all
            .Select(static series => Key(series.Namespace, series.Name, series.Dimensions))
            .ToHashSet(StringComparer.Ordinal);
        var read = alarms.SelectMany(static alarm => alarm.Metrics).Select(Key).ToHashSet(StringComparer.Ordinal);
        var byNamespace = all.ToLookup(static series => series.Namespace, StringComparer.Ordinal);
        return alarms
            .SelectMany(static alarm => alarm.Metrics, static (alarm, metric) => (alarm, metric))
            .Where(pair => !published.Contains(Key(pair.metric)))
            .DistinctBy(pair => (pair.alarm.Name, Key(pair.metric)))
            .Select(pair => Tell(pair.alarm, pair.metric, byNamespace[pair.metric.Namespace], read, reading))
            .OfType<AccountFinding>();
    }

    private static AccountFinding? Tell(
        BoundAlarm alarm, MetricSource metric, IEnumerable<PublishedSeries> candidates, HashSet<string> read, AccountReading reading)
    {
        var alike = candidates.Where(series => IsOfSameThing(series, metric)).ToArray();
        var elsewhere = alike.Where(series => series.Name == metric.Name).ToArray();

        // where another alarm reads what is published, this one watches the place that nobody knew to be empty
        if (elsewhere.Length > 0)
        {
            return elsewhere.Any(series => read.Contains(Key(series.Namespace, series.Name, series.Dimensions)))
                ? null
                : AccountFinding.Of(
                    Check,
                    Sentences.WhatAlarm(alarm.Name),
                    it => Sentences.FoundOtherDimensions(it, metric.Name, Text(metric.Dimensions), Text(elsewhere[0].Dimensions)),
                    Sentences.RightTellMakers);
        }

        return AlwaysPublished.Metrics.Contains((metric.Namespace, metric.Name)) && IsInUse()
            ? AccountFinding.Of(
                AccountCheck.Samples,
                Sentences.WhatAlarm(alarm.Name),
                it => Sentences.FoundNoSample(it, metric.Name, alarm.Resource),
                Sentences.RightListMetrics(metric.Namespace))
            : null;

        // what this system tells of itself it tells from its deployment on; an external system is asked once there are contacts
        bool IsInUse() => metric.Namespace != OwnMetricNames.Namespace
            ? alike.Length > 0
            : reading.Alarms?.Any(deployed => deployed.Name == alarm.Name) == true
                && (alarm.Definition.Scope != AlarmScope.Api || reading.Series!.Any(static series => series.Namespace == "AWS/Connect"));
    }

    /// <summary>Every dimension that both have is equal, and they have at least one; series without any are of the account.</summary>
    private static bool IsOfSameThing(PublishedSeries series, MetricSource metric)
    {
        if (metric.Dimensions.Count == 0)
        {
            return series.Dimensions.Count == 0;
        }

        var wanted = metric.Dimensions.Where(static dimension => dimension.Name != WayOfInput).ToArray();
        return wanted.Length > 0 && wanted.All(dimension => series.Dimensions.Contains(dimension))
            && series.Dimensions.All(dimension => dimension.Name == WayOfInput || wanted.Contains(dimension) || series.Name == metric.Name);
    }

    private static string Key(MetricSource metric) => Key(metric.Namespace, metric.Name, metric.Dimensions);

    private static string Key(string @namespace, string name, IEnumerable<MetricDimension> dimensions) =>
        $"{@namespace}\n{name}\n{string.Join('\n', Words(dimensions))}";

    private static string Text(IEnumerable<MetricDimension> dimensions) =>
        string.Join(", ", Words(dimensions)) is { Length: > 0 } text ? text : Sentences.NoDimension;

    private static IEnumerable<string> Words(IEnumerable<MetricDimension> dimensions) =>
        dimensions.Select(static each => $"{each.Name}={each.Value}").Order(StringComparer.Ordinal);
}
