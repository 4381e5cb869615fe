namespace ContactCenter.Core.Remediation.Runs;

/// <summary>What one run of a remediation found and did.</summary>
/// <param name="State">The resource as it was read.</param>
/// <param name="Plan">What was planned, and why.</param>
/// <param name="Outcome">What the service said to the change; null when there was none to make.</param>
/// <param name="Verdict">Whether the lease that was held before the run has helped.</param>
/// <param name="Tried">Why the resource was changed before this run, in a sentence; null when nothing was borrowed.</param>
public sealed record RemediationStep<TState, TChange>(
    TState State, RemediationPlan<TChange> Plan, ChangeOutcome? Outcome, RemediationVerdict Verdict, string? Tried)
    where TChange : class
{
    /// <summary>The same for people.</summary>
    public HealingReport Report() => new(Plan.Kind, Plan.Reason, Outcome, Verdict)
    {
        PeopleMust = Plan.PeopleMust,
        DryRun = Plan.DryRun,
        NeedsApproval = Plan.NeedsApproval,
        IsBorrowing = Plan.Lease is not null,
        Tried = Tried,
    };
}
