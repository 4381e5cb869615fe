namespace ContactCenter.Core.Remediation.Runs;

/// <summary>What a remediation wants to do, and why.</summary>
/// <typeparam name="TChange">The change, in absolute values, so that doing it twice is doing it once.</typeparam>
public sealed record RemediationPlan<TChange>
    where TChange : class
{
    /// <summary>What is asked for.</summary>
    public PlanKind Kind => Change is not null ? PlanKind.Change : PeopleMust is not null ? PlanKind.PeopleMustAct : PlanKind.Nothing;

    /// <summary>The change, or null.</summary>
    public TChange? Change { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>What people must do, in one sentence; may accompany a change that helps only in part.</summary>
    public string? PeopleMust { get; init; }

    /// <summary>What people might do so that less has to be repaired, in one sentence; null when nothing.</summary>
    public string? Advice { get; init; }

    /// <summary>True when people hear of it although it changes nothing.</summary>
    public bool IsNews { get; init; }

    /// <summary>Dollars per hour that the change adds (negative: saves).</summary>
    public double DollarsPerHour { get; init; }

    /// <summary>True when a person has to agree before it is done.</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>True when it is only told, not done.</summary>
    public bool DryRun { get; init; }

    /// <summary>The lease as it is after the plan; null when nothing is leased any more.</summary>
    public RemediationLease<TChange>? Lease { get; init; }
}

/// <summary>What a plan asks for.</summary>
public enum PlanKind
{
    /// <summary>Nothing to do.</summary>
    Nothing,

    /// <summary>Something is to be changed.</summary>
    Change,

    /// <summary>No change would help, or none is allowed: people must act.</summary>
    PeopleMustAct,
}
