using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>
/// What a lease on the capacity of a table costs as the table is now, what was turned away there, and what was served because of it.
/// </summary>
internal static class CapacityLease
{
    private const int SecondsOfMinute = 60;

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
                .. state.Resources.SelectMany(resource => Minutes(state, resource, undo))
                    .GroupBy(static minute => minute.Start)
                    .OrderBy(static minute => minute.Key)
                    .Select(static minute => new LeaseMinute(minute.Key, minute.Sum(static each => each.Throttled))
                    {
                        IsBeyond = minute.Any(static each => each.IsBeyond),
                        RequestsBeyond = minute.Sum(static each => each.RequestsBeyond),
                    }),
            ],
        };
    }

    /// <summary>The minutes of reads and those of writes, with the requests that were served beyond what was.</summary>
    private static IEnumerable<LeaseMinute> Minutes(TableState state, CapacityResource resource, CapacityChange? undo)
    {
        foreach (var kind in (CapacityKind[])[CapacityKind.Read, CapacityKind.Write])
        {
            var before = Before(state, undo, resource, kind);
            foreach (var minute in resource.Minutes(kind))
            {
                var beyond = before is { } units ? Math.Max(0, minute.Consumed - (units * SecondsOfMinute)) : 0;
                yield return new LeaseMinute(minute.Start, (long)minute.Throttled.Total)
                {
                    IsBeyond = beyond > 0,
                    RequestsBeyond = beyond > 0 ? beyond * minute.Requests / minute.Consumed : 0,
                };
            }
        }
    }

    /// <summary>
    /// Units a second that would be there without the lease; null: it has changed nothing of them, or there was no limit. Where a scaler
    /// owns the capacity, it would have gone as far as its old maximum by itself.
    /// </summary>
    private static long? Before(TableState state, CapacityChange? undo, CapacityResource resource, CapacityKind kind) =>
        state.Billing is BillingMode.OnDemand
            ? resource.Index is null && undo?.Update.OnDemandMaximum?[kind] is > 0 and var maximum ? maximum : null
        : CapacityUndo.TargetOf(undo, resource.Index, kind) is { } range ? range.Maximum
        : resource.Target(kind) is null ? CapacityUndo.Of(undo, resource.Index)?[kind]
        : null;

    /// <summary>Units that are provisioned beyond what was; of a scaler's only what is above its old maximum.</summary>
    private static double Extra(TableState state, CapacityChange? undo, CapacityKind kind) =>
        state.Billing is BillingMode.OnDemand ? 0 : state.Resources.Sum(resource =>
            Before(state, undo, resource, kind) is not { } before ? 0
            : resource.Target(kind) is null ? resource.Provisioned[kind] - before
            : Math.Max(0, resource.Provisioned[kind] - before));
}
