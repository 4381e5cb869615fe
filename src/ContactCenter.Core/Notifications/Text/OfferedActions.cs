using System.Collections.Immutable;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Core.Notifications.Text;

/// <summary>What a person can do to an incident from a message, by where the incident stands.</summary>
public static class OfferedActions
{
    /// <summary>How long a pause from a message lasts; long enough to finish a call, short enough to forget nothing.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    private static readonly ImmutableArray<PersonAction> WhenOpen =
        [PersonAction.Acknowledge, PersonAction.Snooze, PersonAction.Escalate, PersonAction.Resolve];

    private static readonly ImmutableArray<PersonAction> WhenTaken = [PersonAction.Snooze, PersonAction.Escalate, PersonAction.Resolve];

    private static readonly ImmutableArray<PersonAction> WhenCalm = [PersonAction.Resolve];

    /// <summary>The actions that a message offers, the most likely first; none once it is over.</summary>
    public static ImmutableArray<PersonAction> For(
        IncidentMessage message) => message.AsksApproval && message.State != IncidentState.Resolved
        ? For(message.State).Insert(0, PersonAction.Approve)
        : For(message.State);

    private static ImmutableArray<PersonAction> For(IncidentState state) => state switch
    {
        IncidentState.Open => WhenOpen,
        IncidentState.Acknowledged => WhenTaken,
        IncidentState.Mitigated => WhenCalm,
        _ => [],
    };

    /// <summary>The word on the button.</summary>
    public static string Label(PersonAction action) => action switch
    {
        PersonAction.Acknowledge => "Acknowledge",
        PersonAction.Snooze => "Snooze 30 min",
        PersonAction.Escalate => "Escalate",
        PersonAction.Resolve => "Resolve",
        PersonAction.Approve => "Approve repair",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "not offered in messages"),
    };

    /// <summary>What the person did, as the end of a sentence that begins with the name.</summary>
    public static string Done(PersonAction action) => action switch
    {
        PersonAction.Acknowledge => "acknowledged",
        PersonAction.Snooze => "paused the escalation for 30 min",
        PersonAction.Escalate => "escalated",
        PersonAction.Resolve => "resolved",
        PersonAction.Approve => "approved the repair of",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "not offered in messages"),
    };
}
