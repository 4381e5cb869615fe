using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;

namespace ContactCenter.Core.Incidents;

/// <summary>Something that an incident reacts to: exactly one of the records that derive from this one.</summary>
public abstract record IncidentInput;

/// <summary>A message was received and triaged.</summary>
/// <param name="Alarm">The triaged alarm.</param>
public sealed record AlarmReceived(TriagedAlarm Alarm) : IncidentInput;

/// <summary>Somebody created, changed or deleted an alarm that takes part.</summary>
/// <param name="Arn">The alarm; all of its series are meant.</param>
/// <param name="Name">Its name.</param>
/// <param name="Edit">What was done.</param>
/// <param name="At">When.</param>
public sealed record AlarmEdited(string Arn, string Name, AlarmEdit Edit, DateTimeOffset At) : IncidentInput;

/// <summary>
/// What was heard of alarms that take part, while the incident was over and they were heard of where their own incidents are.
/// </summary>
/// <param name="Known">The alarms, and the newest state of each.</param>
public sealed record AlarmsCaughtUp(ImmutableArray<KnownAlarm> Known) : IncidentInput;

/// <summary>What is known of an alarm.</summary>
/// <param name="Id">The alarm.</param>
/// <param name="Latest">Its newest state.</param>
public readonly record struct KnownAlarm(AlarmId Id, AlarmMoment Latest);

/// <summary>A series of an alarm has been told of by itself, so nothing needs to be said about the alarm as a whole.</summary>
/// <param name="Arn">The alarm.</param>
public sealed record SeriesTold(string Arn) : IncidentInput;

/// <summary>The clock looked at the incident because something was due.</summary>
public sealed record DeadlinePassed : IncidentInput
{
    /// <summary>There is nothing to tell two of them apart.</summary>
    public static DeadlinePassed Instance { get; } = new();
}

/// <summary>Somebody looks whether what holds an incident still does: a window or a mute may have been ended before its time.</summary>
public sealed record HoldsLooked : IncidentInput
{
    /// <summary>There is nothing to tell two of them apart.</summary>
    public static HoldsLooked Instance { get; } = new();
}

/// <summary>A person acted, in the chat, by a signed link or in the console.</summary>
/// <param name="Action">What.</param>
/// <param name="By">Who.</param>
public sealed record PersonActed(PersonAction Action, string By) : IncidentInput
{
    /// <summary>For <see cref="PersonAction.Snooze"/> and <see cref="PersonAction.Mute"/>: until when.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>For <see cref="PersonAction.HandOver"/>: to which audience.</summary>
    public string? Audience { get; init; }

    /// <summary>What the person wrote, or null.</summary>
    public string? Note { get; init; }

    /// <summary>For <see cref="PersonAction.Note"/>: true when it is what those who wait are told.</summary>
    public bool IsForStakeholders { get; init; }

    /// <summary>For <see cref="PersonAction.Judge"/>, and for <see cref="PersonAction.Resolve"/> where it is said: what it was.</summary>
    public VerdictKind? Verdict { get; init; }

    /// <summary>For <see cref="PersonAction.Assign"/>: which role.</summary>
    public IncidentRole Role { get; init; }

    /// <summary>For <see cref="PersonAction.Assign"/>: who gets it; null: nobody has it from now on.</summary>
    public string? Person { get; init; }

    /// <summary>For <see cref="PersonAction.Tick"/>: number of the step, from 1.</summary>
    public int Step { get; init; }

    /// <summary>For <see cref="PersonAction.Tick"/>: true when the tick is taken back.</summary>
    public bool IsTakenBack { get; init; }

    /// <summary>For <see cref="PersonAction.Merge"/>: into which; for <see cref="PersonAction.TakeIn"/>: the one that ended.</summary>
    public MergedIncident? Other { get; init; }

    /// <summary>
    /// For <see cref="PersonAction.RollBack"/>: which repair, as <c>remediation target</c>; null: the only one that holds something.
    /// </summary>
    public string? Repair { get; init; }

    /// <summary>For <see cref="PersonAction.Mute"/>: names of the alarms.</summary>
    public ImmutableArray<string> Alarms { get; init; } = [];

    /// <summary>The version of the correlation that the person has seen; null: whatever it is.</summary>
    public long? Seen { get; init; }

    /// <summary>
    /// By what a repetition of the request is recognised. It is stored with what the act changes: an act that was stored is known to be
    /// done, and one that was not can be asked for again.
    /// </summary>
    public ImmutableArray<ActMark> Marks { get; init; } = [];
}

/// <summary>By what a repetition of an act is recognised.</summary>
/// <param name="Name">Made from the request; says nothing about its signature.</param>
/// <param name="Until">Until when a repetition may come.</param>
public sealed record ActMark(string Name, DateTimeOffset Until);

/// <summary>What a person can do to an incident.</summary>
[JsonConverter(typeof(NamedEnumConverter<PersonAction>))]
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

    /// <summary>Write something down.</summary>
    Note,

    /// <summary>Say of what is over what it was.</summary>
    Judge,

    /// <summary>Give somebody a role, or free it.</summary>
    Assign,

    /// <summary>Tick a step of the runbook, or take that back.</summary>
    Tick,

    /// <summary>End it as a part of another incident.</summary>
    Merge,

    /// <summary>Note that another incident has ended as a part of this one.</summary>
    TakeIn,

    /// <summary>Let alarms of it rest until a time; the mutes themselves are settings.</summary>
    Mute,

    /// <summary>Take back a repair: what it has changed for a while is given back now.</summary>
    RollBack,
}

/// <summary>A repair reports how it went.</summary>
/// <param name="Remediation">Name of the remediation.</param>
/// <param name="Target">What it acted on.</param>
/// <param name="Helped">False when it did not help, or cannot help, so that people must act; this raises the severity, once.</param>
/// <param name="Text">What was done, as a sentence.</param>
public sealed record RemediationReported(string Remediation, string Target, bool Helped, string Text) : IncidentInput
{
    /// <summary>True when nothing is done until a person approves.</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>Whether what it has changed is to be given back; null: that is not known.</summary>
    public bool? HoldsLease { get; init; }
}

/// <summary>Carrying out an effect went otherwise than planned: another way was taken, or nobody was reached.</summary>
/// <param name="Text">What happened, as a sentence.</param>
public sealed record DeliveryReported(string Text) : IncidentInput
{
    /// <summary>
    /// The effect that was given up, which counts once however often it is reported; null: the effect goes on, or is done.
    /// </summary>
    public string? GivenUp { get; init; }

    /// <summary>
    /// The message of which nobody is known to have been told: it was given up, or the channel gave no answer however often it was
    /// asked. Else null.
    /// </summary>
    public NotifyEffect? Untold { get; init; }
}

/// <summary>What was changed shortly before the incident, which people should see on its timeline: a deployment, say.</summary>
/// <param name="Changes">All that is known and may explain it; what stands there already is not written again.</param>
public sealed record ChangesNoted(ImmutableArray<ConfigurationChange> Changes) : IncidentInput;

/// <summary>An exercise is over before its alarms are.</summary>
/// <param name="Why">Why.</param>
/// <param name="By">Who has stopped it, or the id of the real incident; empty for any other end.</param>
public sealed record ExerciseEnded(ExerciseEnd Why, string By) : IncidentInput;

/// <summary>Why an exercise is over.</summary>
[JsonConverter(typeof(NamedEnumConverter<ExerciseEnd>))]
public enum ExerciseEnd
{
    /// <summary>A person has resolved it, or all of its alarms were OK for the quiet period.</summary>
    Resolved,

    /// <summary>Its time was over.</summary>
    Limit,

    /// <summary>Somebody has stopped it.</summary>
    Stopped,

    /// <summary>A real incident has begun.</summary>
    RealIncident,
}
