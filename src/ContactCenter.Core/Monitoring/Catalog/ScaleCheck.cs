using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>Whether a value can stand on the scale of an alarm's metric.</summary>
public static class ScaleCheck
{
    /// <summary>What would be right, or null where the value can stand there.</summary>
    /// <param name="definition">The alarm.</param>
    /// <param name="value">The value, such as a threshold.</param>
    public static string? Refusal(AlarmDefinition definition, double value)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var metric = $"{definition.Metrics[0].Namespace} {definition.Metrics[0].Name}";
        return definition.Scale switch
        {
            _ when !double.IsFinite(value) => Sentences.ANumber,
            MetricScale.Fraction when value is > 1 and <= 100 => Sentences.FractionWritten(metric, Number(value), Number(value / 100)),
            MetricScale.Fraction when value is <= 0 or > 1 => Sentences.FractionScale(metric),
            MetricScale.Percent when value is > 0 and < 1 =>
                Sentences.PercentWritten(metric, Number(value * 100)),
            MetricScale.Percent when value is < 0 or > 100 => Sentences.PercentScale(metric),
            MetricScale.Score when value is < -1 or > 1 => Sentences.ScoreScale(metric),
            MetricScale.Count or MetricScale.Seconds or MetricScale.Milliseconds or MetricScale.PerSecond when value < 0 =>
                Sentences.NeverBelow(metric),
            _ => null,
        };
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
