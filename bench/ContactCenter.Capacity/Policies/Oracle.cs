using ContactCenter.Capacity.Traces;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Simulation.DynamoDb;

namespace ContactCenter.Capacity.Policies;

/// <summary>
/// Knows the future: the cheapest capacities that carry the trace, found by dynamic programming over five-minute slots under the real
/// decrease quota. Its updates hold at once. Between two decreases the cheapest capacity is the highest demand so far, so only the
/// moments of the decreases have to be chosen.
/// </summary>
public sealed class Oracle : IPolicy
{
    private const int Slot = 300;
    private const int MaximumStretch = 24 * 12;
    private const int Refinements = 6;
    private const double PartitionReads = 3000;
    private const double PartitionWrites = 1000;

    private Plan[] _plans = [];

    public string Name => "oracle";

    public SimulatedTableOptions Prepare(Trace trace, SimulatedTableOptions options)
    {
        var instant = options with { UpdateSeconds = 0, GrowSeconds = 0 };
        _plans = [new Plan(trace, null), .. trace.Indexes.Select(index => new Plan(trace, index))];
        for (var round = 0; ; round++)
        {
            foreach (var plan in _plans)
            {
                plan.Schedule(trace.Start);
            }

            var prepared = instant with
            {
                Provisioned = _plans[0].Slots[0],
                Indexes = trace.Provision(index => _plans.First(plan => plan.Part == index.Name).Slots[0]),
            };
            if (round == Refinements || !Strengthen(trace, prepared))
            {
                return prepared;
            }
        }
    }

    public void Before(long second, SimulatedTable table)
    {
        if (second % Slot != 0)
        {
            return;
        }

        // The table and its indexes have decreases of their own, so each plan is good by itself; they change in one update.
        var update = new TableUpdate();
        foreach (var plan in _plans.Where(plan => plan.Slots[second / Slot] != table.Provisioned(plan.Part)))
        {
            update = update.With(plan.Part, plan.Slots[second / Slot]);
        }

        if (!update.IsEmpty)
        {
            _ = table.Update(second, update);
        }
    }

    // Plays the schedule; slots in which capacity was short get 3 % more. False when none was.
    private bool Strengthen(Trace trace, SimulatedTableOptions options)
    {
        var table = new SimulatedTable(options);
        for (var second = 0; second < trace.Seconds; second++)
        {
            Before(second, table);
            _ = table.Step(second, trace.At(second));
        }

        var changed = false;
        foreach (var plan in _plans)
        {
            var minutes = table.Minutes(plan.Part);
            for (var i = 0; i < minutes.Count; i++)
            {
                changed |= Grow(plan.Reads, i * 60 / Slot, minutes[i].Reads) | Grow(plan.Writes, i * 60 / Slot, minutes[i].Writes);
            }
        }

        return changed;
    }

    private static bool Grow(double[] means, int slot, in CapacityMinute minute)
    {
        if (minute.Throttled.ProvisionedThroughput <= 0)
        {
            return false;
        }

        means[slot] = Math.Max(means[slot] * 1.03, means[slot] + (minute.Throttled.ProvisionedThroughput / Slot));
        return true;
    }

    private static Throughput[] Cheapest(double[] reads, double[] writes, DateTimeOffset start)
    {
        var (prices, slots, credits) = (DynamoDbPrices.Default, reads.Length, DecreaseQuota.Default.Burst);
        var best = new double[slots + 1, credits + 1];
        var from = new (int Slot, int Credits)[slots + 1, credits + 1];
        for (var i = 0; i <= slots; i++)
        {
            for (var c = 0; c <= credits; c++)
            {
                best[i, c] = double.PositiveInfinity;
            }
        }

        best[0, credits] = 0;
        for (var i = 0; i < slots; i++)
        {
            var (mostReads, mostWrites, cost) = ((double)Limits.Minimum.Reads, (double)Limits.Minimum.Writes, 0.0);
            for (var j = i + 1; j <= Math.Min(slots, i + MaximumStretch); j++)
            {
                mostReads = Math.Max(mostReads, Math.Ceiling(reads[j - 1]));
                mostWrites = Math.Max(mostWrites, Math.Ceiling(writes[j - 1]));
                cost += (mostReads * prices.ReadUnitHour) + (mostWrites * prices.WriteUnitHour);
                for (var c = 0; c <= credits; c++)
                {
                    var left = j == slots ? c : Later(c, i, j, start, credits) - 1;
                    if (left >= 0 && best[i, c] + cost < best[j, left])
                    {
                        best[j, left] = best[i, c] + cost;
                        from[j, left] = (i, c);
                    }
                }
            }
        }

        return Follow(reads, writes, best, from);
    }

    // Credits at slot j when c were left at slot i: one more each full hour of the clock, all of them at midnight.
    private static int Later(int c, int i, int j, DateTimeOffset start, int most)
    {
        var (then, now) = (start.AddSeconds((long)i * Slot), start.AddSeconds((long)j * Slot));
        return now.UtcDateTime.Date > then.UtcDateTime.Date
            ? most
            : Math.Min(most, c + now.UtcDateTime.Hour - then.UtcDateTime.Hour);
    }

    private static Throughput[] Follow(double[] reads, double[] writes, double[,] best, (int Slot, int Credits)[,] from)
    {
        var capacities = new Throughput[reads.Length];
        var at = (Slot: reads.Length, Credits: Enumerable.Range(0, best.GetLength(1)).MinBy(c => best[reads.Length, c]));
        while (at.Slot > 0)
        {
            var before = from[at.Slot, at.Credits];
            var capacity = Limits.Minimum;
            for (var slot = before.Slot; slot < at.Slot; slot++)
            {
                capacity = Throughput.Max(capacity, new Throughput((long)Math.Ceiling(reads[slot]), (long)Math.Ceiling(writes[slot])));
                capacities[slot] = capacity;
            }

            at = before;
        }

        return capacities;
    }

    private sealed class Plan(Trace trace, TraceIndex? index)
    {
        public string? Part => index?.Name;

        public double[] Reads { get; } = Means(trace, trace.Reads, index?.ReadsPerRead ?? 1, index, PartitionReads);

        public double[] Writes { get; } = Means(trace, trace.Writes, index?.WritesPerWrite ?? 1, index, PartitionWrites);

        public Throughput[] Slots { get; private set; } = [];

        public void Schedule(DateTimeOffset start) => Slots = Cheapest(Reads, Writes, start);

        // The mean of a slot is enough, because burst carries what is above it; what a hot key is refused anyway is not paid for.
        private static double[] Means(Trace trace, int[] units, double times, TraceIndex? index, double partition)
        {
            var means = new double[(trace.Seconds + Slot - 1) / Slot];
            for (var second = 0; second < units.Length; second++)
            {
                var hot = units[second] * times * (index?.HotShare ?? trace.Hot?[second] ?? 0);
                means[second / Slot] += ((units[second] * times) - hot + Math.Min(hot, partition)) / Slot;
            }

            return means;
        }
    }
}
