using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Incidents;

/// <summary>An incident in a list.</summary>
public record IncidentSummary
{
    /// <summary>Its id.</summary>
    [Description("Id, short enough to say on the phone.")]
    public required string Id { get; init; }

    /// <summary>Its version.</summary>
    [Description("Version; If-Match takes it in quotes.")]
    public required string Version { get; init; }

    /// <summary>How bad it is.</summary>
    [Description("P1 Critical, P2 High, P3 Medium, P4 Low.")]
    public required Severity Severity { get; init; }

    /// <summary>Where it stands.</summary>
    [Description("Where it stands.")]
    public required IncidentState State { get; init; }

    /// <summary>What is broken.</summary>
    [Description("What is broken, as people name it.")]
    public required string Subject { get; init; }

    /// <summary>The symptom.</summary>
    [Description("The symptom in a few words.")]
    public required string Symptom { get; init; }

    /// <summary>Who follows it up.</summary>
    [Description("Who owns the follow-up.")]
    public required string Owner { get; init; }

    /// <summary>Correlation group.</summary>
    [Description("Kind of the resource, such as queue.")]
    public required string Group { get; init; }

    /// <summary>The resource.</summary>
    [Description("The resource by its bare name.")]
    public required string Resource { get; init; }

    /// <summary>When it began.</summary>
    [Description("When it began.")]
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Who has taken it.</summary>
    [Description("Who has taken it, or asked for a pause.")]
    public string? AcknowledgedBy { get; init; }

    /// <summary>Until when.</summary>
    [Description("Until when that counts.")]
    public DateTimeOffset? AcknowledgedUntil { get; init; }

    /// <summary>A pause or work.</summary>
    [Description("True when it is a pause and nobody works on it.")]
    public bool IsSnoozed { get; init; }

    /// <summary>Notifications are held.</summary>
    [Description("Until when notifications are held because of planned work or a mute.")]
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>When something is due.</summary>
    [Description("When the next thing happens by itself: a step of the escalation, the end of a pause, the end of the quiet period.")]
    public DateTimeOffset? NextDueAt { get; init; }

    /// <summary>Whether it is an exercise.</summary>
    [Description("Id of the exercise that it is: nothing is broken. Absent for what is real.")]
    public string? Exercise { get; init; }

    /// <summary>Until when it shall be taken.</summary>
    [Description("Until when somebody has to take it by what is promised; absent once somebody has, and while notifications are held.")]
    public DateTimeOffset? AcknowledgeBy { get; init; }

    /// <summary>Who decides.</summary>
    [Description("Who has the role commander.")]
    public string? Commander { get; init; }

    /// <summary>What waits for approval.</summary>
    [Description("What a repair would do once somebody approves it.")]
    public string? PendingApproval { get; init; }

    /// <summary>How many alarms.</summary>
    [Description("How many alarms have taken part.")]
    public required int Alarms { get; init; }

    /// <summary>How many changes.</summary>
    [Description("How many alarm changes were received.")]
    public required int Changes { get; init; }

    /// <summary>A view that is filled by whoever reads an answer.</summary>
    public IncidentSummary()
    {
    }

    /// <summary>The view of an incident.</summary>
    [SetsRequiredMembers]
    private protected IncidentSummary(Incident incident, long version, IncidentPolicy policy, Translation words)
    {
        Id = incident.Id;
        Version = VersionText(version);
        Severity = incident.Severity;
        State = incident.State;
        Subject = words.Of(incident.Subject);
        Symptom = words.Of(incident.Symptom);
        Owner = incident.Owner;
        Group = incident.Key.Group;
        Resource = incident.Key.Resource;
        OpenedAt = incident.OpenedAt;
        AcknowledgedBy = incident.Acknowledgement?.By;
        AcknowledgedUntil = incident.Acknowledgement?.ExpiresAt;
        IsSnoozed = incident.Acknowledgement?.IsSnooze ?? false;
        HeldUntil = incident.HeldUntil;
        Exercise = incident.Exercise?.Id;
        NextDueAt = incident.NextDueAt;
        AcknowledgeBy = incident is { State: IncidentState.Open, TimeToAcknowledge: null, HeldUntil: null, Exercise: null }
            ? (incident.PromisedFrom ?? incident.OpenedAt) + policy.Sla(incident.Severity).Acknowledge
            : null;
        Commander = incident.Roles.IsDefault
            ? null
            : incident.Roles.FirstOrDefault(static one => one.Role == IncidentRole.Commander)?.Person;
        PendingApproval = incident.PendingApproval is { } pending ? words.Of(pending.Text) : null;
        Alarms = incident.Alarms;
        Changes = incident.Changes;
    }

    /// <summary>The summary of an incident.</summary>
    internal static IncidentSummary Of(Incident incident, long version, IncidentPolicy policy, Translation words) =>
        new(incident, version, policy, words);

    /// <summary>A version as an ETag says it.</summary>
    internal static string VersionText(long version) => version.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One incident.</summary>
public sealed record IncidentDetails : IncidentSummary
{
    /// <summary>What the worst alarm tells.</summary>
    [Description("What the worst alarm tells, in a sentence.")]
    public required string Description { get; init; }

    /// <summary>Why it is that bad.</summary>
    [Description("Why it is that bad.")]
    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>The runbook.</summary>
    [Description("Name of the runbook.")]
    public required string Runbook { get; init; }

    /// <summary>Address of the runbook.</summary>
    [Description("Address of the runbook.")]
    public required string RunbookUrl { get; init; }

    /// <summary>Who was told.</summary>
    [Description("Audiences that have been told.")]
    public required ImmutableArray<string> Told { get; init; }

    /// <summary>What the newest repair reported.</summary>
    [Description("What the newest repair reported.")]
    public string? RepairReport { get; init; }

    /// <summary>When all alarms became quiet.</summary>
    [Description("When all alarms became quiet.")]
    public DateTimeOffset? MitigatedAt { get; init; }

    /// <summary>Who has which role.</summary>
    [Description("Who has which role.")]
    public IReadOnlyList<RoleHolder> Roles { get; init; } = [];

    /// <summary>Steps of the runbook that are done.</summary>
    [Description("Steps of the runbook that are done.")]
    public IReadOnlyList<TickedStep> Steps { get; init; } = [];

    /// <summary>What it was.</summary>
    [Description("What it was, as a person says.")]
    public Verdict? Verdict { get; init; }

    /// <summary>Whether somebody should say what it was.</summary>
    [Description("True when it is over and nobody has said what it was.")]
    public bool AsksVerdict { get; init; }

    /// <summary>What it became a part of.</summary>
    [Description("Id of the incident that it became a part of.")]
    public string? MergedInto { get; init; }

    /// <summary>When it ended.</summary>
    [Description("When it ended.")]
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Who ended it.</summary>
    [Description("Who ended it; absent: it ended by itself.")]
    public string? ResolvedBy { get; init; }

    /// <summary>What that person wrote.</summary>
    [Description("What that person wrote.")]
    public string? ResolvedNote { get; init; }

    /// <summary>The newest events.</summary>
    [Description("The newest events, in order; /timeline has all of them. Absent in the answer to an act.")]
    public IReadOnlyList<TimelineEntry>? Timeline { get; init; }

    /// <summary>A view that is filled by whoever reads an answer.</summary>
    public IncidentDetails()
    {
    }

    [SetsRequiredMembers]
    private IncidentDetails(
        Incident incident, long version, IncidentPolicy policy, Translation words, IReadOnlyList<TimelineEntry>? timeline)
        : base(incident, version, policy, words)
    {
        Description = words.Of(incident.Description);
        Reasons = [.. incident.Reasons.Select(words.Of)];
        Runbook = incident.Runbook;
        RunbookUrl = policy.RunbookUrl(incident.Runbook);
        Told = incident.Told;
        RepairReport = incident.RepairReport is { } report ? words.Of(report) : null;
        MitigatedAt = incident.MitigatedAt;
        Roles = incident.Roles.IsDefault ? [] : incident.Roles;
        Steps = incident.Steps.IsDefault ? [] : [.. incident.Steps.OrderBy(static step => step.Number)];
        Verdict = incident.Verdict;
        AsksVerdict = incident is { IsActive: false, Verdict: null };
        MergedInto = incident.MergedInto;
        ResolvedAt = incident.Resolution?.At;
        ResolvedBy = incident.Resolution?.By;
        ResolvedNote = incident.Resolution?.Note;
        Timeline = timeline;
    }

    /// <summary>The view of an incident.</summary>
    internal static IncidentDetails Of(
        Incident incident, long version, IncidentPolicy policy, Translation words, IReadOnlyList<TimelineEntry>? timeline) =>
        new(incident, version, policy, words, timeline);
}

/// <summary>A page of incidents.</summary>
/// <param name="Items">The incidents, the worst first, then the oldest.</param>
/// <param name="Unreadable">How many open incidents could not be read.</param>
/// <param name="Next">What <c>after</c> takes for the next page; null: this is the last.</param>
public sealed record IncidentPage(IReadOnlyList<IncidentSummary> Items, int Unreadable, string? Next);

/// <summary>One line of a timeline.</summary>
/// <param name="Number">1 for the first event of the incident.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What kind of thing happened.</param>
/// <param name="Text">What happened, as a sentence.</param>
public sealed record TimelineEntry(int Number, DateTimeOffset At, TimelineKind Kind, string Text)
{
    /// <summary>What the sentence speaks of.</summary>
    [Description("Whom and what the sentence speaks of; absent where there is nothing to name.")]
    public TimelineFacts? Facts { get; init; }

    /// <summary>The view of an event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="words">The language.</param>
    /// <param name="hidesAddresses">True: at which number or address somebody was told is not said.</param>
    internal static TimelineEntry Of(TimelineEvent happened, Translation words, bool hidesAddresses)
    {
        var text = words.Of(happened.Text);
        var shown = hidesAddresses && happened.Kind == TimelineKind.Notified ? HiddenAddresses.In(text) : text;
        return new(happened.Number, happened.At, happened.Kind, shown) { Facts = happened.Facts };
    }
}

/// <summary>A page of a timeline.</summary>
/// <param name="Items">The events, in order.</param>
/// <param name="Next">What <c>after</c> takes for the next page; null: this is the last.</param>
public sealed record TimelinePage(IReadOnlyList<TimelineEntry> Items, string? Next);

/// <summary>Who calls.</summary>
/// <param name="Name">As the author of acts.</param>
/// <param name="Role">What the caller may do.</param>
public sealed record CallerView(string Name, string Role);
