using ContactCenter.Core.Forecasting.Demand;
using ContactCenter.Core.Remediation.Capacity.Billing;

namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>What one kind of capacity of one resource should become, before limits and budgets.</summary>
/// <param name="Kind">Reads or writes.</param>
/// <param name="Current">Units provisioned now.</param>
/// <param name="Raise">Units to raise to; null: no raise is due.</param>
/// <param name="Calm">The fewest units that carry the calm window and what is known of the next hour.</param>
/// <param name="ShortCalm">The same for the short calm window.</param>
/// <param name="Now">The same for the last three minutes: where a decrease may go when it stays as it is now.</param>
/// <param name="Over">
/// The same, where the last three minutes are so far below the capacity that a spike is plainly over; null: it is not.
/// </param>
/// <param name="MayLower">True when the series is long and calm enough to take something back.</param>
/// <param name="Demand">The estimate behind it.</param>
internal sealed record CapacityWish(
    CapacityKind Kind, long Current, long? Raise, long Calm, long ShortCalm, long Now, long? Over, bool MayLower, DemandEstimate Demand)
{
    // Half of the ten and of the three minutes over which levels are taken.
    private static readonly TimeSpan MiddleOfLevel = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MiddleOfBrief = TimeSpan.FromMinutes(1.5);

    // Half of the longest time that it can do: the other half is not worth a wait of an hour.
    private const double GoodMoment = 0.5;

    // What a single high minute has to leave of the burst when a jump that is not seen yet could be answered.
    private const double LeftOfBurst = 0.25;

    // A decrease that has to be taken back so soon is not made.
    private static readonly TimeSpan JustBefore = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan ThreeMinutes = TimeSpan.FromMinutes(3);

    /// <summary>What the next hours cost, by what is left of capacity and of decreases; null: too little was seen to know.</summary>
    public Lazy<DecreaseBudget>? Budget { get; init; }

    /// <summary>
    /// Sizes one kind. What lasts must fit into the capacity with some room; what is short must leave the burst half full in time:
    /// <c>capacity x time + burst &gt;= demand x time + half a burst</c>. For that it gets no more than if it lasted: what is above would
    /// have to be taken back with a decrease.
    /// </summary>
    public static CapacityWish Size(
        CapacityResource resource,
        CapacityKind kind,
        DemandEstimate demand,
        DynamoDbPrices prices,
        DecreaseQuota quota,
        CapacityLimits limits,
        DateTimeOffset now,
        CapacityTuning tuning)
    {
        var coolDown = limits.CoolDown;
        var outlook = resource.Outlook(kind);
        var free = FreeRoom.Of(outlook, prices.UnitHour(kind), limits.ThrottledCosts, tuning);
        var current = resource.Provisioned[kind];
        if (!demand.Known)
        {
            return new CapacityWish(kind, current, null, current, current, current, null, false, demand);
        }

        // A jump is seen when its minute has ended and arrived and the planner runs; then the update must hold.
        var blind = TimeSpan.FromMinutes(1) + demand.Behind + tuning.RunEvery + tuning.InstantUpdate;
        var raise = RaiseTo(resource, kind, demand, free, blind, now, tuning);
        var quiet = raise is null
            && (demand.LastThrottled is not { } throttled || now - throttled >= coolDown)
            && (resource.LastIncrease is not { } increased
                || now - increased >= coolDown
                || demand.ShortCalm.Brief < tuning.FarTooMuch * current);
        var lowest = CalmWith(new DemandPeaks(demand.Brief, demand.Brief));
        var isOver = raise is null
            && demand.Brief < (outlook.Chain is null ? tuning.FarTooMuch : 1 - tuning.LargeSaving) * current
            && !CapacityReturns.EndsMuchLower(lowest, CalmWith(new DemandPeaks(demand.Latest, demand.Latest)), tuning)
            && (demand.LastThrottled is not { } last || now - demand.Behind - last >= ThreeMinutes)
            && RaiseTo(
                At(lowest), kind, demand with { Burst = Math.Min(demand.Burst, tuning.BurstSeconds * lowest) }, free, blind, now, tuning)
                is null;
        return new CapacityWish(
            kind, current, raise, CalmWith(demand.Calm), CalmWith(demand.ShortCalm), lowest, isOver ? lowest : null, quiet, demand)
        {
            Budget = outlook.Chain is { } chain
                ? new Lazy<DecreaseBudget>(() => DecreaseBudget.Of(
                    chain, outlook.Season, Needed, demand.Brief, current, quota.Burst, quota.ComesBack(resource.KnownDecreases, now)))
                : null,
        };

        double Needed(double units) => Math.Max(limits.Minimum[kind], WithRoom(units, tuning.TargetUtilization, free, tuning));

        CapacityResource At(long units) => resource with { Provisioned = resource.Provisioned.With(kind, units) };

        long CalmWith(DemandPeaks peaks) => CalmAt(resource, kind, demand, peaks, free, blind, now, tuning);
    }

    /// <summary>
    /// True where it is not known that a decrease to so many units would do for much longer at another time of the hour: who has only one
    /// left makes it then.
    /// </summary>
    public static bool IsTheMoment(CapacityResource resource, CapacityKind kind, long units) =>
        units >= resource.Provisioned[kind] || !(resource.Outlook(kind).Season?.Moment(units) < GoodMoment);

    /// <summary>True where that is known, and now is the time.</summary>
    public static bool IsKnownMoment(CapacityResource resource, CapacityKind kind, long units) =>
        resource.Outlook(kind).Season?.Moment(units) >= GoodMoment;

    private static long? RaiseTo(
        CapacityResource resource, CapacityKind kind, DemandEstimate demand, FreeRoom free, TimeSpan blind, DateTimeOffset now,
        CapacityTuning tuning)
    {
        var current = resource.Provisioned[kind];
        var warm = resource.Warm is { } known ? known[kind] : current;

        var outlook = resource.Outlook(kind);
        var persistence = outlook.Persistence;
        var soon = Math.Max(outlook.Soon ?? 0, outlook.ByTheClock(now, UntilAnswered(tuning)));
        var (lasting, brief) = Foresee(demand, blind, persistence, tuning);
        var ebbs = persistence != DemandPersistence.Unknown && !demand.HasJustBegun;
        var refill = OfBurst(tuning.RaiseAbove);
        var due = WithRoom(
            Math.Max(lasting, soon), tuning.RaiseAbove, free, tuning, (1 - tuning.RaiseAbove) / (1 - tuning.TargetUtilization));
        if (current >= Math.Ceiling(Math.Max(refill, due)))
        {
            return null;
        }

        var target = Math.Max(
            OfBurst(tuning.TargetUtilization),
            WithRoom(Math.Max(lasting, soon), tuning.TargetUtilization, free, tuning));
        if (target > warm)
        {
            (lasting, brief) = Foresee(demand, blind + tuning.GrowingUpdate, persistence, tuning);
            target = Math.Max(
                Math.Max(target, Refill(brief, demand.Burst, Most(tuning.TargetUtilization), tuning)),
                WithRoom(lasting, tuning.TargetUtilization, free, tuning));
        }

        var raise = Math.Max(current + 1, (long)Math.Ceiling(target));

        // What is warm holds in seconds, the rest takes minutes in which no further update is possible: first things first.
        return raise > warm && warm > current ? warm : raise;

        // Where waves are known to ebb, so do three minutes of them, and a single minute only has to leave burst for what is not seen yet.
        double OfBurst(double utilization) => !ebbs
            ? Refill(brief, demand.Burst, Most(utilization), tuning)
            : Math.Max(
                Refill(
                    persistence.Lasting(demand.Foresee(demand.Brief, MiddleOfBrief, blind, tuning), demand.Hour), demand.Burst, utilization,
                    tuning),
                Bridge(demand.Latest, demand.Burst, utilization, blind, LeftOfBurst * tuning.BurstSeconds));

        // As long as nobody can know how much is asked for, the burst may ask for more; where a scaler brings room of its own within
        // minutes, no more than the demand may be.
        double? Most(double utilization) => !demand.HasJustBegun ? utilization
            : resource.Target(kind) is null ? null
            : Math.Min(utilization, brief / demand.MayBe);
    }

    private static (double Lasting, double Brief) Foresee(
        DemandEstimate demand, TimeSpan ahead, DemandPersistence persistence, CapacityTuning tuning) => (
        persistence.Lasting(demand.Foresee(demand.Level, MiddleOfLevel, ahead, tuning), demand.Hour),
        Math.Max(demand.Latest, demand.Foresee(demand.Brief, MiddleOfBrief, ahead, tuning)));

    // Demand with the room that its utilisation leaves, or with the free room if that is more.
    private static double WithRoom(double demand, double utilization, FreeRoom free, CapacityTuning tuning, double share = 1) =>
        Math.Max(demand / utilization, demand + free.Above(demand, share, tuning));

    // The capacity with which the burst is half full again in time; the half is that of the new capacity.
    private static double Refill(double demand, double burst, double? utilization, CapacityTuning tuning) =>
        Bridge(demand, burst, utilization, tuning.RefillWithin, tuning.BurstSeconds / 2);

    // The capacity with which after a time so many seconds of it are left of the burst.
    private static double Bridge(double demand, double burst, double? utilization, TimeSpan time, double left)
    {
        var units = ((demand * time.TotalSeconds) - burst) / (time.TotalSeconds - left);
        return utilization is { } most ? Math.Min(units, demand / most) : units;
    }

    // The next run may raise too, and a run is late now and then.
    private static TimeSpan UntilAnswered(CapacityTuning tuning) => 2 * (tuning.RunEvery + tuning.InstantUpdate);

    private static long CalmAt(
        CapacityResource resource,
        CapacityKind kind,
        DemandEstimate demand,
        DemandPeaks peaks,
        FreeRoom free,
        TimeSpan blind,
        DateTimeOffset now,
        CapacityTuning tuning)
    {
        var current = resource.Provisioned[kind];
        var outlook = resource.Outlook(kind);
        var seconds = tuning.RefillWithin.TotalSeconds;

        // After a decrease the burst is at most that of the smaller capacity.
        var refill = Math.Max(
            peaks.Brief * seconds / (seconds + (tuning.BurstSeconds / 2)),
            Refill(peaks.Brief, demand.Burst, tuning.TargetUtilization, tuning));
        var level = outlook.Persistence.Lasting(peaks.Level, demand.Hour);

        // An hour that no earlier day has shown: burst must bridge the way back to the usual level of the last day.
        var ahead = outlook.Hour is { } hour
            ? WithRoom(hour, tuning.TargetUtilization, free, tuning)
            : (outlook.Usual ?? 0) * blind.TotalSeconds / (blind.TotalSeconds + tuning.BurstSeconds);
        ahead = Math.Max(ahead, WithRoom(outlook.ByTheClock(now, JustBefore), tuning.TargetUtilization, free, tuning));
        return Math.Min(
            current,
            (long)Math.Ceiling(Math.Max(Math.Max(WithRoom(level, tuning.TargetUtilization, free, tuning), refill), ahead)));
    }
}
