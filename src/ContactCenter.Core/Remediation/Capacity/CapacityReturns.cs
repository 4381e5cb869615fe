using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>What is taken back when the incident is over: capacity in as few decreases as possible, ranges to what they were.</summary>
/// <param name="Change">The change, perhaps empty.</param>
/// <param name="Undo">What is still leased afterwards.</param>
/// <param name="DollarsPerHour">What it saves, as a negative number.</param>
/// <param name="Reason">Why, or null when nothing is returned.</param>
internal sealed record CapacityReturns(CapacityChange Change, CapacityChange Undo, double DollarsPerHour, string? Reason)
{
    public static CapacityReturns Of(
        TableState state,
        CapacityLimits limits,
        CapacityFindings findings,
        RemediationLease<CapacityChange>? lease,
        bool outlived,
        DateTimeOffset now,
        CapacityTuning tuning)
    {
        var undo = lease?.Undo;
        var due = lease is not null && now >= lease.Until;
        var affordable = CanGoOn(state, limits, lease, now);
        var forced = due && !affordable;
        var update = new TableUpdate();
        var dollars = 0.0;
        string? reason = null;
        foreach (var pair in findings.Wishes.GroupBy(w => w.Resource.Index))
        {
            var resource = pair.First().Resource;
            var before = CapacityUndo.Of(undo, resource.Index) is { } known ? resource.LeaveManaged(known) : (Throughput?)null;
            var to = Choose(state, limits, [.. pair.Select(w => w.Wish)], resource, before, outlived, due, forced, now, tuning);
            if (to != resource.Provisioned)
            {
                update = update.With(resource.Index, to);
                dollars -= state.Prices.PerHour(resource.Provisioned) - state.Prices.PerHour(to);
                reason ??= Why(state, resource, to, forced, tuning);
            }

            undo = undo is not null && before is { } old && to.IsWithin(old) ? CapacityUndo.Forget(undo, resource.Index) : undo;
        }

        var ranges = RangeReturns.Of(
            state, limits, findings, undo ?? new CapacityChange(), update, outlived || forced, affordable, now, tuning);
        return new CapacityReturns(
            new CapacityChange { Update = update, Targets = ranges.Changes }, ranges.Undo, dollars + ranges.DollarsPerHour,
            reason ?? ranges.Reason);
    }

    private static Throughput Choose(
        TableState state,
        CapacityLimits limits,
        IReadOnlyList<CapacityWish> wishes,
        CapacityResource resource,
        Throughput? before,
        bool outlived,
        bool due,
        bool forced,
        DateTimeOffset now,
        CapacityTuning tuning)
    {
        var current = resource.Provisioned;
        var back = before is { } level ? Throughput.Min(current, level) : current;
        var left = state.DecreaseQuota.SurelyLeft(resource.DecreasesToday, resource.LastDecrease, resource.KnownDecreases, now) - 1;
        if (left < 0)
        {
            return current;
        }

        if (forced && back != current)
        {
            // People set the ceiling, and the next half hour does not fit under it: the lease ends although it is needed.
            return resource.LeaveManaged(Throughput.Min(current, Throughput.Max(limits.Minimum, Throughput.Min(limits.Maximum, back))));
        }

        var to = Lowered(static w => w.MayLower ? w.Calm : null);
        var soon = Lowered(static w => w.MayLower ? w.ShortCalm : null);
        var over = Lowered(static w => w.MayLower ? Math.Min(w.Calm, w.Over ?? w.Calm) : w.Over);
        if (wishes.All(static w => w.Budget is not null))
        {
            return to != current && IsDue(to) ? to : Cheapest(state, resource, wishes, [to, soon, over], left, tuning);
        }

        var isKnown = wishes.Any(w => CapacityWish.IsKnownMoment(resource, w.Kind, soon[w.Kind]));
        if ((left >= limits.DecreasesInReserve || isKnown) && Saving(state, resource, soon) is var large && large >= tuning.LargeSaving
            && large > Saving(state, resource, to))
        {
            to = soon;
        }

        // Where more are left than are kept for surprises, the end of a spike waits for no calm: a wrong one costs one of them. Where it is
        // known from earlier hours there is no surprise.
        var isKnownEnd = wishes.Any(w => w.Over is { } end && CapacityWish.IsKnownMoment(resource, w.Kind, end));
        if ((left > limits.DecreasesInReserve || isKnownEnd) && Saving(state, resource, over) is var most && most >= tuning.LargeSaving
            && most > Saving(state, resource, to))
        {
            to = over;
        }

        var isDue = IsDue(to);
        var ends = Lowered(static w => w.MayLower ? w.Now : null);
        var waits = left == 0 && wishes.Any(w => !CapacityWish.IsTheMoment(resource, w.Kind, to[w.Kind]));
        if (!isDue && (waits || EndsMuchLower(state.Prices.PerHour(to), state.Prices.PerHour(ends), tuning)))
        {
            return current;
        }

        return to != current && (isDue || Saving(state, resource, to) >= MinimumSaving(left, limits, tuning)) ? to : current;

        // What was leased and can go back whole goes back when the lease is due, however little it saves.
        bool IsDue(Throughput units) => outlived || (due && units == back && left >= limits.DecreasesInReserve);

        Throughput Lowered(Func<CapacityWish, long?> calm) => wishes.Aggregate(
            current, (sum, w) => sum.With(w.Kind, calm(w) is { } units ? LowerTo(limits, resource, w, units, before) : w.Current));
    }

    // A decrease is spent now, and on what, where the hours ahead are cheaper with one less than when it is kept.
    private static Throughput Cheapest(
        TableState state, CapacityResource resource, IReadOnlyList<CapacityWish> wishes, IReadOnlyList<Throughput> choices, int left,
        CapacityTuning tuning)
    {
        var worth = choices.Where(to => to != resource.Provisioned && Saving(state, resource, to) >= tuning.MinimumSaving).ToList();
        if (worth.Count == 0)
        {
            return resource.Provisioned;
        }

        var own = wishes.Where(w => resource.Target(w.Kind) is null).ToList();
        var best = worth.MinBy(to => Cost(left, to));
        return Cost(left, best) < Cost(left + 1, resource.Provisioned) ? best : resource.Provisioned;

        double Cost(int decreases, Throughput at) =>
            own.Sum(w => state.Prices.UnitHour(w.Kind) * w.Budget!.Value.Cost(decreases, at[w.Kind]));
    }

    private static string Why(TableState state, CapacityResource resource, Throughput to, bool forced, CapacityTuning tuning) => forced
        ? Sentences.RepairCeilingReturn(resource.Title(state.Name))
        : Sentences.RepairReturns(resource.Title(state.Name), Steps(resource.Provisioned, to), $"{tuning.CalmMinutes}");

    // only what changes is worth reading
    private static string Steps(Throughput from, Throughput to) => (from.Reads != to.Reads, from.Writes != to.Writes) switch
    {
        (true, false) => Sentences.StepsRead($"{from.Reads}", $"{to.Reads}"),
        (false, _) => Sentences.StepsWrite($"{from.Writes}", $"{to.Writes}"),
        _ => Sentences.StepsBoth($"{from.Reads}", $"{to.Reads}", $"{from.Writes}", $"{to.Writes}"),
    };

    private static bool CanGoOn(TableState state, CapacityLimits limits, RemediationLease<CapacityChange>? lease, DateTimeOffset now) =>
        CostCeiling.AffordableRate(
            limits.MonthlyCeiling,
            state.SpentThisMonth,
            CapacityRaises.RestingRate(state, limits, lease),
            limits.LeaseFor,
            CostCeiling.ReturnTakes(state, now),
            now)
            >= state.DollarsPerHour;

    private static long LowerTo(CapacityLimits limits, CapacityResource resource, CapacityWish wish, long calm, Throughput? before)
    {
        if (resource.Target(wish.Kind) is not null)
        {
            return wish.Current;
        }

        var floor = limits.FollowDemandDown
            ? limits.Minimum[wish.Kind]
            : Math.Max(limits.Minimum[wish.Kind], before?[wish.Kind] ?? wish.Current);
        var to = Math.Max(floor, calm);
        return to < wish.Current && to <= limits.Maximum[wish.Kind] ? to : wish.Current;
    }

    private static double Saving(TableState state, CapacityResource resource, Throughput to) =>
        1 - (state.Prices.PerHour(to) / state.Prices.PerHour(resource.Provisioned));

    /// <summary>What a few more minutes like the last three would take down to half waits for them: one decrease instead of two.</summary>
    internal static bool EndsMuchLower(double now, double later, CapacityTuning tuning) => later <= (1 - tuning.LargeSaving) * now;

    internal static double MinimumSaving(int left, CapacityLimits limits, CapacityTuning tuning) =>
        left < limits.DecreasesInReserve
            ? tuning.WorthADecrease[0]
            : tuning.WorthADecrease[Math.Min(left, tuning.WorthADecrease.Count - 1)];
}
