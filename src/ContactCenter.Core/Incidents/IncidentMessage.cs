using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Triage;

namespace ContactCenter.Core.Incidents;

/// <summary>Everything that a message tells, before it is worded for a channel: a snapshot of the incident when it was decided.</summary>
public sealed record IncidentMessage
{
    /// <summary>Why people are told.</summary>
    public required Occasion Occasion { get; init; }

    /// <summary>The incident.</summary>
    public required string IncidentId { get; init; }

    /// <summary>How bad it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>True for a P1 of which no alarm says that customers are not served: AWS Support is not asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsInternal { get; init; }

    /// <summary>Where the incident stands.</summary>
    public required IncidentState State { get; init; }

    /// <summary>The resource as people name it: "Queue Billing".</summary>
    public required string Subject { get; init; }

    /// <summary>Correlation group of the incident, such as <c>queue</c>; null in messages that were decided before they told it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Group { get; init; }

    /// <summary>The resource by its bare name, such as <c>Billing</c>; null in messages that were decided before they told it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Resource { get; init; }

    /// <summary>The symptom in a few words.</summary>
    public required string Symptom { get; init; }

    /// <summary>What the alarm tells, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Why it is that bad.</summary>
    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>The worst alarm itself; null in messages that were decided before it was told, and where there is no alarm.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AlarmOrigin? Origin { get; init; }

    /// <summary>How many of its alarms are red; null in messages that were decided before it was told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RedNow { get; init; }

    /// <summary>How many of them were red at once, at most.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RedAtMost { get; init; }

    /// <summary>The red alarms by name, the worst first, where several are and the description does not name them; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Red { get; init; }

    /// <summary>Where: environment and Region.</summary>
    public required string Scope { get; init; }

    /// <summary>Who owns the follow-up; null in messages that were decided before they told it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Owner { get; init; }

    /// <summary>Address of the runbook.</summary>
    public required string RunbookUrl { get; init; }

    /// <summary>What is being repaired automatically, or null.</summary>
    public string? Repair { get; init; }

    /// <summary>True while the repair waits for somebody's approval.</summary>
    public bool AsksApproval { get; init; }

    /// <summary>
    /// What an exercise is about, without the word that <see cref="Subject"/> begins with; null: it is none, and something is broken.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Exercise { get; init; }

    /// <summary>True where it tells the end of what was worth a message and nobody has said yet what it was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AsksVerdict { get; init; }

    /// <summary>When the incident began.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>From when promises count, when that is not <see cref="OpenedAt"/>; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? PromisedFrom { get; init; }

    /// <summary>When the message was decided.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How many alarms have taken part.</summary>
    public required int Alarms { get; init; }

    /// <summary>How many alarm changes were received.</summary>
    public required int Changes { get; init; }

    /// <summary>Who has taken it, or null.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>What to add for this occasion: who resolved it and how, why it was escalated; or null.</summary>
    public string? Remark { get; init; }

    /// <summary>Who reads it; it is stored for anybody.</summary>
    [JsonIgnore]
    public Reader Reader { get; init; } = Reader.Anybody;

    /// <summary>The message as somebody reads it: every sentence of ours in their language; what others wrote stays as it is.</summary>
    public IncidentMessage For(Reader reader) => this with
    {
        Reader = reader,
        Subject = reader.Say(Subject),
        Exercise = Exercise is null ? null : reader.Say(Exercise),
        Symptom = reader.Say(Symptom),
        Description = reader.Say(Description),
        Reasons = Reasons.IsDefault ? Reasons : [.. Reasons.Select(reader.Say)],
        Scope = reader.Say(Scope),
        Repair = Repair is null ? null : reader.Say(Repair),
        Remark = Remark is null ? null : reader.Say(Remark),
        Red = Red is null ? null : reader.Say(Red),
    };

    /// <summary>A sentence of ours in the reader's language.</summary>
    public string Say(string sentence) => Reader.Say(sentence);
}

/// <summary>Why people are told.</summary>
[JsonConverter(typeof(NamedEnumConverter<Occasion>))]
public enum Occasion
{
    /// <summary>An incident opened.</summary>
    Opened,

    /// <summary>A message arrived that is not an alarm.</summary>
    Unrecognised,

    /// <summary>The severity rose.</summary>
    Raised,

    /// <summary>It is still open and they were told before.</summary>
    Reminder,

    /// <summary>Nobody acted, so more people are told.</summary>
    Escalated,

    /// <summary>A repair waits until somebody approves it.</summary>
    ApprovalNeeded,

    /// <summary>Somebody has taken it; told only where a message or ticket is kept up to date.</summary>
    Acknowledged,

    /// <summary>The incident came back.</summary>
    Reopened,

    /// <summary>All alarms are quiet.</summary>
    Mitigated,

    /// <summary>It is over.</summary>
    Resolved,
}
