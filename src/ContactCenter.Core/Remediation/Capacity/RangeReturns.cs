using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>
/// How Application Auto Scaling gets its ranges back. The minimum goes back as soon as the scaler's own tracking holds what is needed.
/// What the raised minimum made it provision would stay for a quarter of an hour, and on an idle table, which has no datapoints, until
/// somebody calls. When that is worth a decrease, the maximum is lowered for a moment to where the tracking would end: the scaler goes
/// there at once and knows it. The next run gives the maximum back. On a table that follows its demand so is what the scaler itself raised;
/// and after a spike, while hardly any decrease is left, the minimum is kept up until one is worth it, because the scaler would spend it on
/// whatever is idle first.
/// </summary>
/// <param name="Changes">The ranges to register now.</param>
/// <param name="Undo">What is leased afterwards.</param>
/// <param name="DollarsPerHour">What it saves, as a negative number.</param>
/// <param name="Reason">Why, or null when nothing changes.</param>
internal sealed record RangeReturns(IReadOnlyList<ScalableTargetChange> Changes, CapacityChange Undo, double DollarsPerHour, string? Reason)
{
    // A lower minimum is worth a call when it differs by this much.
    private const double WorthACall = 0.8;

    // By then a decrease has come back, and whoever suspended the scaling may have ended that.
    internal static readonly TimeSpan IgnoredFor = TimeSpan.FromHours(1);

    public static RangeReturns Of(
        TableState state, CapacityLimits limits, CapacityFindings findings, CapacityChange undo, TableUpdate update, bool ended,
        bool affordable, DateTimeOffset now, CapacityTuning tuning)
    {
        var returns = new RangeReturns([], Managed(findings, undo), 0, null);
        foreach (var pair in findings.Wishes.Where(w => w.Resource.Target(w.Wish.Kind) is not null).GroupBy(w => w.Resource.Index))
        {
            var resource = pair.First().Resource;
            var left = state.DecreaseQuota.SurelyLeft(resource.DecreasesToday, resource.LastDecrease, resource.KnownDecreases, now) - 1;

            // where only one kind is the scaler's, the same plan may take the other back
            left -= update.Of(resource.Index) is { } to && to.DecreasesFrom(resource.Provisioned) ? 1 : 0;

            // the scaler changes each kind in an update of its own, so each takes a decrease: the dearer first
            foreach (var wish in pair.Select(w => w.Wish).OrderByDescending(w => ProvisionedPlanner.Dollars(state, w.Kind, w.Current)))
            {
                var range = resource.Target(wish.Kind)!;
                var lent = CapacityUndo.TargetOf(undo, resource.Index, wish.Kind);
                var mayMove = !ended && !IsLowered(range, lent) && !(now - resource.LastIgnored(wish.Kind) < IgnoredFor);
                var mayLower = mayMove && (lent is not null || limits.FollowDemandDown);

                // a maximum below what there is was set by people
                var mayKeep = mayMove
                    && affordable
                    && limits.FollowDemandDown
                    && left <= limits.DecreasesInReserve
                    && wish.Current <= Math.Min(limits.Maximum[wish.Kind], range.Maximum);
                if (mayLower && Level(state, limits, resource, wish, lent ?? range, left, tuning) is { } level)
                {
                    if (!EndsMuchLower(limits, wish, lent ?? range, level, tuning))
                    {
                        left--;
                        returns = returns.Lower(state, resource, wish, range, level);
                    }
                }
                else if (mayKeep && wish.MayLower && wish.Demand.ShortCalm.Level < tuning.FarTooMuch * wish.Current)
                {
                    returns = returns.Keep(state, resource, wish, range);
                }
                else if (lent is not null)
                {
                    returns = returns.GiveBack(state, resource, wish, range, lent, ended, tuning);
                }
            }
        }

        return returns;
    }

    /// <summary>The ranges whose maximum is lowered, as they were: they go back even when nothing else may be done any more.</summary>
    public static IReadOnlyList<ScalableTargetChange> Lowered(TableState state, CapacityChange? undo) =>
        [.. (undo?.Targets ?? []).Where(lent =>
            state.Resources.FirstOrDefault(r => r.Index == lent.Index)?.Target(lent.Kind) is { } range && IsLowered(range, lent.Target))];

    /// <summary>The ranges of a change that go back without the scaler having followed its lowered maximum.</summary>
    public static IEnumerable<ScalableTargetChange> Ignored(TableState state, CapacityChange change) => state.Updating
        ? []
        : change.Targets.Where(target => state.Resources.FirstOrDefault(r => r.Index == target.Index) is { } resource
            && resource.Target(target.Kind) is { } range
            && IsLowered(range, target.Target)
            && resource.Provisioned[target.Kind] > range.Maximum);

    private RangeReturns Lower(TableState state, CapacityResource resource, CapacityWish wish, ScalableTarget range, long level) =>
        Register(
            resource,
            wish,
            range,
            new ScalableTarget(Math.Min(range.Minimum, level), level),
            DollarsPerHour - ProvisionedPlanner.Dollars(state, wish.Kind, wish.Current - level),
            Reason ?? Sentences.RepairScalerHeld(resource.Title(state.Name)));

    // The scaler lowers whatever is idle for a quarter of an hour, reads as well as writes, and each takes a decrease.
    private RangeReturns Keep(TableState state, CapacityResource resource, CapacityWish wish, ScalableTarget range) =>
        range.Minimum >= wish.Current
            ? this
            : Register(
                resource,
                wish,
                range,
                new ScalableTarget(wish.Current, range.Maximum),
                DollarsPerHour,
                Reason ?? Sentences.RepairScalerKept(resource.Title(state.Name)));

    private RangeReturns Register(
        CapacityResource resource, CapacityWish wish, ScalableTarget range, ScalableTarget to, double dollars, string reason) => new(
        [.. Changes, new ScalableTargetChange(resource.Index, wish.Kind, to)],
        CapacityUndo.Remember(Undo, resource.Index, wish.Kind, range, to),
        dollars,
        reason);

    private RangeReturns GiveBack(
        TableState state, CapacityResource resource, CapacityWish wish, ScalableTarget range, ScalableTarget own, bool ended,
        CapacityTuning tuning)
    {
        var next = Next(resource, wish, range, own, ended, tuning);
        var change = new ScalableTargetChange(resource.Index, wish.Kind, next);
        var forgotten = CapacityUndo.Forget(Undo, [change]);
        if (next == range || (next != own && !IsLowered(range, own) && next.Minimum > WorthACall * range.Minimum))
        {
            return next == own ? this with { Undo = forgotten } : this;
        }

        var returns = Register(
            resource, wish, range, next, DollarsPerHour, Reason ?? Sentences.RepairScalerReturns(resource.Title(state.Name)));
        return next == own ? returns with { Undo = forgotten } : returns;
    }

    private static ScalableTarget Next(
        CapacityResource resource, CapacityWish wish, ScalableTarget range, ScalableTarget own, bool ended, CapacityTuning tuning)
    {
        if (!ended && !wish.MayLower)
        {
            return new ScalableTarget(Math.Max(range.Minimum, own.Minimum), Math.Max(range.Maximum, own.Maximum));
        }

        // What the tracking does not know stays: that the hour ahead needs more than was consumed of late.
        var ahead = (long)Math.Ceiling((resource.Outlook(wish.Kind).Hour ?? 0) / tuning.TargetUtilization);
        var minimum = !ended && ahead > Tracked(own, wish.Demand.Calm, tuning)
            ? Math.Max(Math.Min(range.Minimum, ahead), own.Minimum)
            : own.Minimum;
        return new ScalableTarget(minimum, Math.Max(own.Maximum, minimum));
    }

    // Where the scaler goes when it is held to it, or null when that is not worth a decrease.
    private static long? Level(
        TableState state, CapacityLimits limits, CapacityResource resource, CapacityWish wish, ScalableTarget own, int left,
        CapacityTuning tuning)
    {
        if (!wish.MayLower || left < 0)
        {
            return null;
        }

        var whole = state.Prices.PerHour(resource.Provisioned);
        var soon = Level(limits, wish, wish.ShortCalm, Tracked(own, wish.Demand.ShortCalm, tuning));
        var mayBeSoon = left >= limits.DecreasesInReserve || CapacityWish.IsKnownMoment(resource, wish.Kind, soon);
        var level = mayBeSoon && CapacityReturns.EndsMuchLower(wish.Current, soon, tuning)
            ? soon
            : Level(limits, wish, wish.Calm, Tracked(own, wish.Demand.Calm, tuning));

        return IsWorth(level) && (left > 0 || CapacityWish.IsTheMoment(resource, wish.Kind, level)) ? level : null;

        // The other kind needs one of its own, so what is left has to do for both.
        bool IsWorth(long to) => to < wish.Current
            && to <= limits.Maximum[wish.Kind]
            && ProvisionedPlanner.Dollars(state, wish.Kind, wish.Current - to) / whole
                >= CapacityReturns.MinimumSaving(left / 2, limits, tuning);
    }

    private static bool EndsMuchLower(
        CapacityLimits limits, CapacityWish wish, ScalableTarget own, long level, CapacityTuning tuning)
    {
        var latest = new DemandPeaks(wish.Demand.Brief, wish.Demand.Brief);
        return CapacityReturns.EndsMuchLower(level, Level(limits, wish, wish.Now, Tracked(own, latest, tuning)), tuning);
    }

    private static long Level(CapacityLimits limits, CapacityWish wish, long calm, long tracked) =>
        Math.Max(limits.Minimum[wish.Kind], Math.Max(calm, tracked));

    private static long Tracked(ScalableTarget own, DemandPeaks peaks, CapacityTuning tuning) =>
        Math.Max(own.Minimum, (long)Math.Ceiling(peaks.Level / tuning.ScalerUtilization));

    private static bool IsLowered(ScalableTarget range, ScalableTarget? own) => own is not null && range.Maximum < own.Maximum;

    // Registering a range that nobody scales any more would begin the scaling anew.
    private static CapacityChange Managed(CapacityFindings findings, CapacityChange undo) => undo with
    {
        Targets =
        [
            .. undo.Targets.Where(lent =>
                findings.Wishes.Any(w => w.Resource.Index == lent.Index && w.Resource.Target(lent.Kind) is not null))
        ],
    };
}
