namespace ContactCenter.Core.Remediation;

/// <summary>What a run of capacity healing did.</summary>
/// <param name="Plan">What was planned, and why.</param>
/// <param name="Outcome">What the service said to the change; null when there was none to make.</param>
/// <param name="Verdict">Whether the lease that was held before the run has helped.</param>
public sealed record HealingReport(RemediationPlan<CapacityChange> Plan, ChangeOutcome? Outcome, RemediationVerdict Verdict)
{
    /// <summary>Why the capacity was raised before this run, in a sentence; null when nothing was borrowed.</summary>
    public string? Tried { get; init; }

    /// <summary>True when the table was being changed, by us or by somebody else.</summary>
    public bool IsUpdating { get; init; }

    /// <summary>True when requests were turned away in the last minutes.</summary>
    public bool IsTroubled { get; init; }

    /// <summary>What to tell people, as sentences.</summary>
    public string Text => (Outcome, Plan.PeopleMust) switch
    {
        (ChangeOutcome.Done or null, null) => $"{Approval}{Plan.Reason}",
        (ChangeOutcome.Done or null, { } must) => $"{Approval}{Plan.Reason} {must}",
        (_, _) => $"{Plan.Reason} The service did not take the change ({Outcome}); it is planned again.",
    };

    /// <summary>True when a change was made.</summary>
    public bool IsChanged => Outcome == ChangeOutcome.Done;

    private string Approval => (Plan.DryRun, Plan.NeedsApproval) switch
    {
        (true, _) => "Dry run, nothing was done. ",
        (_, true) => "Needs approval. ",
        _ => "",
    };
}
