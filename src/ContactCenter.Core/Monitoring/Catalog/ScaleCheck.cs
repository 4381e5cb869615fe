using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;

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
            _ when !double.IsFinite(value) => "a number",
            MetricScale.Fraction when value is <= 0 or > 1 =>
                $"{metric} runs from 0 to "
                    + $"1{(value is > 1 and <= 100 ? string.Create(CultureInfo.InvariantCulture, $"; {value} % is written {value / 100}") : "")}",
            MetricScale.Percent when value is > 0 and < 1 =>
                string.Create(CultureInfo.InvariantCulture, $"{metric} runs from 0 to 100; {value * 100} % is written {value * 100}"),
            MetricScale.Percent when value is < 0 or > 100 => $"{metric} runs from 0 to 100",
            MetricScale.Score when value is < -1 or > 1 => $"{metric} runs from -1 to 1",
            MetricScale.Count or MetricScale.Seconds or MetricScale.Milliseconds or MetricScale.PerSecond when value < 0 =>
                $"{metric} is never below 0",
            _ => null,
        };
    }
}
