namespace ContactCenter.Core.Incidents;

/// <summary>What a decision amounted to.</summary>
public enum IncidentAction
{
    /// <summary>Nothing changed: a duplicate, or an OK of an alarm that was not red.</summary>
    Ignored,

    /// <summary>An incident opened.</summary>
    Opened,

    /// <summary>An incident opened for a message that is not an alarm.</summary>
    Unrecognised,

    /// <summary>The change was added to an active incident.</summary>
    Merged,

    /// <summary>The severity rose.</summary>
    Raised,

    /// <summary>All alarms became quiet.</summary>
    Mitigated,

    /// <summary>The trouble came back.</summary>
    Reopened,

    /// <summary>The incident ended.</summary>
    Resolved,

    /// <summary>The next step of the escalation was taken.</summary>
    Escalated,

    /// <summary>People were reminded.</summary>
    Reminded,

    /// <summary>Somebody took the incident, paused or handed it over.</summary>
    Acknowledged,

    /// <summary>Something was written down and nothing else.</summary>
    Noted,

    /// <summary>A probe passed; nobody is told.</summary>
    Probed,
}
