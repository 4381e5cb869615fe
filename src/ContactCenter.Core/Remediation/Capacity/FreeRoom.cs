using ContactCenter.Core.Forecasting.Demand;

namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>Room on top of the demand that nobody has to ask for, because it costs little, or less than what it saves.</summary>
/// <param name="Units">The most of it that costs little, units per second.</param>
/// <param name="OfUse">What of it the last days made use of, as a share of the demand; null: they were not seen.</param>
/// <param name="Usual">Median of the last day, units per second: up to there the demand may come back at any time.</param>
internal sealed record FreeRoom(double Units, double? OfUse, double Usual)
{
    // In a replay a unit per second is turned away so often in an hour.
    private const double SecondsOfHour = 3600;

    /// <summary>True where people have said what a request costs that is turned away: then <see cref="OfUse"/> is worth what it
    /// costs.</summary>
    private bool IsPriced { get; init; }

    /// <summary>The room of one kind of capacity.</summary>
    /// <param name="outlook">What the last days say.</param>
    /// <param name="unitHour">Dollars of one unit for one hour.</param>
    /// <param name="throttledCosts">Dollars that one unit costs people that is turned away; null: they have not said.</param>
    /// <param name="tuning">Constants.</param>
    public static FreeRoom Of(DemandOutlook outlook, double unitHour, double? throttledCosts, CapacityTuning tuning)
    {
        var (units, usual) = (tuning.FreeRoomDollars / unitHour, outlook.Usual ?? 0);
        return throttledCosts is { } costs && outlook.RoomReplays.Count > 0
            ? new FreeRoom(units, outlook.RoomReplays.MinBy(Costs)!.Room, usual) { IsPriced = true }
            : new FreeRoom(units, outlook.RoomOfUse, usual);

        double Costs(RoomReplay replay) => (replay.Above * unitHour) + (replay.TurnedAway * SecondsOfHour * costs);
    }

    /// <summary>Units above a demand, or a share of them.</summary>
    public double Above(double demand, double share, CapacityTuning tuning)
    {
        var most = tuning.MaximumFreeRoom * demand;
        if (IsPriced)
        {
            return Math.Min(most, share * Math.Max(OfUse!.Value * demand, Math.Min(Units, Usual - demand)));
        }

        var room = Math.Min(share * Units, most);
        return OfUse is { } ofUse ? Math.Min(room, share * Math.Max(ofUse * demand, Usual - demand)) : room;
    }
}
