using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Capacity.Policies;

/// <summary>The same limits for every policy.</summary>
public static class Limits
{
    public static Throughput Minimum { get; } = new(5, 5);

    public static Throughput Maximum { get; } = new(40_000, 40_000);

    /// <summary>Seconds from a metric's arrival until an alarm on it has called somebody.</summary>
    public const int AlarmSeconds = 10;

    public static long Clamp(double units, CapacityKind kind) =>
        (long)Math.Clamp(Math.Ceiling(units), Minimum[kind], Maximum[kind]);
}
