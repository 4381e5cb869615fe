using ContactCenter.Core.Deployment;
using ContactCenter.Core.Remediation.Capacity.Billing;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>
/// Repairs the capacity of a DynamoDB table and its indexes: sized from demand, decided by the cause of the throttling, by the owner of
/// the capacity and inside the limits. Pure; docs/design/capacity.md has the reasoning.
/// </summary>
/// <param name="tuning">Constants; null for the defaults.</param>
public sealed class CapacityRemediation(CapacityTuning? tuning = null) : IRemediation<TableState, CapacityLimits, CapacityChange>
{
    // A description older than this may not be what the table is now.
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan QuietAfterChange = TimeSpan.FromMinutes(2);

    private readonly CapacityTuning _tuning = tuning ?? CapacityTuning.Default;

    /// <summary>How the catalog knows it.</summary>
    public static RemediationEntry Entry { get; } = new(RemediationNames.Capacity, TimeSpan.FromMinutes(15));

    /// <inheritdoc/>
    public RemediationPlan<CapacityChange> Plan(
        TableState state, CapacityLimits limits, RemediationLease<CapacityChange>? lease, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(limits);
        if (CapacityUndo.Theirs(state, lease?.Undo) is { } theirs)
        {
            // the next look plans with it: what people are told must not be lost in what is planned besides
            return Nothing(theirs.IsEmpty ? null : lease! with { Undo = theirs }, Sentences.RepairRangeOfPeople(state.Name)) with
            {
                IsNews = true,
            };
        }

        var lowered = RangeReturns.Lowered(state, lease?.Undo);
        var isStale = now - state.ReadAt > Stale;
        if (lowered.Count > 0 && (limits.Stopped || limits.DryRun || state.Updating || isStale))
        {
            return Release(state, lease!, lowered);
        }

        if (limits.Stopped)
        {
            return Nothing(lease, Sentences.RepairTableOff(state.Name));
        }

        if (!state.Exists)
        {
            return new RemediationPlan<CapacityChange>
            {
                Reason = Sentences.RepairNoTable(state.Name),
                PeopleMust = Sentences.RepairRestoreTable(state.Name),
            };
        }

        if (state.Updating)
        {
            return Nothing(lease, Sentences.RepairTableUpdating(state.Name));
        }

        if (isStale)
        {
            return Nothing(
                lease,
                Sentences.RepairTableStale(state.Name, $"{(now - state.ReadAt).TotalMinutes:0}"));
        }

        var findings = CapacityFindings.Of(state, limits, now, _tuning);
        var plan = state.Billing is BillingMode.OnDemand
            ? OnDemandPlanner.Plan(state, limits, findings, lease, now, _tuning)
            : ProvisionedPlanner.Plan(state, limits, findings, lease, now, _tuning);

        // It is said with what costs or does not help, not with each decrease.
        plan = plan.DollarsPerHour > 0 || plan.PeopleMust is not null ? plan with { Advice = BillingAdvice.For(state) } : plan;
        if (limits.DryRun)
        {
            return plan with { DryRun = true, Lease = lease };
        }

        var needsApproval = plan.Change is not null && plan.DollarsPerHour > limits.ApprovalAbove;
        return needsApproval && lowered.Count > 0 ? Release(state, lease!, lowered) : plan with { NeedsApproval = needsApproval };
    }

    /// <inheritdoc/>
    public RemediationVerdict Verify(TableState state, RemediationLease<CapacityChange> lease, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(lease);
        var after = lease.GrantedAt + QuietAfterChange;
        var seen = state.Resources.SelectMany(r => r.Reads.Concat(r.Writes)).Where(m => m.Start >= after).ToList();
        var last = seen.Count == 0 ? DateTimeOffset.MinValue : seen.Max(m => m.Start);
        var stillThrottled = seen.Any(m => m.Start > last.AddMinutes(-2) && m.Throttled.Total > 0);

        // A lease may be hours old when another wave comes, which is a new incident and not yet a failure of the repair.
        var throttledMinutes = seen.Where(m => m.Start > last - Entry.VerifyWithin && m.Throttled.Total > 0)
            .Select(m => m.Start)
            .Distinct()
            .Count();
        var lasted = throttledMinutes > Entry.VerifyWithin.TotalMinutes / 2;
        return (seen.Count > 0 && !stillThrottled, lasted && now - lease.GrantedAt >= Entry.VerifyWithin) switch
        {
            (true, _) => RemediationVerdict.Helped,
            (false, true) => RemediationVerdict.DidNotHelp,
            _ => RemediationVerdict.TooEarly,
        };
    }

    /// <inheritdoc/>
    public bool IsUndone(TableState state, RemediationLease<CapacityChange> lease)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(lease);
        var undo = lease.Undo;
        return (undo.Update.OnDemandMaximum is not { } maximum || state.OnDemandMaximum?.Rest(maximum) is null)
            && state.Resources.All(r => CapacityUndo.Of(undo, r.Index) is not { } before || before == r.Provisioned)
            && undo.Targets.All(t =>
                state.Resources.FirstOrDefault(r => r.Index == t.Index)?.Target(t.Kind) is not { } range || range == t.Target);
    }

    /// <inheritdoc/>
    public CapacityChange Join(CapacityChange earlier, CapacityChange later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        return CapacityUndo.Join(earlier, later);
    }

    /// <inheritdoc/>
    public CapacityChange? Return(TableState state, RemediationLease<CapacityChange> lease)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(lease);
        return CapacityUndo.Rest(state, lease.Undo) is { IsEmpty: false } rest ? rest : null;
    }

    /// <inheritdoc/>
    public (string Before, string After)? Difference(TableState state, CapacityChange change)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(change);
        return CapacityWords.Difference(state, change);
    }

    // A scaler that is held down could not answer a peak: that ends whatever else has to wait, for people, for an update or for good.
    private static RemediationPlan<CapacityChange> Release(
        TableState state, RemediationLease<CapacityChange> lease, IReadOnlyList<ScalableTargetChange> lowered)
    {
        var undo = CapacityUndo.Forget(lease.Undo, lowered);
        return new RemediationPlan<CapacityChange>
        {
            Change = new CapacityChange { Targets = lowered },
            Reason = Sentences.RepairScalerBack(state.Name),
            Lease = undo.IsEmpty ? null : lease with { Undo = undo },
        };
    }

    private static RemediationPlan<CapacityChange> Nothing(RemediationLease<CapacityChange>? lease, string reason) =>
        new() { Reason = reason, Lease = lease };
}
