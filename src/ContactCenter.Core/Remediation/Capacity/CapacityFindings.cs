using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>The diagnosis: what each kind of capacity should become, and which throttling no capacity cures.</summary>
/// <param name="Wishes">One for each resource and kind, in the order of the resources, reads first.</param>
/// <param name="PeopleMust">What only people can cure, or null.</param>
internal sealed record CapacityFindings(IReadOnlyList<(CapacityResource Resource, CapacityWish Wish)> Wishes, string? PeopleMust)
{
    // Events older than this are history.
    private const int RecentMinutes = 5;
    private static readonly CapacityKind[] Kinds = [CapacityKind.Read, CapacityKind.Write];

    public static CapacityFindings Of(TableState state, CapacityLimits limits, DateTimeOffset now, CapacityTuning tuning)
    {
        var wishes = new List<(CapacityResource, CapacityWish)>();
        string? peopleMust = null;
        foreach (var resource in state.Resources)
        {
            foreach (var kind in Kinds)
            {
                var minutes = resource.Minutes(kind);
                var explained = Explain(state, minutes, kind);
                var elsewhere = resource.Index is null && kind is CapacityKind.Write ? TurnedAwayByIndexes(state, minutes) : [];
                var demand = DemandEstimate.From(minutes, explained, elsewhere, now, tuning);
                wishes.Add((resource, CapacityWish.Size(resource, kind, demand, state.Prices, state.DecreaseQuota, limits, now, tuning)));
                peopleMust ??= WhatPeopleMust(state, resource.Called(state.Name), kind, minutes, explained, now);
            }
        }

        return new CapacityFindings(wishes, peopleMust);
    }

    private static ThrottleCounts[] Explain(TableState state, IReadOnlyList<CapacityMinute> minutes, CapacityKind kind)
    {
        var explained = new ThrottleCounts[minutes.Count];
        for (var i = 0; i < explained.Length; i++)
        {
            explained[i] = ThrottleDiagnosis.Explain(minutes[i], state.Billing, state.OnDemandMaximum?[kind], state.TableQuota[kind]);
        }

        return explained;
    }

    // A write that an index turned away never reached the table's own counters; when the index is repaired it will.
    private static double[] TurnedAwayByIndexes(TableState state, IReadOnlyList<CapacityMinute> minutes)
    {
        var away = new double[minutes.Count];
        foreach (var index in state.Resources.Where(r => r.Index is not null && r.Writes.Count == minutes.Count))
        {
            for (var i = 0; i < away.Length; i++)
            {
                var counts = ThrottleDiagnosis.Explain(index.Writes[i], state.Billing, null, state.TableQuota.Writes);
                away[i] = Math.Max(away[i], counts.Total - counts.KeyRange);
            }
        }

        return away;
    }

    private static string? WhatPeopleMust(
        TableState state, string resource, CapacityKind kind, IReadOnlyList<CapacityMinute> minutes, ThrottleCounts[] explained,
        DateTimeOffset now)
    {
        var (hot, account) = (0.0, 0.0);
        for (var i = minutes.Count - 1; i >= 0 && now - minutes[i].Start <= TimeSpan.FromMinutes(RecentMinutes + 1); i--)
        {
            hot += explained[i].KeyRange;
            account += explained[i].AccountLimit;
        }

        return (hot > 0, account > 0, kind) switch
        {
            (true, _, CapacityKind.Read) => Sentences.RepairHotReads(resource, $"{hot:0}"),
            (true, _, _) => Sentences.RepairHotWrites(resource, $"{hot:0}"),
            (_, true, CapacityKind.Read) => $"{Sentences.RepairQuotaReads($"{account:0}", resource)} {Request(state, kind).Text}",
            (_, true, _) => $"{Sentences.RepairQuotaWrites($"{account:0}", resource)} {Request(state, kind).Text}",
            _ => null,
        };
    }

    // on demand there is no quota of the account, only one for each table
    private static QuotaRequest Request(TableState state, CapacityKind kind) => state.Billing is BillingMode.OnDemand
        ? CapacityQuotas.OfTable(kind, state.TableQuota[kind], 0)
        : CapacityQuotas.OfAccount(kind, state.AccountQuota?[kind], 0);
}
