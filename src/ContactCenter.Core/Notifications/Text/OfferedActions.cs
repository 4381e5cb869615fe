using System.Collections.Immutable;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Texts;

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
        PersonAction.Acknowledge => Sentences.ButtonAcknowledge,
        PersonAction.Snooze => Sentences.ButtonSnooze,
        PersonAction.Escalate => Sentences.ButtonEscalate,
        PersonAction.Resolve => Sentences.ButtonResolve,
        PersonAction.Approve => Sentences.ButtonApprove,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "not offered in messages"),
    };

    /// <summary>The word on the button that says what an incident was.</summary>
    public static string Label(VerdictKind kind) => kind switch
    {
        VerdictKind.Real => Sentences.ButtonReal,
        VerdictKind.Noise => Sentences.ButtonNoise,
        VerdictKind.Expected => Sentences.ButtonExpected,
        _ => Sentences.ButtonDrill,
    };

    /// <summary>What the person did.</summary>
    /// <param name="action">The action.</param>
    /// <param name="who">Who did it.</param>
    /// <param name="what">To what: <see cref="Sentences.This"/>, or an incident by its id.</param>
    public static string Done(PersonAction action, string who, string what) => action switch
    {
        PersonAction.Acknowledge => Sentences.DidAcknowledge(who, what),
        PersonAction.Snooze => Sentences.DidSnooze(who, what),
        PersonAction.Escalate => Sentences.DidEscalate(who, what),
        PersonAction.Resolve => Sentences.DidResolve(who, what),
        PersonAction.Approve => Sentences.DidApprove(who, what),
        PersonAction.Judge => Sentences.DidJudge(who, what),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "not offered in messages"),
    };
}
