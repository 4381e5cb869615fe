using System.Text.Json.Serialization;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Incidents;

/// <summary>One line of what happened; never changed once written.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Number">1 for the first event of the incident.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What kind of thing happened.</param>
/// <param name="Text">What happened, as a sentence.</param>
public sealed record TimelineEvent(string IncidentId, int Number, DateTimeOffset At, TimelineKind Kind, string Text)
{
    /// <summary>
    /// What the sentence speaks of; null in events that were stored before it was kept, and where there is nothing to name.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimelineFacts? Facts { get; init; }
}

/// <summary>Whom and what a timeline event speaks of, so that nobody has to read its sentence to find that. Each may be null.</summary>
public sealed record TimelineFacts
{
    /// <summary>The person who acted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Actor { get; init; }

    /// <summary>What the person did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PersonAction? Act { get; init; }

    /// <summary>Name of the alarm.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Alarm { get; init; }

    /// <summary>Name of the audience that was told, or was to be.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Audience { get; init; }

    /// <summary>The channel by which it was told, or was to be; several stand in order, with commas between them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Channel { get; init; }

    /// <summary>Id of the configuration change.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Change { get; init; }

    /// <summary>The repair, as <c>remediation target</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Repair { get; init; }

    /// <summary>Whether the repair helped, or may still; false when it cannot.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Helped { get; init; }

    /// <summary>The severity that the incident has from then on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Severity? Severity { get; init; }

    /// <summary>The promise that was missed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PromiseKind? Promise { get; init; }

    /// <summary>True when a person wrote what those who wait are told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsForStakeholders { get; init; }

    /// <summary>Who did what.</summary>
    internal static TimelineFacts Of(PersonActed acted) => new()
    {
        Actor = acted.By,
        Act = acted.Action,
        IsForStakeholders = acted.IsForStakeholders,
    };
}

/// <summary>What is promised of an incident.</summary>
[JsonConverter(typeof(NamedEnumConverter<PromiseKind>))]
public enum PromiseKind
{
    /// <summary>That somebody takes it in time.</summary>
    Acknowledge,

    /// <summary>That it is over in time.</summary>
    Resolve,
}

/// <summary>What a timeline event is about.</summary>
[JsonConverter(typeof(NamedEnumConverter<TimelineKind>))]
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
