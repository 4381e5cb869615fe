namespace ContactCenter.Core.Remediation;

/// <summary>
/// One run of a remediation for one resource: read, check the lease, plan, write the intention down, act, confirm. A crash between any two
/// of these leaves an intention that the next run's audit settles; two runs at once cannot both act, because a lease is written under
/// the version that was read.
/// </summary>
/// <param name="resources">The resources.</param>
/// <param name="leases">What is borrowed.</param>
/// <param name="remediation">Decides.</param>
/// <param name="know">Adds to a state what we know of the resource ourselves.</param>
/// <param name="remember">Writes down what was done, once the service has taken it. A crash before it makes later plans more careful, nothing worse.</param>
public sealed class RemediationRun<TState, TLimits, TChange>(
    IRepairable<TState, TChange> resources,
    IRemediationLeases<TChange> leases,
    IRemediation<TState, TLimits, TChange> remediation,
    Func<TState, DateTimeOffset, CancellationToken, Task<TState>>? know = null,
    Func<TState, TChange, DateTimeOffset, CancellationToken, Task>? remember = null)
    where TChange : class
{
    /// <summary>Runs once.</summary>
    /// <param name="resource">Its name.</param>
    /// <param name="limits">What people allow.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops before the next call to a service.</param>
    public async Task<RemediationStep<TState, TChange>> RunAsync(string resource, TLimits limits, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var state = await ReadAsync(resource, now, cancellationToken);
        var (written, version) = await leases.ReadAsync(resource, cancellationToken);
        var lease = written is null ? null : LeaseAudit.Check(remediation, state, written, now);
        var plan = remediation.Plan(state, limits, lease, now);

        // what waits for a person has borrowed nothing yet
        plan = plan.NeedsApproval ? plan with { Lease = lease } : plan;
        var verdict = lease is null ? RemediationVerdict.TooEarly : remediation.Verify(state, lease, now);
        ChangeOutcome? outcome = plan.Change is not null && !plan.DryRun && !plan.NeedsApproval
            ? await ActAsync(resource, state, plan, lease, version, now, cancellationToken)
            : Equals(plan.Lease, written) || await leases.WriteAsync(resource, plan.Lease, version, cancellationToken) ? null : ChangeOutcome.InUse;
        return new(state, plan, outcome, verdict, lease?.Reason);
    }

    /// <summary>Gives back what is borrowed for a resource that may no longer be changed, because people took it out of the configuration.</summary>
    /// <returns>Null when nothing is borrowed.</returns>
    public async Task<RemediationStep<TState, TChange>?> ReturnAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (written, version) = await leases.ReadAsync(resource, cancellationToken);
        if (written is null)
        {
            return null;
        }

        var state = await ReadAsync(resource, now, cancellationToken);
        var lease = LeaseAudit.Check(remediation, state, written, now);
        var plan = new RemediationPlan<TChange>
        {
            Change = lease is null ? null : remediation.Return(state, lease),
            Reason = $"Nobody allows repairs of {resource} any more, so what was borrowed for it is given back.",
        };
        ChangeOutcome? outcome = plan.Change is not null
            ? await ActAsync(resource, state, plan, lease, version, now, cancellationToken)
            : await leases.WriteAsync(resource, null, version, cancellationToken) ? null : ChangeOutcome.InUse;
        return new(state, plan, outcome, RemediationVerdict.TooEarly, null);
    }

    private async Task<TState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var state = await resources.ReadAsync(resource, now, cancellationToken);
        return know is null ? state : await know(state, now, cancellationToken);
    }

    private async Task<ChangeOutcome> ActAsync(
        string resource,
        TState state,
        RemediationPlan<TChange> plan,
        RemediationLease<TChange>? lease,
        long version,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        // until the service has answered, all that either lease remembers may be out
        var intended = (plan.Lease, lease) switch
        {
            (null, _) => lease,
            (_, null) => plan.Lease,
            _ => plan.Lease with { Undo = remediation.Join(lease.Undo, plan.Lease.Undo) },
        };
        if (!await leases.WriteAsync(resource, intended, version, cancellationToken))
        {
            return ChangeOutcome.InUse;
        }

        var outcome = await resources.ApplyAsync(resource, plan.Change!, cancellationToken);
        var confirmed = outcome == ChangeOutcome.Done
            ? plan.Lease is { } granted ? granted with { State = LeaseState.Held } : null
            : plan.Lease is not null && await IsPartlyDoneAsync(resource, intended!, now, cancellationToken) ? intended! with { State = LeaseState.Held } : lease;
        if (!Equals(confirmed, intended))
        {
            var (_, after) = await leases.ReadAsync(resource, cancellationToken);
            _ = await leases.WriteAsync(resource, confirmed, after, cancellationToken);
        }

        if (outcome == ChangeOutcome.Done && remember is not null)
        {
            await remember(state, plan.Change!, now, cancellationToken);
        }

        return outcome;
    }

    // A change may be several calls, and those before the refused one were taken.
    private async Task<bool> IsPartlyDoneAsync(string resource, RemediationLease<TChange> intended, DateTimeOffset now, CancellationToken cancellationToken) =>
        !remediation.IsUndone(await resources.ReadAsync(resource, now, cancellationToken), intended);
}
