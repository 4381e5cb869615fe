namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>One CloudWatch metric with the statistic and period at which it is read.</summary>
public sealed record MetricSource
{
    /// <summary>The id by which a math expression names it (<c>m1</c>).</summary>
    public string Id { get; init; } = "m1";

    /// <summary>The account that the metric is in, where that is told and another than the alarm's may be; else null.</summary>
    public string? AccountId { get; init; }

    /// <summary>CloudWatch namespace, such as <c>AWS/Connect</c>.</summary>
    public required string Namespace { get; init; }

    /// <summary>Metric name.</summary>
    public required string Name { get; init; }

    /// <summary>The complete dimension set: CloudWatch finds a metric only when the set matches exactly.</summary>
    public required IReadOnlyList<MetricDimension> Dimensions { get; init; }

    /// <summary>
    /// <c>Sum</c>, <c>Average</c>, <c>Maximum</c>, <c>Minimum</c>, <c>SampleCount</c> or a percentile such as <c>p99</c>.
    /// </summary>
    public required string Statistic { get; init; }

    /// <summary>Length of one datapoint; a multiple of a minute.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromMinutes(1);
}

/// <summary>
/// One dimension of a metric. In the catalog the value may hold a placeholder in braces (<c>{instance}</c>, <c>{queue}</c> …)
/// that is bound when the definition meets a configuration; in a received alarm it is the literal value.
/// </summary>
/// <param name="Name">Exact CloudWatch dimension name; some contain spaces (<c>Instance ID</c>).</param>
/// <param name="Value">Literal value, or a text with placeholders.</param>
public readonly record struct MetricDimension(string Name, string Value);
