using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>
/// Plans for provisioned tables. A raise never shares a call with a decrease, because a refused decrease would refuse the raise with it.
/// </summary>
internal static class ProvisionedPlanner
{
    public static RemediationPlan<CapacityChange> Plan(
        TableState state,
        CapacityLimits limits,
        CapacityFindings findings,
        RemediationLease<CapacityChange>? lease,
        DateTimeOffset now,
        CapacityTuning tuning)
    {
        // A repair that has been needed for so long is the normal state: it is not leased any more, and people are told.
        var outlived = lease is not null && now >= lease.EndsAtLatest;
        var peopleMust = findings.PeopleMust;
        if (outlived)
        {
            peopleMust ??= limits.FollowDemandDown
                ? null
                : Sentences.RepairOutlived(state.Name, $"{limits.MaximumLease.TotalHours:0}");
        }

        var raises = CapacityRaises.Of(state, limits, findings, lease, now, tuning);
        if (raises.Items.Count > 0)
        {
            return Raise(state, limits, raises, outlived ? null : lease, Undo(lease, outlived), peopleMust ?? raises.PeopleMust, now);
        }

        var returned = CapacityReturns.Of(state, limits, findings, lease, outlived, now, tuning);
        var after = outlived || returned.Undo.IsEmpty
            ? null
            : (lease ?? New(state, limits, returned.Reason!, now)) with { Undo = returned.Undo };
        if (after is not null && now >= after.Until)
        {
            after = after.Renew(now + limits.LeaseFor);
        }

        return new RemediationPlan<CapacityChange>
        {
            Change = returned.Change.IsEmpty ? null : returned.Change,
            Reason = returned.Reason ?? raises.PeopleMust ?? Sentences.RepairEnough(state.Name),
            PeopleMust = peopleMust ?? raises.PeopleMust,
            DollarsPerHour = returned.DollarsPerHour,
            Lease = after,
        };
    }

    // Capacity that was needed for so long is the table's own now; a range of Application Auto Scaling never is.
    private static CapacityChange Undo(RemediationLease<CapacityChange>? lease, bool outlived) => (lease, outlived) switch
    {
        (null, _) => new CapacityChange(),
        (_, true) => new CapacityChange { Targets = lease.Undo.Targets },
        _ => lease.Undo,
    };

    private static RemediationPlan<CapacityChange> Raise(
        TableState state,
        CapacityLimits limits,
        CapacityRaises raises,
        RemediationLease<CapacityChange>? lease,
        CapacityChange undo,
        string? peopleMust,
        DateTimeOffset now)
    {
        var update = new TableUpdate();
        var targets = new List<ScalableTargetChange>();
        foreach (var (resource, kind, to, _) in raises.Items)
        {
            if (resource.Target(kind) is { } range)
            {
                // the maximum may be lowered at this moment, so the scaler's own counts
                var own = CapacityUndo.TargetOf(undo, resource.Index, kind) ?? range;
                var raised = new ScalableTarget(to, Math.Max(own.Maximum, to));
                undo = CapacityUndo.Remember(undo, resource.Index, kind, range, raised);
                targets.Add(new ScalableTargetChange(resource.Index, kind, raised));
                continue;
            }

            undo = CapacityUndo.Remember(undo, resource);
            update = update.With(resource.Index, (update.Of(resource.Index) ?? resource.Provisioned).With(kind, to));
        }

        // A scaler that is held down could not follow, whatever else is raised.
        var held = RangeReturns.Lowered(state, undo)
            .Where(lent => !targets.Any(t => t.Index == lent.Index && t.Kind == lent.Kind))
            .ToList();
        targets.AddRange(held);
        undo = CapacityUndo.Forget(undo, held);
        var reason = Reason(state.Name, raises);
        return new RemediationPlan<CapacityChange>
        {
            Change = new CapacityChange { Update = update, Targets = targets },
            Reason = reason,
            PeopleMust = peopleMust,
            DollarsPerHour = raises.Items.Sum(r => Dollars(state, r.Kind, r.To - r.Resource.Provisioned[r.Kind])),
            Lease = (lease ?? New(state, limits, reason, now)).Renew(now + limits.LeaseFor) with { Undo = undo },
        };
    }

    private static RemediationLease<CapacityChange> New(TableState state, CapacityLimits limits, string reason, DateTimeOffset now) =>
        new(state.Name, new CapacityChange(), reason, now, now + limits.LeaseFor, now + limits.MaximumLease, LeaseState.Intended);

    internal static double Dollars(TableState state, CapacityKind kind, double units) =>
        Math.Max(0, units) * state.Prices.UnitHour(kind);

    private static string Reason(string table, CapacityRaises raises)
    {
        if (raises.IsRehearsal)
        {
            return Sentences.RepairRehearsal(table);
        }

        var first = raises.Items[0];
        var (resource, from, to) = (first.Resource.Called(table), $"{first.Resource.Provisioned[first.Kind]}", $"{first.To}");
        var raise = first.Kind is CapacityKind.Read ? Sentences.RaiseReads(resource, from, to) : Sentences.RaiseWrites(resource, from, to);
        var demand = $"{Math.Ceiling(first.Wish.Demand.Level):0}";
        var trend = Math.Round(first.Wish.Demand.Trend);
        return Sentences.RepairRaise(
            raises.Items.Count > 1 ? Sentences.RaiseOthers(raise, $"{raises.Items.Count - 1}") : raise,
            trend >= 1 ? Sentences.DemandGrows(demand, $"{trend:0}") : demand);
    }
}
