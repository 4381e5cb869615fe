using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;

namespace ContactCenter.Core.Incidents;

/// <summary>What is wrong in one place, from its first alarm to its end.</summary>
public sealed record Incident
{
    /// <summary>Code of the correlation key and number, such as <c>7Q2M9KXA-3</c>: short enough to say on the phone.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about.</summary>
    public required CorrelationKey Key { get; init; }

    /// <summary>1 for the first incident of the key.</summary>
    public required int Number { get; init; }

    /// <summary>Where it stands.</summary>
    public required IncidentState State { get; init; }

    /// <summary>How bad it is; it may rise while the incident lasts, never fall.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Why it is that bad, as sentences for people.</summary>
    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>The resource as people name it: "Queue Billing".</summary>
    public required string Subject { get; init; }

    /// <summary>The symptom of the worst alarm, in a few words.</summary>
    public required string Symptom { get; init; }

    /// <summary>What the worst alarm tells, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>The worst alarm itself; null in incidents that were stored before it was kept, and where there is no alarm.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AlarmOrigin? Origin { get; init; }

    /// <summary>Name of the runbook.</summary>
    public required string Runbook { get; init; }

    /// <summary>Who owns the follow-up: the owner of the alarm that made it as bad as it is.</summary>
    public required string Owner { get; init; }

    /// <summary>When the first of its alarms turned red.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>How many alarm changes it has taken in.</summary>
    public int Changes { get; init; }

    /// <summary>How many different alarms have taken part.</summary>
    public int Alarms { get; init; }

    /// <summary>How many of its alarms were red at once, at most; 0 in incidents that were stored before it was counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int RedAtMost { get; init; }

    /// <summary>
    /// How many red alarms of a storm are counted only, because more cannot be followed; it does not end while there are any.
    /// </summary>
    public int Untracked { get; init; }

    /// <summary>The worst severity among those; null while there has been none.</summary>
    public Severity? UntrackedSeverity { get; init; }

    /// <summary>How far the escalation has gone.</summary>
    public required EscalationProgress Escalation { get; init; }

    /// <summary>
    /// How far it has been escalated for not being over, whoever has acknowledged it; null in incidents that were stored before there was
    /// such a thing, and until the first step of it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UnresolvedProgress? Unresolved { get; init; }

    /// <summary>Who of the newest step that met a broken endpoint could not be reached; null while there is nobody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UnreachedEndpoints? Unreached { get; init; }

    /// <summary>
    /// Effects that were given up lately, the newest last: whoever reports one and is cut short before its end reports it again.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<string> GivenUp { get; init; }

    /// <summary>Who has taken it, or null.</summary>
    public Acknowledgement? Acknowledgement { get; init; }

    /// <summary>Time from the opening to the first acknowledgement, or null.</summary>
    public TimeSpan? TimeToAcknowledge { get; init; }

    /// <summary>When all alarms became quiet, or null.</summary>
    public DateTimeOffset? MitigatedAt { get; init; }

    /// <summary>How it ended, or null.</summary>
    public Resolution? Resolution { get; init; }

    /// <summary>Until when notifications are held because of maintenance or a mute, or null.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>Until when a flapping alarm keeps it open although it is OK at the moment, or null.</summary>
    public DateTimeOffset? FlappingUntil { get; init; }

    /// <summary>
    /// From when promises count, when that is not the opening: it was reopened after its end, or people could be told only then.
    /// </summary>
    public DateTimeOffset? PromisedFrom { get; init; }

    /// <summary>True once the promised time to acknowledge was missed.</summary>
    public bool AcknowledgeMissed { get; init; }

    /// <summary>True once the promised time to resolve was missed; this raises the severity, once.</summary>
    public bool ResolveMissed { get; init; }

    /// <summary>Audiences that have been told so far, and so are told when it is over.</summary>
    public ImmutableArray<string> Told { get; init; } = [];

    /// <summary>
    /// Number of the newest effect for each endpoint that was told: what is sent late must not overtake what came after it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<NewestTelling> Newest { get; init; }

    /// <summary>What people did lately, as marks of their requests: a request counts once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<ActMark> Acts { get; init; }

    /// <summary>Who has which role; each role once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<RoleHolder> Roles { get; init; }

    /// <summary>Steps of the runbook that somebody has done.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<TickedStep> Steps { get; init; }

    /// <summary>What it was, as a person says of what is over; null while nobody has said it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Verdict? Verdict { get; init; }

    /// <summary>True once somebody has said what it was, also when it came back since: nobody is asked twice.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool WasJudged { get; init; }

    /// <summary>The exercise that it is; null for what is real, and in incidents that were stored before there were exercises.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExerciseMark? Exercise { get; init; }

    /// <summary>The incident as a part of which it ended, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MergedInto { get; init; }

    /// <summary>Repairs that were asked for, as <c>remediation target</c>; each is asked for once.</summary>
    public ImmutableArray<string> Remediations { get; init; } = [];

    /// <summary>
    /// Repairs that did not help, as <c>remediation target</c>; the first raises the severity up to P2, and of each people are told once.
    /// </summary>
    public ImmutableArray<string> FailedRemediations { get; init; } = [];

    /// <summary>What is known of the repairs that have reported; each once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<RemediationStanding> Repairs { get; init; }

    /// <summary>The repair that waits for a person's approval, or null.</summary>
    public PendingApproval? PendingApproval { get; init; }

    /// <summary>What the newest repair reported, for messages; or null.</summary>
    public string? RepairReport { get; init; }

    /// <summary>Ids of what was noted around it, so that nothing is noted twice.</summary>
    public ImmutableArray<string> Context { get; init; } = [];

    /// <summary>How many effects it has had; numbers their ids.</summary>
    public int Effects { get; init; }

    /// <summary>How many timeline events it has had; numbers them.</summary>
    public int Events { get; init; }

    /// <summary>When the clock must look at it next; null when nothing is due, which is so only for resolved incidents.</summary>
    public DateTimeOffset? NextDueAt { get; init; }

    /// <summary>True while it is not resolved.</summary>
    [JsonIgnore]
    public bool IsActive => State != IncidentState.Resolved;
}

/// <summary>The newest effect for an endpoint.</summary>
/// <param name="Endpoint">Fingerprint of channel and address: short, and nobody's address.</param>
/// <param name="Effect">Number of the effect in the incident.</param>
public sealed record NewestTelling(string Endpoint, int Effect)
{
    /// <summary>What tells an endpoint from others; Slack's channels are the same with and without <c>#</c>, in any case.</summary>
    public static string Of(Channel channel, string to) =>
        Fingerprint.Of($"{channel} {(channel == Channel.Slack ? to.TrimStart('#').ToUpperInvariant() : to)}");
}

/// <summary>Where an incident stands.</summary>
[JsonConverter(typeof(NamedEnumConverter<IncidentState>))]
public enum IncidentState
{
    /// <summary>Alarms are red and nobody has taken it.</summary>
    Open,

    /// <summary>Somebody has taken it.</summary>
    Acknowledged,

    /// <summary>All alarms are quiet; the quiet period is being waited out.</summary>
    Mitigated,

    /// <summary>It is over.</summary>
    Resolved,
}

/// <summary>Says of an incident that it is an exercise: nothing is broken. It is set when the incident opens.</summary>
/// <param name="Id">Id of the exercise.</param>
/// <param name="EndsAt">When it is over at the latest.</param>
public sealed record ExerciseMark(string Id, DateTimeOffset EndsAt);

/// <summary>Somebody has taken the incident.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="ExpiresAt">When it counts no longer.</param>
/// <param name="IsSnooze">True when the person asked for a pause rather than took the work.</param>
public sealed record Acknowledgement(string By, DateTimeOffset At, DateTimeOffset ExpiresAt, bool IsSnooze);

/// <summary>How far the escalation of an incident has gone. Step times follow from it alone, so no order of events can move them.</summary>
/// <param name="Severity">Whose policy is followed.</param>
/// <param name="StartedAt">From when the delays count.</param>
/// <param name="Round">0 for the first time through the steps.</param>
/// <param name="NextStep">Index of the next step in the round.</param>
public sealed record EscalationProgress(Severity Severity, DateTimeOffset StartedAt, int Round, int NextStep)
{
    /// <summary>Whose steps are followed; null: those of the severity, as in incidents that were stored before owners had any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Owner { get; init; }
}

/// <summary>How far an incident has been escalated for not being over.</summary>
/// <param name="Severity">Whose policy is followed.</param>
/// <param name="StartedAt">From when the delays count.</param>
/// <param name="NextStep">Index of the next step.</param>
public sealed record UnresolvedProgress(Severity Severity, DateTimeOffset StartedAt, int NextStep)
{
    /// <summary>Whose steps are followed; null: those of the severity.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Owner { get; init; }
}

/// <summary>Endpoints that were given up in one step.</summary>
/// <param name="At">When the step was taken.</param>
/// <param name="Endpoints">The endpoints, as <c>channel address</c>.</param>
public sealed record UnreachedEndpoints(DateTimeOffset At, ImmutableArray<string> Endpoints);

/// <summary>A repair that waits for a person's approval.</summary>
/// <param name="Remediation">Name of the remediation.</param>
/// <param name="Target">What it would act on.</param>
/// <param name="Text">What it would do and why, as sentences.</param>
public sealed record PendingApproval(string Remediation, string Target, string Text);

/// <summary>Where a repair stands, as it has reported.</summary>
/// <param name="Repair">The repair, as <c>remediation resource</c>.</param>
/// <param name="Holds">True while what it has changed is to be given back.</param>
/// <param name="HasHeld">True once it has changed something that is to be given back.</param>
public sealed record RemediationStanding(string Repair, bool Holds, bool HasHeld)
{
    /// <summary>Who has asked to give it back, while that has not happened; or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RolledBackBy { get; init; }
}

/// <summary>How an incident ended.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who resolved it; null: it ended by itself after the quiet period.</param>
/// <param name="Note">What the person wrote, or null.</param>
public sealed record Resolution(DateTimeOffset At, string? By, string? Note);
