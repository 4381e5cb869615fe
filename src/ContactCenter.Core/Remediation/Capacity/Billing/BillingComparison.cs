namespace ContactCenter.Core.Remediation.Capacity.Billing;

/// <summary>
/// What the last days of a provisioned table have cost, and what the same requests would have cost on demand, in dollars for a month of
/// 730 hours. Reserved capacity, storage and backups are left out.
/// </summary>
/// <param name="Seen">How long was looked back.</param>
/// <param name="Provisioned">What was provisioned.</param>
/// <param name="AtBest">
/// The cheapest capacity that would have carried it all, under the quota of decreases and with the future known: no planner is cheaper.
/// </param>
/// <param name="OnDemand">Everything that was asked for, also what was turned away, paid by request.</param>
/// <param name="TurnedAwayADay">Capacity units that were turned away for want of capacity, in a usual day.</param>
public sealed record BillingComparison(TimeSpan Seen, double Provisioned, double AtBest, double OnDemand, double TurnedAwayADay)
{
    private const double HoursOfMonth = 730;
    private const double HoursOfSlot = CheapestCapacity.SlotSeconds / 3600.0;

    // A switch back is possible only once a day, so a difference within a bad day is none.
    private const double WorthSwitching = 0.9;

    // A week with its weekend.
    private static readonly TimeSpan MinimumSeen = TimeSpan.FromDays(7);

    /// <summary>True where on demand is cheaper than any capacity could have been.</summary>
    public bool CanNeverWin => OnDemand < AtBest;

    /// <summary>True where people should hear of it: a week was seen, and on demand would have cost at least a tenth less.</summary>
    public bool IsWorthSwitching => Seen >= MinimumSeen && OnDemand <= WorthSwitching * Provisioned;

    /// <summary>Compares; null where nothing was seen.</summary>
    /// <param name="parts">The table and its indexes, each with equally many slots.</param>
    /// <param name="end">When the last slot ended.</param>
    /// <param name="prices">Prices of the Region.</param>
    /// <param name="quota">Quota of decreases.</param>
    public static BillingComparison? Of(
        IReadOnlyList<BilledPart> parts, DateTimeOffset end, DynamoDbPrices prices, DecreaseQuota quota)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(prices);
        ArgumentNullException.ThrowIfNull(quota);
        var slots = parts.Count == 0 ? 0 : parts.Min(static part => part.Slots);
        if (slots == 0)
        {
            return null;
        }

        var start = end.AddSeconds(-(double)slots * CheapestCapacity.SlotSeconds);
        var (provisioned, best, onDemand, away) = (0.0, 0.0, 0.0, 0.0);
        foreach (var part in parts)
        {
            var (reads, writes) = (part.Reads.Last(slots), part.Writes.Last(slots));
            provisioned += HoursOfSlot
                * ((reads.Provisioned.Sum() * prices.ReadUnitHour) + (writes.Provisioned.Sum() * prices.WriteUnitHour));
            best += HoursOfSlot * CheapestCapacity.Of(reads.Demand, writes.Demand, start, new Throughput(1, 1), prices, quota)
                .Sum(prices.PerHour);
            onDemand += CheapestCapacity.SlotSeconds / 1e6
                * ((reads.Demand.Sum() * prices.MillionReads) + (writes.Demand.Sum() * prices.MillionWrites));
            away += reads.TurnedAway.Sum() + writes.TurnedAway.Sum();
        }

        var seen = TimeSpan.FromSeconds((double)slots * CheapestCapacity.SlotSeconds);
        var month = HoursOfMonth / seen.TotalHours;
        return new BillingComparison(seen, provisioned * month, best * month, onDemand * month, away / seen.TotalDays);
    }
}

/// <summary>What a table or an index was asked for and had, by five minutes, oldest first.</summary>
/// <param name="Reads">Its reads.</param>
/// <param name="Writes">Its writes.</param>
public sealed record BilledPart(BilledSeries Reads, BilledSeries Writes)
{
    /// <summary>Slots of which both kinds are known.</summary>
    internal int Slots => Math.Min(Reads.Slots, Writes.Slots);
}

/// <summary>One kind of capacity by five minutes, oldest first and without gaps.</summary>
/// <param name="Demand">Units per second that were asked for: consumed, and turned away for want of capacity.</param>
/// <param name="TurnedAway">Units that were turned away for want of capacity in the five minutes.</param>
/// <param name="Provisioned">Units per second that were provisioned.</param>
public sealed record BilledSeries(IReadOnlyList<double> Demand, IReadOnlyList<double> TurnedAway, IReadOnlyList<double> Provisioned)
{
    internal int Slots => Math.Min(Demand.Count, Math.Min(TurnedAway.Count, Provisioned.Count));

    internal BilledSeries Last(int slots) => new(
        [.. Demand.TakeLast(slots)], [.. TurnedAway.TakeLast(slots)], [.. Provisioned.TakeLast(slots)]);
}
