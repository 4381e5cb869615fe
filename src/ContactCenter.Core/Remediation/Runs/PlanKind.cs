namespace ContactCenter.Core.Remediation.Runs;

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
