namespace ContactCenter.Core.Remediation;

/// <summary>
/// One run of capacity healing for one table: read, check the lease, plan, write the intention down, act, confirm. A crash between any two
/// of these leaves an intention that the next run's audit settles; two runs at once cannot both act, because a lease is written under
/// the version that was read.
/// </summary>
public sealed class CapacityHealer(
    ITableCapacity tables, IRemediationLeases<CapacityChange> leases, CapacityRemediation remediation, IDecreaseLog decreases)
{
    // What was turned away longer ago is over.
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(5);

    /// <summary>Runs once.</summary>
    /// <param name="table">Name of the table.</param>
    /// <param name="limits">What people allow.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops before the next call to a service.</param>
    public async Task<HealingReport> RunAsync(string table, CapacityLimits limits, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var state = await KnowDecreasesAsync(await tables.ReadAsync(table, now, cancellationToken), cancellationToken);
        var (written, version) = await leases.ReadAsync(table, cancellationToken);
        var lease = written is null ? null : LeaseAudit.Check(remediation, state, written, now);
        var plan = remediation.Plan(state, limits, lease, now);
        var verdict = lease is null ? RemediationVerdict.TooEarly : remediation.Verify(state, lease, now);

        if (plan.Change is not { } change || plan.DryRun || plan.NeedsApproval)
        {
            var isKept = Equals(plan.Lease, written) || await leases.WriteAsync(table, plan.Lease, version, cancellationToken);
            return Report(isKept ? null : ChangeOutcome.InUse);
        }

        if (!await leases.WriteAsync(table, plan.Lease, version, cancellationToken))
        {
            return Report(ChangeOutcome.InUse);
        }

        var outcome = await tables.ApplyAsync(table, change, cancellationToken);
        var confirmed = outcome == ChangeOutcome.Done ? plan.Lease is { } granted ? granted with { State = LeaseState.Held } : null : lease;
        if (!Equals(confirmed, plan.Lease))
        {
            var (_, after) = await leases.ReadAsync(table, cancellationToken);
            _ = await leases.WriteAsync(table, confirmed, after, cancellationToken);
        }

        if (outcome == ChangeOutcome.Done)
        {
            await RememberDecreasesAsync(state, change, now, cancellationToken);
        }

        return Report(outcome);

        HealingReport Report(ChangeOutcome? answer) => new(plan, answer, verdict)
        {
            Tried = lease?.Reason,
            IsUpdating = state.Updating,
            IsTroubled = IsTroubled(state, now),
        };
    }

    private static bool IsTroubled(TableState state, DateTimeOffset now) =>
        state.Resources.Any(resource => resource.Reads.Concat(resource.Writes).Any(minute => minute.Start > now - Recent && minute.Throttled.Total > 0));

    private async Task<TableState> KnowDecreasesAsync(TableState state, CancellationToken cancellationToken)
    {
        var midnight = new DateTimeOffset(state.ReadAt.UtcDateTime.Date, TimeSpan.Zero);
        if (!state.Resources.Any(resource => resource.LastDecrease >= midnight))
        {
            return state;
        }

        var known = await decreases.SinceAsync(state.Name, midnight, cancellationToken);
        return state with
        {
            Resources = [.. state.Resources.Select(resource => resource with
            {
                KnownDecreases = [.. known.Where(one => one.Index == resource.Index).Select(one => one.At)],
            })],
        };
    }

    // A crash before this is written makes the planner more careful for a day, nothing worse.
    private async Task RememberDecreasesAsync(TableState state, CapacityChange change, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var resource in state.Resources)
        {
            if (CapacityUndo.Of(change, resource.Index) is { } to && to.DecreasesFrom(resource.Provisioned))
            {
                await decreases.AddAsync(state.Name, resource.Index, now, cancellationToken);
            }
        }
    }
}
