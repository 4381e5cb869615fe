namespace ContactCenter.Capacity.Traces;

/// <summary>The same trace as another: larger or smaller, with its days in another order, or faster and slower in turn.</summary>
public static class TraceChanges
{
    private const int Day = 86_400;
    private const double Warp = 0.35;
    private const int WarpPeriod = 5 * 3600;

    /// <summary>Each unit is so many; of less than one, so many in the mean.</summary>
    public static Trace Scaled(Trace trace, double times, int seed)
    {
        var random = new Random(seed);
        return Changed(trace, $"{trace.Name}-times-{times.ToString(System.Globalization.CultureInfo.InvariantCulture)}", Times);

        int[] Times(int[] units)
        {
            var scaled = new int[units.Length];
            for (var second = 0; second < units.Length; second++)
            {
                var exact = units[second] * times;
                var whole = (int)exact;
                scaled[second] = whole + (random.NextDouble() < exact - whole ? 1 : 0);
            }

            return scaled;
        }
    }

    /// <summary>Whole days in another order; what is left of the last stays where it is.</summary>
    public static Trace Shuffled(Trace trace, int seed)
    {
        var order = Enumerable.Range(0, trace.Seconds / Day).ToArray();
        new Random(seed).Shuffle(order);
        return Changed(trace, $"{trace.Name}-shuffled", units =>
        {
            var days = (int[])units.Clone();
            for (var day = 0; day < order.Length; day++)
            {
                Array.Copy(units, order[day] * Day, days, day * Day, Day);
            }

            return days;
        });
    }

    /// <summary>Time runs up to a third faster and slower, so that no hour is where it was.</summary>
    public static Trace Warped(Trace trace) => Changed(trace, $"{trace.Name}-warped", units =>
    {
        var warped = new int[units.Length];
        for (var second = 0; second < units.Length; second++)
        {
            var from = second + (Warp * WarpPeriod / (2 * Math.PI) * Math.Sin(2 * Math.PI * second / WarpPeriod));
            warped[second] = units[Math.Clamp((int)from, 0, units.Length - 1)];
        }

        return warped;
    });

    private static Trace Changed(Trace trace, string name, Func<int[], int[]> change)
    {
        var reads = change(trace.Reads);
        return trace with
        {
            Name = name,
            Kind = $"{trace.Kind}, changed",
            Reads = reads,
            Writes = ReferenceEquals(trace.Reads, trace.Writes) ? reads : change(trace.Writes),
            Hot = null,
        };
    }
}
