using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Runs;

/// <summary>What a run of a remediation did, for people.</summary>
/// <param name="Kind">What the plan asked for.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Outcome">What the service said to the change; null when there was none to make.</param>
/// <param name="Verdict">Whether the lease that was held before the run has helped.</param>
public sealed record RemediationReport(PlanKind Kind, string Reason, ChangeOutcome? Outcome, RemediationVerdict Verdict)
{
    /// <summary>What people must do, in one sentence; null when nothing.</summary>
    public string? PeopleMust { get; init; }

    /// <summary>What people might do so that less has to be repaired, in one sentence; null when nothing.</summary>
    public string? Advice { get; init; }

    /// <summary>True when the change was only told, not made.</summary>
    public bool DryRun { get; init; }

    /// <summary>True when a person has to agree before the change is made.</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>True when people hear of it although nothing was changed.</summary>
    public bool IsNews { get; init; }

    /// <summary>True when something is leased after the run.</summary>
    public bool HoldsLease { get; init; }

    /// <summary>Why the resource was changed before this run, in a sentence; null when nothing was leased.</summary>
    public string? Tried { get; init; }

    /// <summary>True when a change was under way, ours or somebody else's.</summary>
    public bool IsUnderWay { get; init; }

    /// <summary>True when what the remediation is for was seen in the last minutes.</summary>
    public bool IsSymptomSeen { get; init; }

    /// <summary>What to tell people, as sentences.</summary>
    public string Text => (Outcome, PeopleMust) switch
    {
        (ChangeOutcome.Done or null, null) => $"{Approval}{Reason}{Advised}",
        (ChangeOutcome.Done or null, { } must) => $"{Approval}{Reason} {must}{Advised}",
        (_, _) => $"{Reason} {Sentences.RepairNotTaken($"{Outcome}")}",
    };

    /// <summary>True when a change was made.</summary>
    public bool IsChanged => Outcome == ChangeOutcome.Done;

    private string Advised => Advice is null ? "" : $" {Advice}";

    private string Approval => (DryRun, NeedsApproval) switch
    {
        (true, _) => $"{Sentences.RepairDryRun} ",
        (_, true) => $"{Sentences.RepairNeedsApproval} ",
        _ => "",
    };
}

/// <summary>One look at a resource that is being looked after.</summary>
/// <param name="Resource">The table, or the function.</param>
/// <param name="Report">What the run did; null when the resource is only watched.</param>
/// <param name="Text">What people are told, as sentences.</param>
/// <param name="Helped">False when people must act.</param>
/// <param name="Again">When to look again without waiting for the schedule, or null.</param>
public sealed record RemediationLook(string Resource, RemediationReport? Report, string Text, bool Helped, TimeSpan? Again);
