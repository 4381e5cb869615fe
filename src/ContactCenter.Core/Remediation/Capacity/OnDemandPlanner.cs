using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>
/// Plans for on-demand tables: only the maximum that people set can be in the way, and only that is moved. What a table leased while it
/// was provisioned is gone with its capacity, but for the ranges of Application Auto Scaling: those outlive it, and go back.
/// </summary>
internal static class OnDemandPlanner
{
    public static RemediationPlan<CapacityChange> Plan(
        TableState state,
        CapacityLimits limits,
        CapacityFindings findings,
        RemediationLease<CapacityChange>? lease,
        DateTimeOffset now,
        CapacityTuning tuning)
    {
        var ranges = lease is null ? [] : CapacityUndo.Rest(state, lease.Undo).Targets;
        var leased = lease?.Undo.Update.OnDemandMaximum is { } before
            ? lease with { Undo = new CapacityChange { Update = new TableUpdate { OnDemandMaximum = before } } }
            : null;
        var plan = Maximum(state, limits, findings, leased, now, tuning);
        return ranges.Count == 0 ? plan : plan with
        {
            Change = (plan.Change ?? new CapacityChange()) with { Targets = ranges },
            Reason = plan.Change is null ? Sentences.RepairOnDemandRanges(state.Name) : plan.Reason,
        };
    }

    private static RemediationPlan<CapacityChange> Maximum(
        TableState state,
        CapacityLimits limits,
        CapacityFindings findings,
        RemediationLease<CapacityChange>? lease,
        DateTimeOffset now,
        CapacityTuning tuning)
    {
        var outlived = lease is not null && now >= lease.EndsAtLatest;
        var peopleMust = findings.PeopleMust;
        if (state.OnDemandMaximum is not { } maximum)
        {
            return new RemediationPlan<CapacityChange>
            {
                Reason = Sentences.RepairNoMaximum(state.Name),
                PeopleMust = peopleMust
            };
        }

        var to = maximum;
        var calm = true;
        foreach (var (_, wish) in findings.Wishes.Where(w => w.Resource.Index is null))
        {
            var fresh = wish.Demand.LastThrottled is { } throttled && now - throttled <= limits.CoolDown;
            calm &= !fresh;
            if (fresh && maximum[wish.Kind] is { } most)
            {
                var wanted = (long)Math.Ceiling(Math.Max(wish.Demand.Latest, wish.Demand.Brief) / tuning.TargetUtilization);
                var cap = Math.Min(limits.Maximum[wish.Kind], state.TableQuota[wish.Kind]);
                to = to.With(wish.Kind, Math.Max(most, Math.Min(wanted, cap)));
                peopleMust ??= wanted > cap
                    ? Sentences.RepairLimit(state.Name, $"{wanted}", $"{cap}")
                    : null;
            }
        }

        to = Afford(state, limits, maximum, to, now, ref peopleMust);
        if (to != maximum)
        {
            var until = now + limits.LeaseFor;
            var reason = Reason(state.Name, maximum, to);
            var held = outlived ? null : lease;
            var undo = maximum.Rest(to) is { } changed
                ? new RequestMaximum(changed.Reads is null ? null : maximum.Reads, changed.Writes is null ? null : maximum.Writes)
                : default;
            return new RemediationPlan<CapacityChange>
            {
                Change = new CapacityChange { Update = new TableUpdate { OnDemandMaximum = maximum.Rest(to) } },
                Reason = reason,
                PeopleMust = peopleMust,
                DollarsPerHour = AtMost(state, maximum, to),
                Lease = (held ?? new RemediationLease<CapacityChange>(
                    state.Name, new CapacityChange(), reason, now, until, now + limits.MaximumLease, LeaseState.Intended)).Renew(until) with
                {
                    Undo = new CapacityChange
                    {
                        Update = new TableUpdate { OnDemandMaximum = (held?.Undo.Update.OnDemandMaximum ?? default).Or(undo) },
                    },
                },
            };
        }

        return Return(state, limits, findings, lease, calm, outlived, peopleMust, now);
    }

    private static RemediationPlan<CapacityChange> Return(
        TableState state,
        CapacityLimits limits,
        CapacityFindings findings,
        RemediationLease<CapacityChange>? lease,
        bool calm,
        bool outlived,
        string? peopleMust,
        DateTimeOffset now)
    {
        var rest = lease?.Undo.Update.OnDemandMaximum is { } before ? state.OnDemandMaximum?.Rest(before) : null;
        var fits = rest is { } old
            && findings.Wishes.Where(w => w.Resource.Index is null).All(w => !(w.Wish.Demand.Calm.Brief > old[w.Wish.Kind]));
        if (rest is { } back && (outlived || (calm && fits)))
        {
            return new RemediationPlan<CapacityChange>
            {
                Change = new CapacityChange { Update = new TableUpdate { OnDemandMaximum = back } },
                Reason = Sentences.RepairMaximumReturns(state.Name),
                PeopleMust = peopleMust,
                DollarsPerHour = -AtMost(state, back.Or(state.OnDemandMaximum!.Value), state.OnDemandMaximum.Value),
            };
        }

        return new RemediationPlan<CapacityChange>
        {
            Reason = Sentences.RepairMaximumFree(state.Name),
            PeopleMust = peopleMust,
            Lease = outlived || rest is null
                ? null
                : lease is not null && now >= lease.Until ? lease.Renew(now + limits.LeaseFor) : lease,
        };
    }

    private static string Reason(string table, RequestMaximum from, RequestMaximum to) =>
        (from.Reads != to.Reads, from.Writes != to.Writes) switch
        {
            (true, false) => Sentences.RepairMaximumRaiseReads(table, $"{from.Reads}", $"{to.Reads}"),
            (false, _) => Sentences.RepairMaximumRaiseWrites(table, $"{from.Writes}", $"{to.Writes}"),
            _ => Sentences.RepairMaximumRaise(table, $"{from.Reads}", $"{to.Reads}", $"{from.Writes}", $"{to.Writes}"),
        };

    // What the raise can cost at most: every second at the new maximum. What has none costs the same before and after.
    private static double AtMost(TableState state, RequestMaximum from, RequestMaximum to) =>
        3600
            * ((Math.Max(0, (to.Reads - from.Reads) ?? 0) * state.Prices.MillionReads)
                + (Math.Max(0, (to.Writes - from.Writes) ?? 0) * state.Prices.MillionWrites))
            / 1e6;

    private static RequestMaximum Afford(
        TableState state, CapacityLimits limits, RequestMaximum from, RequestMaximum to, DateTimeOffset now, ref string? peopleMust)
    {
        var resting = AtMost(state, new RequestMaximum(0, 0), from);
        var room = CostCeiling.AffordableRate(limits.MonthlyCeiling, state.SpentThisMonth, resting, limits.LeaseFor, null, now) - resting;
        var more = AtMost(state, from, to);
        if (more <= room || more <= 0)
        {
            return to;
        }

        peopleMust ??= Sentences.RepairMaximumCeiling(state.Name);
        var share = Math.Max(0, room / more);
        return new RequestMaximum(Part(from.Reads, to.Reads), Part(from.Writes, to.Writes));

        long? Part(long? least, long? most) => least + (long?)Math.Floor((most - least) * share ?? 0);
    }
}
