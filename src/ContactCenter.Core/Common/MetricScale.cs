namespace ContactCenter.Core.Common;

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
