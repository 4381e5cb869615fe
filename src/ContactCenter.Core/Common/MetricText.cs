using System.Globalization;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Common;

/// <summary>Words values of metrics for people: 372 seconds are "6 min 12 s", 0.91 of a quota is "91 %".</summary>
public static class MetricText
{
    /// <summary>The value with its unit.</summary>
    public static string Format(double value, MetricScale scale) => scale switch
    {
        MetricScale.Fraction => $"{Number(value * 100)} %",
        MetricScale.Percent => $"{Number(value)} %",
        MetricScale.Seconds => Seconds(value),
        MetricScale.Milliseconds => value < 10_000 ? $"{Number(value)} ms" : Seconds(value / 1000),
        MetricScale.PerSecond => Sentences.PerSecond(Number(value)),
        _ => Number(value),
    };

    /// <summary>A length of time in the two largest units that matter.</summary>
    public static string Duration(TimeSpan span) => Seconds(span.TotalSeconds);

    private static string Seconds(double seconds)
    {
        var span = TimeSpan.FromSeconds(Math.Clamp(Math.Round(seconds), -1e9, 1e9));
        return span switch
        {
            { TotalSeconds: < 60 } => $"{Number(seconds)} s",
            { TotalHours: < 1 } => span.Seconds == 0 ? $"{span.Minutes} min" : $"{span.Minutes} min {span.Seconds} s",
            { TotalDays: < 1 } => span.Minutes == 0 ? $"{span.Hours} h" : $"{span.Hours} h {span.Minutes} min",
            _ => span.Hours == 0 ? $"{span.Days} d" : $"{span.Days} d {span.Hours} h",
        };
    }

    private static string Number(double value) => Math.Abs(value) switch
    {
        >= 1e12 => value.ToString("0.##e+0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("#,##0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),

        // adding zero turns the minus zero of a tiny negative value into zero
        _ => (Math.Round(value, 2, MidpointRounding.AwayFromZero) + 0.0).ToString("0.##", CultureInfo.InvariantCulture),
    };
}

/// <summary>
/// What a metric's numbers mean. Amazon Connect publishes some utilisations as 0 to 1 and others as 0 to 100;
/// a threshold on the wrong scale never fires, so the scale is part of the metric and thresholds are checked against it.
/// </summary>
public enum MetricScale
{
    /// <summary>A number of things, 0 or more.</summary>
    Count,

    /// <summary>A share written 0 to 1.</summary>
    Fraction,

    /// <summary>A share written 0 to 100.</summary>
    Percent,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Milliseconds.</summary>
    Milliseconds,

    /// <summary>Things per second.</summary>
    PerSecond,

    /// <summary>A score from -1 to 1.</summary>
    Score,
}
