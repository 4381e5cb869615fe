using System.Globalization;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>The raises that limits, quotas and the cost ceiling leave of what is wished.</summary>
/// <param name="Items">Each raise: where, what, to how many units, and the wish behind it.</param>
/// <param name="PeopleMust">What stood in the way of the whole wish, or null.</param>
internal sealed record CapacityRaises(
    IReadOnlyList<(CapacityResource Resource, CapacityKind Kind, long To, CapacityWish Wish)> Items, string? PeopleMust)
{
    private const int SeriesForRehearsal = 10;

    /// <summary>True when nothing is wrong and the raise only makes the table ready.</summary>
    public bool IsRehearsal { get; init; }

    public static CapacityRaises Of(
        TableState state, CapacityLimits limits, CapacityFindings findings, RemediationLease<CapacityChange>? lease, DateTimeOffset now,
        CapacityTuning tuning)
    {
        string? peopleMust = null;
        var items = new List<(CapacityResource Resource, CapacityKind Kind, long To, CapacityWish Wish)>();
        foreach (var (resource, wish) in findings.Wishes)
        {
            var (kind, current) = (wish.Kind, wish.Current);
            var wanted = Math.Max(wish.Raise ?? current, resource.Target(kind) is null ? limits.Minimum[kind] : current);
            var to = Math.Min(wanted, limits.Maximum[kind]);
            if (to < wanted)
            {
                peopleMust ??= Sentences.RepairMaximum(
                    resource.Title(state.Name), $"{wanted}", Name(kind), $"{limits.Maximum[kind]}");
            }

            if (to > current)
            {
                items.Add((resource, kind, to, wish));
            }
        }

        if (items.Count == 0)
        {
            return Rehearsal(state, limits, findings, lease, now, tuning) is { Count: > 0 } rehearsal
                ? new CapacityRaises(rehearsal, peopleMust) { IsRehearsal = true }
                : new CapacityRaises(items, peopleMust);
        }

        Fit(items, state, CapacityKind.Read, ref peopleMust);
        Fit(items, state, CapacityKind.Write, ref peopleMust);
        FitCost(items, state, limits, lease, now, ref peopleMust);
        return new CapacityRaises(items, peopleMust);
    }

    // Only when nothing has been wrong for the whole series, nothing that people sized is leased, and the day has decreases to spare.
    private static List<(CapacityResource Resource, CapacityKind Kind, long To, CapacityWish Wish)> Rehearsal(
        TableState state, CapacityLimits limits, CapacityFindings findings, RemediationLease<CapacityChange>? lease, DateTimeOffset now,
        CapacityTuning tuning)
    {
        List<(CapacityResource Resource, CapacityKind Kind, long To, CapacityWish Wish)> items = [];
        if ((lease is not null && !limits.FollowDemandDown)
            || findings.Wishes.Any(w =>
                !w.Wish.MayLower || w.Wish.Demand.LastThrottled is not null || w.Resource.Minutes(w.Wish.Kind).Count < SeriesForRehearsal))
        {
            return items;
        }

        foreach (var (resource, wish) in findings.Wishes)
        {
            // nobody's range is widened for a rehearsal
            var maximum = Math.Min(limits.Maximum[wish.Kind], resource.Target(wish.Kind)?.Maximum ?? long.MaxValue);
            var (to, least) = ReadyFor(limits, wish, maximum, tuning);
            var left = state.DecreaseQuota.SurelyLeft(resource.DecreasesToday, resource.LastDecrease, resource.KnownDecreases, now);
            if (resource.Warm is { } warm && least > warm[wish.Kind] && to > wish.Current && left > limits.DecreasesInReserve + 1)
            {
                items.Add((resource, wish.Kind, to, wish));
            }
        }

        // What quotas or the ceiling cut is not rehearsed at all.
        string? cut = null;
        Fit(items, state, CapacityKind.Read, ref cut);
        Fit(items, state, CapacityKind.Write, ref cut);
        FitCost(items, state, limits, lease, now, ref cut);
        return cut is null ? items : [];
    }

    // A level that nobody named is learned from what the present demand needs and has needed for an hour, and anew only when that has
    // doubled: all rehearsals of a table that grows together cost no more than twice the last.
    private static (long To, long Minimum) ReadyFor(CapacityLimits limits, CapacityWish wish, long maximum, CapacityTuning tuning)
    {
        if (limits.ReadyFor(wish.Kind) is { } named)
        {
            var to = Math.Min(named, maximum);
            return (to, to);
        }

        if (!limits.FollowDemandDown)
        {
            return (0, 0);
        }

        var lasting = Math.Min(wish.Calm, wish.Demand.Hour / tuning.TargetUtilization);
        var learned = (long)Math.Min(lasting * tuning.ReadyForTimes, maximum);
        return (learned, learned / 2);
    }

    /// <summary>Dollars per hour that the table costs when nothing is leased.</summary>
    public static double RestingRate(TableState state, CapacityLimits limits, RemediationLease<CapacityChange>? lease) =>
        state.Resources.Sum(r => state.Prices.PerHour(Throughput.Min(
            r.Provisioned, limits.FollowDemandDown ? limits.Minimum : CapacityUndo.Of(lease?.Undo, r.Index) ?? r.Provisioned)));

    private static string Name(CapacityKind kind) => kind is CapacityKind.Read ? Sentences.UnitsRead : Sentences.UnitsWrite;

    private static void Fit(
        List<(CapacityResource Resource, CapacityKind Kind, long To, CapacityWish Wish)> items, TableState state, CapacityKind kind,
        ref string? peopleMust)
    {
        var provisioned = state.Resources.Sum(r => r.Provisioned[kind]);
        var ofTable = state.TableQuota[kind] - provisioned;
        var ofAccount = state.AccountLeft?[kind] ?? ofTable;
        var room = Math.Max(0, Math.Min(ofTable, ofAccount));
        var asked = items.Where(i => i.Kind == kind).Sum(i => i.To - i.Wish.Current);
        if (asked <= room)
        {
            return;
        }

        var request = ofAccount < ofTable
            ? CapacityQuotas.OfAccount(
                kind, state.AccountQuota?[kind], state.AccountQuota is { } account ? account[kind] + asked - room : 0)
            : CapacityQuotas.OfTable(kind, state.TableQuota[kind], provisioned + asked);
        peopleMust ??= $"{Sentences.RepairQuota(state.Name, $"{asked}", Name(kind), $"{room}")} {request.Text}";
        Shrink(items, i => i.Kind == kind, (double)room / asked);
    }

    private static void FitCost(
        List<(CapacityResource Resource, CapacityKind Kind, long To, CapacityWish Wish)> items,
        TableState state,
        CapacityLimits limits,
        RemediationLease<CapacityChange>? lease,
        DateTimeOffset now,
        ref string? peopleMust)
    {
        if (items.Count == 0 || limits.MonthlyCeiling is null)
        {
            return;
        }

        var resting = RestingRate(state, limits, lease);
        var affordable = CostCeiling.AffordableRate(
            limits.MonthlyCeiling, state.SpentThisMonth, resting, limits.LeaseFor, CostCeiling.ReturnTakes(state, now), now);
        var more = items.Sum(i => ProvisionedPlanner.Dollars(state, i.Kind, i.To - i.Wish.Current));
        var room = Math.Max(0, affordable - state.DollarsPerHour);
        if (more <= room)
        {
            return;
        }

        peopleMust ??= Sentences.RepairCeiling(state.Name, Dollars(more), Dollars(limits.MonthlyCeiling.Value), Dollars(room));
        Shrink(items, _ => true, room / more);
    }

    private static string Dollars(double amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static void Shrink(
        List<(CapacityResource Resource, CapacityKind Kind, long To, CapacityWish Wish)> items,
        Func<(CapacityResource Resource, CapacityKind Kind, long To, CapacityWish Wish), bool> which,
        double share)
    {
        for (var i = items.Count - 1; i >= 0; i--)
        {
            var item = items[i];
            if (!which(item))
            {
                continue;
            }

            var to = item.Wish.Current + (long)Math.Floor((item.To - item.Wish.Current) * share);
            if (to > item.Wish.Current)
            {
                items[i] = item with { To = to };
            }
            else
            {
                items.RemoveAt(i);
            }
        }
    }
}
