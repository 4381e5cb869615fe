namespace ContactCenter.Core.Remediation.Capacity.Billing;

/// <summary>
/// The cheapest capacities that carry a demand that is known from end to end, found by dynamic programming over five minutes under the
/// quota of decreases: no planner can be cheaper and turn nothing away. Between two decreases the cheapest capacity is the highest demand
/// so far, so only the moments of the decreases have to be chosen.
/// </summary>
public static class CheapestCapacity
{
    /// <summary>Length of one slot; burst carries what is above its mean.</summary>
    public const int SlotSeconds = 300;

    private const int SlotsOfHour = 3600 / SlotSeconds;

    // A day without a decrease costs more than one that has one, whatever the demand.
    private const int MaximumStretch = 24 * SlotsOfHour;

    /// <summary>One capacity for each slot.</summary>
    /// <param name="reads">Reads per second that are asked for in each slot.</param>
    /// <param name="writes">The same of writes.</param>
    /// <param name="start">When the first slot begins; credits of decreases come back by the hour of the clock.</param>
    /// <param name="minimum">The least capacity.</param>
    /// <param name="prices">Prices.</param>
    /// <param name="quota">Quota of decreases.</param>
    public static IReadOnlyList<Throughput> Of(
        IReadOnlyList<double> reads, IReadOnlyList<double> writes, DateTimeOffset start, Throughput minimum, DynamoDbPrices prices,
        DecreaseQuota quota)
    {
        ArgumentNullException.ThrowIfNull(reads);
        ArgumentNullException.ThrowIfNull(writes);
        ArgumentNullException.ThrowIfNull(prices);
        ArgumentNullException.ThrowIfNull(quota);
        var (slots, credits) = (reads.Count, quota.Burst);
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
            var (most, cost) = (minimum, 0.0);
            for (var j = i + 1; j <= Math.Min(slots, i + MaximumStretch); j++)
            {
                most = Throughput.Max(most, Needed(reads, writes, j - 1));
                cost += prices.PerHour(most);
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

        var last = Enumerable.Range(0, credits + 1).MinBy(c => best[slots, c]);
        return Follow(reads, writes, minimum, from, last);
    }

    private static Throughput Needed(IReadOnlyList<double> reads, IReadOnlyList<double> writes, int slot) =>
        new((long)Math.Ceiling(reads[slot]), (long)Math.Ceiling(writes[slot]));

    // Credits at slot j when c were left at slot i: one more each full hour of the clock, all of them at midnight.
    private static int Later(int c, int i, int j, DateTimeOffset start, int most)
    {
        var (then, now) = (start.AddSeconds((long)i * SlotSeconds), start.AddSeconds((long)j * SlotSeconds));
        return now.UtcDateTime.Date > then.UtcDateTime.Date
            ? most
            : Math.Min(most, c + now.UtcDateTime.Hour - then.UtcDateTime.Hour);
    }

    private static Throughput[] Follow(
        IReadOnlyList<double> reads, IReadOnlyList<double> writes, Throughput minimum, (int Slot, int Credits)[,] from, int credits)
    {
        var capacities = new Throughput[reads.Count];
        var at = (Slot: reads.Count, Credits: credits);
        while (at.Slot > 0)
        {
            var before = from[at.Slot, at.Credits];
            var capacity = minimum;
            for (var slot = before.Slot; slot < at.Slot; slot++)
            {
                capacity = Throughput.Max(capacity, Needed(reads, writes, slot));
                capacities[slot] = capacity;
            }

            at = before;
        }

        return capacities;
    }
}
