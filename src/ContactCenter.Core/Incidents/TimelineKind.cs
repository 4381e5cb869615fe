namespace ContactCenter.Core.Incidents;

/// <summary>What a timeline event is about.</summary>
public enum TimelineKind
{
    /// <summary>The incident opened.</summary>
    Opened,

    /// <summary>An alarm changed.</summary>
    Alarm,

    /// <summary>The severity rose.</summary>
    Raised,

    /// <summary>People were told.</summary>
    Notified,

    /// <summary>Notifications were held, or a hold ended.</summary>
    Held,

    /// <summary>A person acted.</summary>
    Person,

    /// <summary>An acknowledgement or a pause ran out.</summary>
    Expired,

    /// <summary>A promised time was missed.</summary>
    SlaMissed,

    /// <summary>A repair was asked for or reported.</summary>
    Remediation,

    /// <summary>An alarm flips to and fro.</summary>
    Flapping,

    /// <summary>All alarms are quiet.</summary>
    Mitigated,

    /// <summary>The trouble is back.</summary>
    Reopened,

    /// <summary>The incident ended.</summary>
    Resolved,

    /// <summary>Something that happened around it, such as a deployment.</summary>
    Context,
}
