namespace ContactCenter.Core.Incidents;

/// <summary>Why people are told.</summary>
public enum Occasion
{
    /// <summary>An incident opened.</summary>
    Opened,

    /// <summary>A message arrived that is not an alarm.</summary>
    Unrecognised,

    /// <summary>The severity rose.</summary>
    Raised,

    /// <summary>It is still open and they were told before.</summary>
    Reminder,

    /// <summary>Nobody acted, so more people are told.</summary>
    Escalated,

    /// <summary>A repair waits until somebody approves it.</summary>
    ApprovalNeeded,

    /// <summary>Somebody has taken it; told only where a message or ticket is kept up to date.</summary>
    Acknowledged,

    /// <summary>The trouble came back.</summary>
    Reopened,

    /// <summary>All alarms are quiet.</summary>
    Mitigated,

    /// <summary>It is over.</summary>
    Resolved,
}
