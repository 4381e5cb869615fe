using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Core.Tests.Remediation.Capacity;

/// <summary>Builds table states from what is asked for per second.</summary>
internal static class TableStates
{
    public static readonly DateTimeOffset Now = new(2026, 1, 7, 12, 0, 20, TimeSpan.Zero);

    public static CapacityLimits Limits { get; } = new() { Minimum = new Throughput(5, 5), Maximum = new Throughput(5000, 5000) };

    /// <summary>A table whose reads were served as asked, up to its capacity; the rest was turned away for a cause.</summary>
    public static TableState Table(
        long provisioned, double[] readsPerSecond, ThrottleCause cause = ThrottleCause.ProvisionedThroughput, DateTimeOffset? now = null)
    {
        var at = now ?? Now;
        return new TableState
        {
            Name = "customers",
            ReadAt = at,
            Resources =
            [
                new CapacityResource
                {
                    Provisioned = new Throughput(provisioned, 5),
                    Warm = new Throughput(40_000, 40_000),
                    Reads = Minutes(provisioned, readsPerSecond, cause, at),
                    Writes = Minutes(5, [.. readsPerSecond.Select(_ => 1.0)], cause, at),
                },
            ],
        };
    }

    public static TableState With(this TableState state, Func<CapacityResource, CapacityResource> change) =>
        state with { Resources = [change(state.Resources[0]), .. state.Resources.Skip(1)] };

    public static CapacityMinute[] Minutes(double provisioned, double[] perSecond, ThrottleCause cause, DateTimeOffset now)
    {
        // The newest minute ended a minute and twenty seconds ago.
        var first = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero).AddMinutes(-1 - perSecond.Length);
        return [.. perSecond.Select((demand, i) =>
        {
            var served = Math.Min(demand, provisioned);
            var away = new ThrottleCounts(0, 0, 0, 0, 60 * (demand - served)).Explain(cause);
            return new CapacityMinute(first.AddMinutes(i), 60 * served, 60 * served, provisioned, away);
        })];
    }

    public static double[] Level(double perSecond, int minutes = 60) => [.. Enumerable.Repeat(perSecond, minutes)];
}
