using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Triage;

/// <summary>How far an alarm's value is beyond its threshold.</summary>
internal static class Breach
{
    /// <summary>
    /// Where the catalog names no severe value, so many times the threshold counts; of a metric that is not in it nothing is known.
    /// </summary>
    private const double SevereFactor = 2;

    public static bool IsSevere(AlarmChange change, AlarmDefinition? definition)
    {
        if (change.State != AlarmState.Alarm || change.Value is not { } value)
        {
            return false;
        }

        definition = OnSameScale(change, definition);
        var below = (change.Comparison ?? definition?.Comparison)?.IsBelow() ?? false;
        if (definition?.Severe is { } severe)
        {
            return below ? value <= severe : value >= severe;
        }

        return definition is not null && Threshold(change, definition) is { } threshold && threshold > 0
            && (below ? value <= threshold / SevereFactor : value >= threshold * SevereFactor);
    }

    /// <summary>"6 min 12 s against a threshold of 2 min", or the best that can be said.</summary>
    public static string Size(AlarmChange change, AlarmDefinition? definition)
    {
        definition = OnSameScale(change, definition);
        var scale = definition?.Scale ?? MetricScale.Count;
        var value = change.Value is { } known ? MetricText.Format(known, scale) : null;
        var threshold = change.Threshold is { } limit ? MetricText.Format(limit, scale) : null;
        return (value, threshold) switch
        {
            (not null, not null) => Sentences.SizeAgainst(BreachUnit.Of(value, definition), threshold),
            (not null, null) when change.Kind == AlarmKind.AnomalyDetection => Sentences.SizeUnusual(BreachUnit.Of(value, definition)),
            (not null, null) => Sentences.SizeBeyond(BreachUnit.Of(value, definition)),
            (null, not null) => Sentences.SizeBeyondOf(threshold),
            _ => Sentences.SizeUnknown,
        };
    }

    /// <summary>
    /// An alarm of others on the plain metric, or on a query over it, that a definition reads within an expression compares counts where
    /// the definition compares a share: what the definition says about values does not hold for it.
    /// </summary>
    public static AlarmDefinition? OnSameScale(AlarmChange change, AlarmDefinition? definition) =>
        definition is { Expression: not null, IsInHours: false, Scale: not MetricScale.Count, Metrics.Count: > 1 }
            && (change.Kind == AlarmKind.Metric || change.Metrics.Count == 1)
            ? null
            : definition;

    /// <summary>
    /// What a breach is measured by. An anomaly alarm has a band in place of a threshold, whatever the definition of its metric says; the
    /// catalog's threshold stands in for one that is not told, and is never shown as the alarm's own.
    /// </summary>
    private static double? Threshold(AlarmChange change, AlarmDefinition? definition) =>
        change.Threshold
            ?? (change.Kind != AlarmKind.AnomalyDetection && definition is { AnomalyBand: null } ? definition.Threshold : null);
}
