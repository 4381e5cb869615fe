using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>
/// Moves the severe value of an alarm with its threshold, so that a center that promises more or less keeps the catalog's distance between
/// "beyond what was promised" and "so far beyond that it is one severity worse".
/// </summary>
internal static class SevereValue
{
    /// <summary>
    /// The severe value that goes with another threshold. By scale:
    /// <list type="bullet">
    /// <item>Counts, seconds, milliseconds and rates have no upper end: the ratio stays. A wait of 10 min on a promise of 2 min is 75 min
    /// on 15 min. From a threshold of 0 there is no ratio, so the distance stays.</item>
    /// <item>Shares (0 to 1, 0 to 100), scores (-1 to 1), and whatever is worse when smaller end somewhere: a ratio, or a distance, would
    /// lead beyond that end, where nothing is ever severe. So the part of the way from the threshold to the end stays: 95 % on 80 % leaves
    /// a quarter of the way, which is 97.5 % on 90 %.</item>
    /// </list>
    /// </summary>
    /// <param name="definition">The alarm with the threshold and the severe value that belong together.</param>
    /// <param name="threshold">The threshold that holds instead.</param>
    /// <returns>The severe value; null when the definition has none, or when nothing lies beyond the threshold.</returns>
    public static double? At(AlarmDefinition definition, double threshold)
    {
        if (definition.Severe is not { } severe || threshold == definition.Threshold)
        {
            return definition.Severe;
        }

        var moved = End(definition) switch
        {
            { } end when end == definition.Threshold => threshold + severe - definition.Threshold,
            { } end => end - ((end - threshold) * (end - severe) / (end - definition.Threshold)),
            null when definition.Threshold > 0 => severe * threshold / definition.Threshold,
            null => threshold + severe - definition.Threshold,
        };
        return IsBeyond(definition, moved, threshold) ? moved : null;
    }

    /// <summary>Whether a value is further out than a threshold.</summary>
    public static bool IsBeyond(AlarmDefinition definition, double severe, double threshold) =>
        definition.Comparison.IsBelow() ? severe < threshold : severe > threshold;

    /// <summary>Where the scale ends in the direction of a breach; null where it does not.</summary>
    private static double? End(AlarmDefinition definition) => (definition.Scale, definition.Comparison.IsBelow()) switch
    {
        (MetricScale.Score, true) => -1,
        (_, true) => 0,
        (MetricScale.Score or MetricScale.Fraction, false) => 1,
        (MetricScale.Percent, false) => 100,
        _ => null,
    };
}
