namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>What a lease on capacity brings back, and how it grows and shrinks with the changes made under it.</summary>
internal static class CapacityUndo
{
    public static Throughput? Of(CapacityChange? undo, string? index) => undo?.Update.Of(index);

    public static ScalableTarget? TargetOf(CapacityChange? undo, string? index, CapacityKind kind) => LentOf(undo, index, kind)?.Target;

    /// <summary>What of it is still to be done to a table as it is now: only down, and only what is still there.</summary>
    public static CapacityChange Rest(TableState state, CapacityChange undo)
    {
        var lower = state.Exists
            ? state.Resources
                .Select(resource =>
                    (resource.Index,
                        resource.Provisioned,
                        To: Of(undo, resource.Index) is { } before
                            ? Throughput.Min(resource.Provisioned, resource.LeaveManaged(before))
                            : resource.Provisioned))
                .Where(one => one.To != one.Provisioned)
                .ToArray()
            : [];
        return new CapacityChange
        {
            Update = new TableUpdate
            {
                Table = lower.Where(one => one.Index is null).Select(one => (Throughput?)one.To).FirstOrDefault(),
                Indexes = lower.Where(one => one.Index is not null).ToDictionary(one => one.Index!, one => one.To),
                OnDemandMaximum = undo.Update.OnDemandMaximum is { } maximum ? state.OnDemandMaximum?.Rest(maximum) : null,
            },
            Targets =
            [
                .. undo.Targets.Where(one =>
                    state.Resources.FirstOrDefault(r => r.Index == one.Index)?.Target(one.Kind) is { } range && range != one.Target)
                    .Select(one => Theirs(state, one) ?? one)
                    .Where(one => state.Resources.First(r => r.Index == one.Index).Target(one.Kind) != one.Target)
            ],
        };
    }

    /// <summary>The same with a resource's present capacity remembered, unless an earlier one is.</summary>
    public static CapacityChange Remember(CapacityChange undo, CapacityResource resource) => Of(undo, resource.Index) is not null
        ? undo
        : undo with { Update = undo.Update.With(resource.Index, resource.Provisioned) };

    /// <summary>
    /// The same with a range of Application Auto Scaling remembered, unless an earlier one is, and what is registered instead.
    /// </summary>
    public static CapacityChange Remember(
        CapacityChange undo, string? index, CapacityKind kind, ScalableTarget range, ScalableTarget registered)
    {
        var lent = new ScalableTargetChange(index, kind, TargetOf(undo, index, kind) ?? range)
        {
            Registered = registered,
            Replaced = range,
        };
        return undo with
        {
            Targets = LentOf(undo, index, kind) is { } known
                ? [.. undo.Targets.Select(one => one == known ? lent : one)]
                : [.. undo.Targets, lent],
        };
    }

    /// <summary>
    /// What is leased of ranges that people have changed since we registered ours: a minimum or a maximum of theirs is the table's own from
    /// then on, and what they left as it was goes back as before. Null: they have changed none.
    /// </summary>
    public static CapacityChange? Theirs(TableState state, CapacityChange? undo)
    {
        ScalableTargetChange[] theirs = [.. (undo?.Targets ?? []).Select(one => Theirs(state, one)).OfType<ScalableTargetChange>()];
        return theirs.Length == 0 ? null : undo! with
        {
            Targets =
            [
                .. undo.Targets.Select(one => theirs.FirstOrDefault(other => other.Index == one.Index && other.Kind == one.Kind) ?? one)
                    .Where(one => one.Target != one.Registered),
            ],
        };
    }

    private static ScalableTargetChange? Theirs(TableState state, ScalableTargetChange lent)
    {
        var range = state.Resources.FirstOrDefault(r => r.Index == lent.Index)?.Target(lent.Kind);
        return range is null || lent.Registered is not { } ours || range == ours || range == lent.Target || range == lent.Replaced
            ? null
            : lent with
            {
                Target = new ScalableTarget(
                    range.Minimum == ours.Minimum ? Math.Min(lent.Target.Minimum, range.Maximum) : range.Minimum,
                    range.Maximum == ours.Maximum ? Math.Max(lent.Target.Maximum, range.Minimum) : range.Maximum),
                Registered = range,
                Replaced = range,
            };
    }

    /// <summary>What brings back all that either would; the later one itself when it knows all that the earlier does.</summary>
    public static CapacityChange Join(CapacityChange earlier, CapacityChange later) => Knows(later, earlier) ? later : new CapacityChange
    {
        Update = new TableUpdate
        {
            Table = earlier.Update.Table ?? later.Update.Table,
            Indexes = earlier.Update.Indexes.Concat(later.Update.Indexes.Where(i =>
                !earlier.Update.Indexes.ContainsKey(i.Key))).ToDictionary(),
            OnDemandMaximum = Or(earlier.Update.OnDemandMaximum, later.Update.OnDemandMaximum),
        },
        Targets =
        [
            .. earlier.Targets.Select(t => LentOf(later, t.Index, t.Kind) is { } newer ? newer with { Target = t.Target } : t),
            .. later.Targets.Where(t => TargetOf(earlier, t.Index, t.Kind) is null),
        ],
    };

    /// <summary>The same without a resource whose capacity is no longer above what it was.</summary>
    public static CapacityChange Forget(CapacityChange undo, string? index) => index is null
        ? undo with { Update = undo.Update with { Table = null } }
        : undo with { Update = undo.Update with { Indexes = undo.Update.Indexes.Where(i => i.Key != index).ToDictionary() } };

    /// <summary>The same without ranges that were given back.</summary>
    public static CapacityChange Forget(CapacityChange undo, IReadOnlyCollection<ScalableTargetChange> returned) =>
        undo with { Targets = [.. undo.Targets.Where(t => !returned.Any(r => r.Index == t.Index && r.Kind == t.Kind))] };

    private static RequestMaximum? Or(RequestMaximum? one, RequestMaximum? other) =>
        one is { } first && other is { } second ? first.Or(second) : one ?? other;

    private static bool Knows(CapacityChange later, CapacityChange earlier) =>
        (earlier.Update.Table is null || earlier.Update.Table == later.Update.Table)
        && Or(earlier.Update.OnDemandMaximum, later.Update.OnDemandMaximum) == later.Update.OnDemandMaximum
        && earlier.Update.Indexes.All(i => later.Update.Of(i.Key) == i.Value)
        && earlier.Targets.All(t => TargetOf(later, t.Index, t.Kind) == t.Target);

    private static ScalableTargetChange? LentOf(CapacityChange? undo, string? index, CapacityKind kind) =>
        undo?.Targets.FirstOrDefault(t => t.Index == index && t.Kind == kind);
}
