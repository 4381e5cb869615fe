namespace ContactCenter.Core.Incidents;

/// <summary>One line of what happened; never changed once written.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Number">1 for the first event of the incident.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What kind of thing happened.</param>
/// <param name="Text">What happened, as a sentence.</param>
public sealed record TimelineEvent(string IncidentId, int Number, DateTimeOffset At, TimelineKind Kind, string Text);

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

    /// <summary>The incident is back.</summary>
    Reopened,

    /// <summary>The incident ended.</summary>
    Resolved,

    /// <summary>Something that happened around it, such as a deployment.</summary>
    Context,
}
