namespace ContactCenter.Capacity.Traces;

/// <summary>
/// Kinds of traffic that the recorded traces and the shapes do not have, seeded, each count a read and a write: what a planner that was
/// written beside the others has not seen.
/// </summary>
public static class TrafficKinds
{
    private const int Hour = 3600;
    private const int Day = 24 * Hour;
    private const int HalfHour = 1800;
    private const int OpensAt = 8;
    private const int ClosesAt = 18;

    /// <summary>All kinds.</summary>
    /// <param name="days">Days of each; the weekly closing always has nine, so that a weekend is behind it.</param>
    /// <param name="seed">Seed of every random draw.</param>
    public static IEnumerable<Trace> All(int days, int seed)
    {
        yield return BurstyWeb(6, days, seed);
        yield return BurstyWeb(60, days, seed + 1);
        yield return CalmDaily(8, days, seed + 2);
        yield return CalmDaily(320, days, seed + 3);
        yield return RegimeChanges(50, days, seed + 4);
        yield return SparseSpikes(80, days, seed + 5);
        yield return Ramps(40, days, seed + 6);
        yield return HeavyTailed(40, days, seed + 7);
        yield return WeeklyClosing(60, seed + 8);
        yield return HourlyBatches(20, days, seed + 9);
    }

    // Web requests by the second: a page brings its pictures with it, visitors come in waves of seconds, minutes and hours, and half as
    // many come by night.
    private static Trace BurstyWeb(int units, int days, int seed)
    {
        var random = new Random(seed);
        (double Seconds, double Deviation)[] waves = [(8, 0.35), (60, 0.35), (600, 0.25), (2 * Hour, 0.2)];
        var logs = new double[waves.Length];
        var counts = new int[days * Day];
        for (var second = 0; second < counts.Length; second++)
        {
            var log = 0.0;
            for (var i = 0; i < waves.Length; i++)
            {
                var keeps = Math.Exp(-1 / waves[i].Seconds);
                logs[i] = (keeps * logs[i]) + (waves[i].Deviation * Math.Sqrt(1 - (keeps * keeps)) * Normal(random));
                log += logs[i] - (waves[i].Deviation * waves[i].Deviation / 2);
            }

            var daily = 0.75 - (0.35 * Math.Cos(2 * Math.PI * second / Day));
            for (var page = Arrivals.Poisson(random, units * daily * Math.Exp(log) / 4); page > 0; page--)
            {
                counts[second] += 1 + (int)(Math.Log(1 - random.NextDouble()) / Math.Log(0.75));
            }
        }

        return Both($"bursty-web-{units}", counts);
    }

    // A town's day: low at night, two humps, told by the half hour, hardly any noise.
    private static Trace CalmDaily(int units, int days, int seed)
    {
        var random = new Random(seed);
        var levels = Enumerable.Range(0, days * 48).Select(slot =>
        {
            var hour = slot % 48 / 2.0;
            var humps = 0.25 + (1.1 * Bell(hour, 8.5, 3)) + (0.5 * Bell(hour, 13.5, 4)) + (1.35 * Bell(hour, 19, 3.5))
                + (0.7 * Bell(hour, -3, 3));
            return units * humps * Math.Exp(0.04 * Normal(random));
        }).ToArray();
        return Both($"calm-daily-{units}", Arrivals.Draw(days * Day, seed, s => levels[s / HalfHour]));
    }

    // Every few hours another level, and nothing tells when.
    private static Trace RegimeChanges(int units, int days, int seed)
    {
        var random = new Random(seed);
        var levels = new double[days * Day];
        for (var at = 0; at < levels.Length;)
        {
            var until = Math.Min(levels.Length, at + (int)(Hour * (2 + (8 * random.NextDouble()))));
            Array.Fill(levels, units * Math.Exp(0.8 * Normal(random)), at, until - at);
            at = until;
        }

        return Both($"regimes-{units}", Arrivals.Draw(levels.Length, seed, s => levels[s]));
    }

    // Nearly nothing, and a few times a day minutes of a hundred times as much.
    private static Trace SparseSpikes(int units, int days, int seed)
    {
        var random = new Random(seed);
        var spikes = Enumerable.Range(0, 5 * days).Select(_ => (
            At: random.Next(Hour, (days * Day) - Hour),
            For: 60 * Math.Pow(15, random.NextDouble()),
            Height: units * Math.Pow(4, random.NextDouble() - 0.5))).ToArray();
        return Both(
            $"sparse-spikes-{units}",
            Arrivals.Draw(days * Day, seed, s => spikes.Where(x => s >= x.At && s < x.At + x.For).Sum(x => x.Height) + 0.7));
    }

    // Up for an hour or four, and down again, each time to another height.
    private static Trace Ramps(int units, int days, int seed)
    {
        var random = new Random(seed);
        var levels = new double[days * Day];
        for (var (at, low) = (0, (double)units); at < levels.Length;)
        {
            var (up, down) = ((int)(Hour * (1 + (3 * random.NextDouble()))), (int)(Hour * (1 + (3 * random.NextDouble()))));
            var (high, next) = (units * (2 + (6 * random.NextDouble())), units * (0.5 + random.NextDouble()));
            for (var second = 0; second < up + down && at < levels.Length; second++)
            {
                levels[at++] = second < up
                    ? low + ((high - low) * second / up)
                    : high + ((next - high) * (second - up) / down);
            }

            low = next;
        }

        return Both($"ramps-{units}", Arrivals.Draw(levels.Length, seed, s => levels[s]));
    }

    // Sessions whose length has no typical size (Pareto, 1.3): the sum of them is as rough over hours as over minutes.
    private static Trace HeavyTailed(int units, int days, int seed)
    {
        const double Tail = 1.3;
        const double MinimumSeconds = 5;
        var random = new Random(seed);
        var changes = new double[(days * Day) + 1];
        var rate = units / 2.0 / (MinimumSeconds * Tail / (Tail - 1));
        for (var second = 0; second < days * Day; second++)
        {
            for (var begun = Arrivals.Poisson(random, rate); begun > 0; begun--)
            {
                var (size, length) = (0.5 + Pareto(random, 0.5, 1.7, 40), Pareto(random, MinimumSeconds, Tail, 6 * Hour));
                changes[second] += size;
                changes[Math.Min(days * Day, second + (int)length)] -= size;
            }
        }

        var level = 0.0;
        return Both($"heavy-tailed-{units}", Arrivals.Draw(days * Day, seed, s => Math.Max(0, level += changes[s])));
    }

    // An office: closed at night and on Saturday and Sunday, and on the dot there again.
    private static Trace WeeklyClosing(int units, int seed) => Both(
        $"weekly-closing-{units}",
        Arrivals.Draw(9 * Day, seed, s =>
            s / Day % 7 < 5 && s % Day is >= OpensAt * Hour and < ClosesAt * Hour
                ? units * (1 + (0.5 * Math.Sin(Math.PI * ((s % Day) - (OpensAt * Hour)) / (5.0 * Hour))))
                : 0));

    // Jobs at each full hour, some minutes of eight times the level.
    private static Trace HourlyBatches(int units, int days, int seed)
    {
        var random = new Random(seed);
        var minutes = Enumerable.Range(0, days * 24).Select(_ => 3 + (9 * random.NextDouble())).ToArray();
        return Both(
            $"hourly-batches-{units}",
            Arrivals.Draw(days * Day, seed, s => s % Hour < 60 * minutes[s / Hour] ? 8 * units : units));
    }

    private static Trace Both(string name, int[] counts) => new(name, counts, counts);

    private static double Bell(double at, double middle, double width) =>
        Gauss(at - middle, width) + Gauss(at - middle - 24, width);

    private static double Gauss(double away, double width) => Math.Exp(-away * away / (2 * width * width));

    private static double Pareto(Random random, double minimum, double tail, double maximum) =>
        Math.Min(maximum, minimum / Math.Pow(1 - random.NextDouble(), 1 / tail));

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
