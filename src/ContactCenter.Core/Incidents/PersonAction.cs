namespace ContactCenter.Core.Incidents;

/// <summary>What a person can do to an incident.</summary>
public enum PersonAction
{
    /// <summary>Take it: the escalation rests until the acknowledgement expires.</summary>
    Acknowledge,

    /// <summary>Pause the escalation until a time.</summary>
    Snooze,

    /// <summary>Take the next step of the escalation now.</summary>
    Escalate,

    /// <summary>Give it to another audience, which is told now.</summary>
    HandOver,

    /// <summary>End it, with a note.</summary>
    Resolve,

    /// <summary>Agree to the repair that waits for it.</summary>
    Approve,
}
