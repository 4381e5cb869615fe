namespace ContactCenter.Core.Remediation;

/// <summary>
/// One run of capacity healing for one table: read, check the lease, plan, write the intention down, act, confirm. A crash between any two
/// of these leaves an intention that the next run's audit settles; two runs at once cannot both act, because a lease is written under
/// the version that was read.
/// </summary>
public sealed class CapacityHealer(ITableCapacity tables, IRemediationLeases<CapacityChange> leases, CapacityRemediation remediation)
{
    /// <summary>Runs once.</summary>
    /// <param name="table">Name of the table.</param>
    /// <param name="limits">What people allow.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops before the next call to a service.</param>
    public async Task<HealingReport> RunAsync(string table, CapacityLimits limits, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var state = await tables.ReadAsync(table, now, cancellationToken);
        var (written, version) = await leases.ReadAsync(table, cancellationToken);
        var lease = written is null ? null : LeaseAudit.Check(remediation, state, written, now);
        var plan = remediation.Plan(state, limits, lease, now);
        var verdict = lease is null ? RemediationVerdict.TooEarly : remediation.Verify(state, lease, now);

        if (plan.Change is not { } change || plan.DryRun || plan.NeedsApproval)
        {
            var isKept = Equals(plan.Lease, written) || await leases.WriteAsync(table, plan.Lease, version, cancellationToken);
            return new HealingReport(plan, isKept ? null : ChangeOutcome.InUse, verdict);
        }

        if (!await leases.WriteAsync(table, plan.Lease, version, cancellationToken))
        {
            return new HealingReport(plan, ChangeOutcome.InUse, verdict);
        }

        var outcome = await tables.ApplyAsync(table, change, cancellationToken);
        var confirmed = outcome == ChangeOutcome.Done ? plan.Lease is { } granted ? granted with { State = LeaseState.Held } : null : lease;
        if (!Equals(confirmed, plan.Lease))
        {
            var (_, after) = await leases.ReadAsync(table, cancellationToken);
            _ = await leases.WriteAsync(table, confirmed, after, cancellationToken);
        }

        return new HealingReport(plan, outcome, verdict);
    }
}
