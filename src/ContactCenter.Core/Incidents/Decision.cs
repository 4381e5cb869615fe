using System.Text.Json.Serialization;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Incidents;

/// <summary>What one input led to: the state after it, what goes on the timeline, what is to be done outside.</summary>
/// <param name="After">The correlation after the input; its version is still the one that was read.</param>
/// <param name="Action">What it amounted to.</param>
/// <param name="Timeline">Events to append.</param>
/// <param name="Effects">Effects to carry out, in order.</param>
public sealed record Decision(
    Correlation After, IncidentAction Action, IReadOnlyList<TimelineEvent> Timeline, IReadOnlyList<Effect> Effects)
{
    /// <summary>True when there is something to store.</summary>
    public bool Changes { get; init; } = true;

    /// <summary>Why the act of a person was not carried out; null when it was, or when there was nothing left to do.</summary>
    public ActRefusal? Refusal { get; init; }
}

/// <summary>Why the act of a person was not carried out.</summary>
/// <param name="Reason">A sentence for the person.</param>
/// <param name="IsOutdated">True when the person had seen another version.</param>
public sealed record ActRefusal(string Reason, bool IsOutdated = false);

/// <summary>What a decision amounted to.</summary>
[JsonConverter(typeof(NamedEnumConverter<IncidentAction>))]
public enum IncidentAction
{
    /// <summary>Nothing changed: a duplicate, or an OK of an alarm that was not red.</summary>
    Ignored,

    /// <summary>Nothing changed: the same request of a person has been carried out already.</summary>
    Repeated,

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

    /// <summary>The incident came back.</summary>
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
