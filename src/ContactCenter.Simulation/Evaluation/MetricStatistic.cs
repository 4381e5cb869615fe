using System.Globalization;

namespace ContactCenter.Simulation.Evaluation;

/// <summary>How values of a period become one datapoint: a simple statistic or a percentile.</summary>
public readonly record struct MetricStatistic
{
    private const double NoPercentile = -1;

    private MetricStatistic(string name, double percentile)
    {
        Name = name;
        Percentile = percentile;
    }

    /// <summary>
    /// As CloudWatch writes it: <c>Sum</c>, <c>Average</c>, <c>Maximum</c>, <c>Minimum</c>, <c>SampleCount</c>, <c>p99</c>.
    /// </summary>
    public string Name { get; }

    /// <summary>The percentile from 0 to 100, when <see cref="IsPercentile"/>.</summary>
    public double Percentile { get; }

    /// <summary>True for a percentile, which needs every single value.</summary>
    public bool IsPercentile => Percentile >= 0;

    /// <summary>Reads a statistic's name.</summary>
    /// <exception cref="FormatException">It is none that CloudWatch alarms of this catalog use.</exception>
    public static MetricStatistic Parse(string name) => name switch
    {
        "Sum" or "Average" or "Maximum" or "Minimum" or "SampleCount" => new MetricStatistic(name, NoPercentile),
        ['p', .. var digits] when double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percentile)
            && percentile is > 0 and <= 100 => new MetricStatistic(name, percentile),
        _ =>
            throw new FormatException(
                $"\"{name}\" is no statistic; use Sum, Average, Maximum, Minimum, SampleCount or a percentile such as p99."),
    };
}
