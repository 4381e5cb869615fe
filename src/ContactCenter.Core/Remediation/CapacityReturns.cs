using System.Globalization;

namespace ContactCenter.Core.Remediation;

/// <summary>What is taken back when the trouble is over: capacity in as few decreases as possible, ranges to what they were.</summary>
/// <param name="Change">The change, perhaps empty.</param>
/// <param name="Undo">What is still borrowed afterwards.</param>
/// <param name="DollarsPerHour">What it saves, as a negative number.</param>
/// <param name="Reason">Why, or null when nothing is returned.</param>
internal sealed record CapacityReturns(CapacityChange Change, CapacityChange? Undo, double DollarsPerHour, string? Reason)
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
        var update = new TableUpdate();
        var dollars = 0.0;
        string? reason = null;
        foreach (var pair in findings.Wishes.GroupBy(w => w.Resource.Index))
        {
            var resource = pair.First().Resource;
            var before = CapacityUndo.Of(undo, resource.Index);
            var to = pair.Aggregate(resource.Provisioned, (sum, w) => sum.With(w.Wish.Kind, LowerTo(limits, resource, w.Wish, w.Wish.Calm, before)));
            var soon = pair.Aggregate(resource.Provisioned, (sum, w) => sum.With(w.Wish.Kind, LowerTo(limits, resource, w.Wish, w.Wish.ShortCalm, before)));
            var share = Saving(state, resource, to);
            var left = state.DecreaseQuota.SurelyLeft(resource.DecreasesToday, resource.LastDecrease, resource.KnownDecreases, now) - 1;
            if (left >= limits.DecreasesInReserve && Saving(state, resource, soon) is var large && large >= tuning.LargeSaving && large > share)
            {
                (to, share) = (soon, large);
            }

            var saved = share * state.Prices.PerHour(resource.Provisioned);
            if (to != resource.Provisioned && left >= 0 && (outlived || share >= LeastSaving(left, limits, tuning)))
            {
                update = resource.Index is null
                    ? update with { Table = to }
                    : update with { Indexes = new Dictionary<string, Throughput>(update.Indexes) { [resource.Index] = to } };
                dollars -= saved;
                reason ??= string.Create(
                    CultureInfo.InvariantCulture,
                    $"{resource.Called(state.Name)} goes from {resource.Provisioned.Reads} to {to.Reads} read and from {resource.Provisioned.Writes} to {to.Writes} write units per second: the last {tuning.CalmMinutes} minutes and the hour ahead need no more.");
            }
            else
            {
                to = resource.Provisioned;
            }

            undo = undo is not null && before is { } old && to.IsWithin(old) ? CapacityUndo.Forget(undo, resource.Index) : undo;
        }

        var ranges = Ranges(findings, lease, outlived);
        if (ranges.Count > 0)
        {
            undo = CapacityUndo.Forget(undo!, ranges);
            reason ??= $"Table {state.Name} is calm; Application Auto Scaling gets its range back.";
        }

        return new CapacityReturns(new CapacityChange { Update = update, Targets = ranges }, undo, dollars, reason);
    }

    private static long LowerTo(CapacityLimits limits, CapacityResource resource, CapacityWish wish, long calm, Throughput? before)
    {
        if (!wish.MayLower || resource.Target(wish.Kind) is not null)
        {
            return wish.Current;
        }

        var floor = limits.FollowDemandDown ? limits.Minimum[wish.Kind] : Math.Max(limits.Minimum[wish.Kind], before?[wish.Kind] ?? wish.Current);
        var to = Math.Max(floor, calm);
        return to < wish.Current && to <= limits.Maximum[wish.Kind] ? to : wish.Current;
    }

    private static double Saving(TableState state, CapacityResource resource, Throughput to) =>
        1 - (state.Prices.PerHour(to) / state.Prices.PerHour(resource.Provisioned));

    private static double LeastSaving(int left, CapacityLimits limits, CapacityTuning tuning) =>
        left < limits.DecreasesInReserve ? tuning.WorthADecrease[0] : tuning.WorthADecrease[Math.Min(left, tuning.WorthADecrease.Count - 1)];

    private static List<ScalableTargetChange> Ranges(CapacityFindings findings, RemediationLease<CapacityChange>? lease, bool outlived) =>
        lease is null
            ? []
            : [.. lease.Undo.Targets.Where(t => outlived || !findings.Wishes.Any(w =>
                w.Resource.Index == t.Index && w.Wish.Kind == t.Kind && !w.Wish.MayLower))];
}
