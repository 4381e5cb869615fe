using ContactCenter.Capacity.Policies;
using ContactCenter.Capacity.Traces;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Capacity.Billing;

namespace ContactCenter.Capacity.Validation;

/// <summary>
/// What a trace costs at the least who knows its future and may turn some of it away: by five minutes, with the quota of decreases
/// whole for reads and whole for writes, and with updates that hold at once. Burst from one five minutes to the next is not in it, as
/// it is not in the oracle. A price of what is turned away is sought with which the cheapest capacities turn away so much (the
/// Lagrangian bound: no schedule that turns away as much or less is cheaper, whatever the price).
/// </summary>
public static class CostFloor
{
    private const int Slot = CheapestCapacity.SlotSeconds;
    private const int SlotsOfHour = 3600 / Slot;
    private const int Levels = 120;
    private const int Prices = 18;
    private const double MinimumPrice = 1e-9;
    private const double MaximumPrice = 1;

    /// <summary>Dollars of a table that nobody else scales.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="turnedAway">Units that may be turned away.</param>
    public static double Alone(Trace trace, double turnedAway) => Of(trace, turnedAway, static (means, at, units) => means[at] - units);

    /// <summary>
    /// Dollars of a table that target tracking scales: in the next five minutes the capacity is at least what tracks the units that were
    /// served, unless it was made smaller with a decrease that came to that too.
    /// </summary>
    /// <param name="trace">The trace.</param>
    /// <param name="turnedAway">Units that may be turned away.</param>
    /// <param name="target">What is tracked.</param>
    public static double Beside(Trace trace, double turnedAway, double target = 0.7) =>
        Of(trace, turnedAway, (means, at, units) => at == 0 ? 0 : means[at - 1] - (target * units));

    private static double Of(Trace trace, double turnedAway, Func<double[], int, double, double> away)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var parts = TracePart.Of(trace).SelectMany(static part => Enum.GetValues<CapacityKind>().Select(kind => (kind, Means: part[kind])))
            .ToList();
        var (low, high, floor) = (Math.Log(MinimumPrice), Math.Log(MaximumPrice), 0.0);
        for (var i = 0; i < Prices; i++)
        {
            var price = i == 0 ? MaximumPrice : Math.Exp((low + high) / 2);
            var (cost, turned) = (0.0, 0.0);
            foreach (var (kind, means) in parts)
            {
                var one = Cheapest(means, trace.Start, DynamoDbPrices.Default.UnitHour(kind), Limits.Minimum[kind], price, away);
                (cost, turned) = (cost + one.Cost, turned + one.TurnedAway);
            }

            floor = Math.Max(floor, cost + (price * (turned - turnedAway)));
            (low, high) = i == 0 ? (low, high) : turned > turnedAway ? (Math.Log(price), high) : (low, Math.Log(price));
        }

        return floor;
    }

    // Cheapest way through levels and credits, the price of what is turned away included; what is followed along is the cost without it.
    private static (double Cost, double TurnedAway) Cheapest(
        double[] means, DateTimeOffset start, double unitHour, long minimum, double price, Func<double[], int, double, double> away)
    {
        var levels = LevelsOf(means, minimum);
        var quota = DecreaseQuota.Default;
        var now = new Way[quota.Burst + 1, levels.Length];
        var next = new Way[quota.Burst + 1, levels.Length];
        Fill(now);
        for (var level = 0; level < levels.Length; level++)
        {
            now[quota.Burst, level] = default;
        }

        for (var at = 0; at < means.Length; at++)
        {
            Fill(next);
            var came = Came(start, at, quota.Burst);
            for (var credits = 0; credits <= quota.Burst; credits++)
            {
                var (left, lowered, best) = (Math.Min(quota.Burst, credits + came), Way.None, Way.None);
                for (var level = 0; level < levels.Length; level++)
                {
                    best = Way.Better(best, now[credits, level]);
                    next[left, level] = Way.Better(next[left, level], best);
                }

                for (var level = levels.Length - 1; level >= 0 && left > 0; level--)
                {
                    next[left - 1, level] = Way.Better(next[left - 1, level], lowered);
                    lowered = Way.Better(lowered, now[credits, level]);
                }
            }

            for (var level = 0; level < levels.Length; level++)
            {
                var dollars = unitHour * levels[level] / SlotsOfHour;
                var turned = Math.Max(0, away(means, at, levels[level])) * Slot;
                for (var credits = 0; credits <= quota.Burst; credits++)
                {
                    var way = next[credits, level];
                    now[credits, level] = new Way(way.Priced + dollars + (price * turned), way.Cost + dollars, way.TurnedAway + turned);
                }
            }
        }

        var end = Way.None;
        foreach (var way in now)
        {
            end = Way.Better(end, way);
        }

        return (end.Cost, end.TurnedAway);
    }

    private static int Came(DateTimeOffset start, int at, int all)
    {
        if (at == 0)
        {
            return 0;
        }

        var (before, then) = (start.AddSeconds((long)(at - 1) * Slot).UtcDateTime, start.AddSeconds((long)at * Slot).UtcDateTime);
        return then.Date > before.Date ? all : then.Hour - before.Hour;
    }

    // Each is as much above the one before: 4 % on a trace that goes up to a hundred times its least, of which a half is the mean error.
    private static double[] LevelsOf(double[] means, long minimum)
    {
        var most = Math.Max(minimum, 1.5 * means.Max());
        return [.. Enumerable.Range(0, Levels).Select(i => minimum * Math.Pow(most / minimum, i / (Levels - 1.0)))];
    }

    private static void Fill(Way[,] ways)
    {
        for (var credits = 0; credits < ways.GetLength(0); credits++)
        {
            for (var level = 0; level < ways.GetLength(1); level++)
            {
                ways[credits, level] = Way.None;
            }
        }
    }

    private readonly record struct Way(double Priced, double Cost, double TurnedAway)
    {
        public static Way None { get; } = new(double.PositiveInfinity, 0, 0);

        public static Way Better(in Way one, in Way other) => other.Priced < one.Priced ? other : one;
    }
}
