using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>What a lease on the capacity of a table costs as the table is now, and what was turned away there.</summary>
internal static class CapacityLease
{
    public static LeaseLook Look(RemediationStep<TableState, CapacityChange> step, DateTimeOffset now)
    {
        var (state, undo) = (step.State, step.Before?.Undo);
        var (reads, writes) = (Extra(state, undo, CapacityKind.Read), Extra(state, undo, CapacityKind.Write));
        return new LeaseLook(CapacityRemediation.Entry.Name, state.Name, now)
        {
            Before = step.Before?.GrantedAt,
            After = step.After?.GrantedAt,
            IsChanged = step.Outcome is ChangeOutcome.Done,
            Reason = (step.After ?? step.Before)?.Reason ?? step.Plan.Reason,
            Reads = reads,
            Writes = writes,
            DollarsPerHour = state.Billing is BillingMode.OnDemand
                ? null
                : (reads * state.Prices.ReadUnitHour) + (writes * state.Prices.WriteUnitHour),
            Minutes =
            [
                .. state.Resources.SelectMany(static resource => resource.Reads.Concat(resource.Writes))
                    .GroupBy(static minute => minute.Start)
                    .OrderBy(static minute => minute.Key)
                    .Select(static minute => (minute.Key, (long)minute.Sum(static each => each.Throttled.Total))),
            ],
        };
    }

    /// <summary>
    /// Units beyond what was. Where a scaler owns the capacity, it would have gone as far as its old maximum by itself: only what is above
    /// that is ours.
    /// </summary>
    private static double Extra(TableState state, CapacityChange? undo, CapacityKind kind) => state.Resources.Sum(resource =>
        CapacityUndo.Of(undo, resource.Index) is { } before ? resource.Provisioned[kind] - before[kind]
            : CapacityUndo.TargetOf(undo, resource.Index, kind) is { } range ? Math.Max(0, resource.Provisioned[kind] - range.Maximum)
            : 0);
}
