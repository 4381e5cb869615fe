using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Runs;

/// <summary>
/// One run of a remediation for one resource: read, check the lease, plan, write the intention down, act, confirm. A crash between any two
/// of these leaves an intention that the next run's audit settles; two runs at once cannot both act, because a lease is written under
/// the version that was read.
/// </summary>
/// <param name="resources">The resources.</param>
/// <param name="leases">What is leased.</param>
/// <param name="remediation">Decides.</param>
/// <param name="know">Adds to a state what we know of the resource ourselves.</param>
/// <param name="remember">Writes down what was done, once the service has taken it. A crash before it makes later plans more careful,
/// nothing worse.</param>
public sealed class RemediationRun<TState, TLimits, TChange>(
    IRemediable<TState, TChange> resources,
    IRemediationLeases<TChange> leases,
    IRemediation<TState, TLimits, TChange> remediation,
    Func<TState, DateTimeOffset, CancellationToken, Task<TState>>? know = null,
    Func<TState, TChange, DateTimeOffset, CancellationToken, Task>? remember = null)
    where TChange : class
{
    private const int MaximumAttempts = 10;

    /// <summary>Runs once.</summary>
    /// <param name="resource">Its name.</param>
    /// <param name="limits">What people allow.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops before the next call to a service.</param>
    public async Task<RemediationStep<TState, TChange>> RunAsync(
        string resource, TLimits limits, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // the lease before the state: whoever changes the resource writes the lease, so its version then tells that the state is not stale
        var (written, version) = await leases.ReadAsync(resource, cancellationToken);
        var state = await ReadAsync(resource, now, cancellationToken);
        var lease = written is null ? null : LeaseAudit.Check(remediation, state, written, now);
        var plan = remediation.Plan(state, limits, lease, now);

        // what waits for a person has leased nothing yet
        plan = plan.NeedsApproval ? plan with { Lease = lease } : plan;
        var verdict = lease is null ? RemediationVerdict.TooEarly : remediation.Verify(state, lease, now);
        ChangeOutcome? outcome = plan.Change is not null && !plan.DryRun && !plan.NeedsApproval
            ? await ActAsync(resource, state, plan, lease, version, now, cancellationToken)
            : Equals(plan.Lease, written) || await leases.WriteAsync(resource, plan.Lease, version, cancellationToken)
                ? null
                : ChangeOutcome.InUse;
        return new(state, plan, outcome, verdict, lease?.Reason) { Before = lease, After = After(plan, lease, outcome) };
    }

    /// <summary>
    /// Gives back what is leased for a resource: it may no longer be changed, because people took it out of the configuration, or somebody
    /// wants it back.
    /// </summary>
    /// <param name="resource">Its name.</param>
    /// <param name="by">Who wants it back; null: it may no longer be changed.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops before the next call to a service.</param>
    /// <returns>Null when nothing is leased.</returns>
    public async Task<RemediationStep<TState, TChange>?> ReturnAsync(
        string resource, string? by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (written, version) = await leases.ReadAsync(resource, cancellationToken);
        if (written is null)
        {
            return null;
        }

        var state = await ReadAsync(resource, now, cancellationToken);
        var lease = LeaseAudit.Check(remediation, state, written, now);
        var change = lease is null ? null : remediation.Return(state, lease);
        var plan = lease is not null && change is null && remediation.Hindrance(state) is var (reason, must)
            ? new RemediationPlan<TChange> { Reason = reason, PeopleMust = must, Lease = lease }
            : new RemediationPlan<TChange> { Change = change, Reason = Why(resource, by, state, change) };
        ChangeOutcome? outcome = plan.Change is not null
            ? await ActAsync(resource, state, plan, lease, version, now, cancellationToken)
            : Equals(plan.Lease, written) || await leases.WriteAsync(resource, plan.Lease, version, cancellationToken)
                ? null
                : ChangeOutcome.InUse;
        return new(state, plan, outcome, RemediationVerdict.TooEarly, null) { Before = lease, After = After(plan, lease, outcome) };
    }

    /// <summary>What is held after a run: what was planned once the service took it, else what was held before.</summary>
    private static RemediationLease<TChange>? After(
        RemediationPlan<TChange> plan, RemediationLease<TChange>? before, ChangeOutcome? outcome) =>
        outcome is null or ChangeOutcome.Done ? plan.Lease : before;

    private string Why(string resource, string? by, TState state, TChange? change) =>
        by is null ? Sentences.RepairNotAllowed(resource)
        : change is null ? Sentences.RepairNothingLeft(resource)
        : remediation.Difference(state, change) is { } difference
            ? Sentences.RepairRolledBack(resource, difference.Before, difference.After, by)
        : Sentences.RepairReturned(resource, by);

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
        var confirmed = outcome switch
        {
            ChangeOutcome.Done => plan.Lease is { } granted ? granted with { State = LeaseState.Held } : null,

            // whether it was made nobody knows yet, and a service that does not answer is not asked again: the next run's audit settles it
            ChangeOutcome.Unavailable => intended,
            _ =>
                plan.Lease is not null && await IsPartlyDoneAsync(resource, intended!, now, cancellationToken)
                    ? intended! with { State = LeaseState.Held }
                    : lease,
        };
        if (!Equals(confirmed, intended))
        {
            await ConfirmAsync(resource, confirmed, version + 1, cancellationToken);
        }

        if (outcome == ChangeOutcome.Done && remember is not null)
        {
            await remember(state, plan.Change!, now, cancellationToken);
        }

        return outcome;
    }

    // Another run may have written since the intention: nothing that either of the two has leased is forgotten.
    private async Task ConfirmAsync(
        string resource, RemediationLease<TChange>? confirmed, long version, CancellationToken cancellationToken)
    {
        var next = confirmed;
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            if (await leases.WriteAsync(resource, next, version, cancellationToken) || confirmed is null)
            {
                return;
            }

            (var other, version) = await leases.ReadAsync(resource, cancellationToken);
            next = other is null ? confirmed : other with { Undo = remediation.Join(confirmed.Undo, other.Undo), State = confirmed.State };
        }

        throw new InvalidOperationException($"the lease of {resource} was changed by others {MaximumAttempts} times in a row");
    }

    // A change may be several calls, and those before the refused one were taken.
    private async Task<bool> IsPartlyDoneAsync(
        string resource, RemediationLease<TChange> intended, DateTimeOffset now, CancellationToken cancellationToken) =>
        !remediation.IsUndone(await resources.ReadAsync(resource, now, cancellationToken), intended);
}

/// <summary>What one run of a remediation found and did.</summary>
/// <param name="State">The resource as it was read.</param>
/// <param name="Plan">What was planned, and why.</param>
/// <param name="Outcome">What the service said to the change; null when there was none to make.</param>
/// <param name="Verdict">Whether the lease that was held before the run has helped.</param>
/// <param name="Tried">Why the resource was changed before this run, in a sentence; null when nothing was leased.</param>
public sealed record RemediationStep<TState, TChange>(
    TState State, RemediationPlan<TChange> Plan, ChangeOutcome? Outcome, RemediationVerdict Verdict, string? Tried)
    where TChange : class
{
    /// <summary>The lease that was held before the run, or null.</summary>
    public RemediationLease<TChange>? Before { get; init; }

    /// <summary>The lease that is held after it, or null.</summary>
    public RemediationLease<TChange>? After { get; init; }

    /// <summary>The same for people.</summary>
    public RemediationReport Report() => new(Plan.Kind, Plan.Reason, Outcome, Verdict)
    {
        PeopleMust = Plan.PeopleMust,
        Advice = Plan.Advice,
        IsNews = Plan.IsNews,
        DryRun = Plan.DryRun,
        NeedsApproval = Plan.NeedsApproval,
        HoldsLease = Plan.Lease is not null,
        Tried = Tried,
    };
}
