namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>Room on top of the demand that nobody has to ask for, because it costs little.</summary>
/// <param name="Units">The most of it, units per second.</param>
/// <param name="OfUse">What of it the last days made use of, as a share of the demand; null: they were not seen.</param>
/// <param name="Usual">Median of the last day, units per second: up to there the demand may come back at any time.</param>
internal sealed record FreeRoom(double Units, double? OfUse, double Usual)
{
    /// <summary>Units above a demand, or a share of them.</summary>
    public double Above(double demand, double share, CapacityTuning tuning)
    {
        var room = Math.Min(share * Units, tuning.MaximumFreeRoom * demand);
        return OfUse is { } ofUse ? Math.Min(room, share * Math.Max(ofUse * demand, Usual - demand)) : room;
    }
}
