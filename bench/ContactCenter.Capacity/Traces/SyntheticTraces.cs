namespace ContactCenter.Capacity.Traces;

/// <summary>Shapes that every scaler meets one day. Reads come at twice the rate of writes; arrivals are Poisson.</summary>
public static class SyntheticTraces
{
    private const int Hour = 3600;
    private const int Day = 24 * Hour;

    // Below this a single key stays within one partition's limits.
    private const int MinimumForHotKey = 1000;

    /// <summary>All shapes at one size: <paramref name="units"/> is the usual level of reads per second.</summary>
    public static IEnumerable<Trace> All(int units, int seed)
    {
        yield return Make("step", Day, units, seed, s => s < 6 * Hour ? 1 : 4);
        yield return Make("ramp", Day, units, seed + 1, Ramp);
        yield return Make("spikes", 2 * Day, units, seed + 2, Spikes(seed + 2, 2 * Day));
        yield return Make("flash-crowd", Day, units, seed + 3, FlashCrowd);
        yield return Make("daily-missing-night", 5 * Day, units, seed + 4, DailyCycle);
        if (units >= MinimumForHotKey)
        {
            yield return HotKey(units, seed + 5);
        }

        yield return ByIndex(units, seed + 6);
    }

    private static Trace Make(string name, int seconds, int units, int seed, Func<int, double> level) => new(
        $"{name}-{units}",
        Arrivals.Draw(seconds, seed, s => units * level(s)),
        Arrivals.Draw(seconds, seed + 1000, s => units * level(s) / 2));

    // Two hours up to fifteen times the level, four hours there, two hours down.
    private static double Ramp(int second)
    {
        var hours = second / (double)Hour;
        return hours < 6 ? 1 : hours < 8 ? 1 + (7 * (hours - 6)) : hours < 12 ? 15 : hours < 14 ? 15 - (7 * (hours - 12)) : 1;
    }

    // Spikes at random times; length (two minutes to an hour) and height (twice to twenty times the level) have no typical size.
    private static Func<int, double> Spikes(int seed, int seconds)
    {
        var random = new Random(seed);
        var spikes = Enumerable.Range(0, 16)
            .Select(_ => (
                At: random.Next(Hour, seconds - (2 * Hour)),
                For: 120 * Math.Pow(30, random.NextDouble()),
                Height: 2 * Math.Pow(10, random.NextDouble())))
            .ToArray();
        return s => spikes.Where(x => s >= x.At && s < x.At + x.For).Select(x => x.Height).DefaultIfEmpty(1).Max();
    }

    // Twenty times the level within a minute, and half of it gone every twenty minutes.
    private static double FlashCrowd(int second)
    {
        var since = second - (8 * Hour);
        return since < 0 ? 1 : since < 60 ? 1 + (19 * since / 60.0) : 1 + (19 * Math.Pow(0.5, (since - 60) / 1200.0));
    }

    // Nights at a tenth of the day; in the third night the traffic does not go away.
    private static double DailyCycle(int second)
    {
        var phase = 2 * Math.PI * (second % Day) / Day;
        var level = 0.55 - (0.45 * Math.Cos(phase));
        return second / Day is 2 && second % Day < 6 * Hour ? Math.Max(level, 0.55) : level;
    }

    // A table with two indexes: nearly every write reaches the first, few queries do, and half of its load is one key's; the second is
    // sparse and carries more queries than the table has reads.
    private static Trace ByIndex(int units, int seed) => Make("index", 3 * Day, units, seed, Campaigns) with
    {
        Indexes = [new TraceIndex("by-queue", 0.2, 0.9, 0.5), new TraceIndex("by-phone", 1.5, 0.1, 0)],
    };

    // Days as they are, and on the second and third, at another time, two hours of a campaign that begins within five minutes: four times
    // the level.
    private static double Campaigns(int second)
    {
        var since = second - (second < 2 * Day ? Day + (10 * Hour) : (2 * Day) + (15 * Hour));
        var campaign = since is < 0 or >= 2 * Hour ? 1 : 1 + (3 * Math.Min(1, since / 300.0));
        return DailyCycle(second % (2 * Day)) * campaign;
    }

    // For an hour four times as much is asked for, nine tenths of it from one key; before and after the load is even.
    private static Trace HotKey(int units, int seed)
    {
        var trace = Make("hot-key", Day, units, seed, s => s is >= 8 * Hour and < 9 * Hour ? 4 : 1);
        var hot = new float[trace.Seconds];
        Array.Fill(hot, 0.9f, 8 * Hour, Hour);
        return trace with { Hot = hot };
    }
}
