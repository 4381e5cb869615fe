namespace ContactCenter.Core.Monitoring.Triage;

/// <summary>How far an alarm's value is beyond its threshold.</summary>
internal static class Breach
{
    /// <summary>Without a value of the catalog, so many times the threshold counts as severe.</summary>
    private const double SevereFactor = 2;

    public static bool IsSevere(AlarmChange change, AlarmDefinition? definition)
    {
        if (change.State != AlarmState.Alarm || change.Value is not { } value)
        {
            return false;
        }

        var below = IsBelow(change.Comparison ?? definition?.Comparison);
        if (definition?.Severe is { } severe)
        {
            return below ? value <= severe : value >= severe;
        }

        return (change.Threshold ?? StaticThreshold(definition)) is { } threshold && threshold > 0
            && (below ? value <= threshold / SevereFactor : value >= threshold * SevereFactor);
    }

    /// <summary>"6 min 12 s against a threshold of 2 min", or the best that can be said.</summary>
    public static string Size(AlarmChange change, AlarmDefinition? definition)
    {
        var scale = definition?.Scale ?? MetricScale.Count;
        var value = change.Value is { } known ? MetricText.Format(known, scale) : null;
        var threshold = (change.Threshold ?? StaticThreshold(definition)) is { } limit ? MetricText.Format(limit, scale) : null;
        return (value, threshold) switch
        {
            (not null, not null) => $"{value} against a threshold of {threshold}",
            (not null, null) => $"{value}, outside what is normal for this hour",
            (null, not null) => $"Beyond its threshold of {threshold}",
            _ => "Beyond its threshold",
        };
    }

    private static double? StaticThreshold(AlarmDefinition? definition) => definition is { AnomalyBand: null } ? definition.Threshold : null;

    private static bool IsBelow(AlarmComparison? comparison) =>
        comparison is AlarmComparison.LessThanThreshold or AlarmComparison.LessThanOrEqualToThreshold or AlarmComparison.LessThanLowerThreshold;
}
