using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Reviews;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>
/// What a meeting about a week or a month has to talk about, what is oldest or worst first: reviews that nobody has finished, actions that
/// are overdue, alarms that told of nothing, and what nearly went wrong. A section with nothing in it is left out of the meeting.
/// </summary>
public sealed record MeetingAgenda
{
    /// <summary>Of each section so many are listed; the rest is counted.</summary>
    public const int MaximumListed = 5;

    /// <summary>Reviews that are not done, the worst incident first.</summary>
    public ImmutableArray<OpenReview> Reviews { get; init; } = [];

    /// <summary>Actions whose day has passed, the longest overdue first.</summary>
    public ImmutableArray<OpenAction> Overdue { get; init; } = [];

    /// <summary>Alarms that fired more often than anybody had to do something, the noisiest first.</summary>
    public ImmutableArray<AlarmSection> Noise { get; init; } = [];

    /// <summary>What nearly went wrong, in order of time.</summary>
    public ImmutableArray<NearMiss> NearMisses { get; init; } = [];

    /// <summary>Whether there is nothing to talk about.</summary>
    public bool IsEmpty => Reviews.IsEmpty && Overdue.IsEmpty && Noise.IsEmpty && NearMisses.IsEmpty;

    /// <summary>Puts it together.</summary>
    /// <param name="sources">What the report is made of.</param>
    /// <param name="incidents">Incidents of the period.</param>
    /// <param name="actions">Actions that are open.</param>
    /// <param name="alarms">Alarms of the period, the noisiest first.</param>
    /// <param name="zone">The clock of the center.</param>
    internal static MeetingAgenda Of(
        ReportSources sources,
        IReadOnlyList<IncidentRecord> incidents,
        ImmutableArray<OpenAction> actions,
        ImmutableArray<AlarmSection> alarms,
        TimeZoneInfo zone) => new()
        {
            Reviews =
            [
                .. sources.Reviews.Where(static review => review.State != ReviewState.Done)
                    .OrderBy(static review => review.Severity)
                    .ThenBy(static review => review.DetectedAt)
                    .ThenBy(static review => review.IncidentId, StringComparer.Ordinal)
                    .Select(review => new OpenReview(
                        review.IncidentId,
                        review.Subject,
                        review.Severity,
                        review.State,
                        LocalDay.Of(review.DetectedAt, zone))),
            ],
            Overdue = [.. actions.Where(static action => action.IsOverdue)],
            Noise = [.. alarms.Where(static alarm => alarm.Fired > alarm.Acted)],
            NearMisses =
            [
                .. incidents.OrderBy(static one => one.DetectedAt).ThenBy(static one => one.Id, StringComparer.Ordinal)
                    .Select(incident => NearMiss.Of(incident, sources.Configuration.Sla)).OfType<NearMiss>(),
            ],
        };
}

/// <summary>A review that is not done.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Subject">What it was about.</param>
/// <param name="Severity">How bad it was.</param>
/// <param name="State">Where the review stands.</param>
/// <param name="Day">The day on which the incident was heard of.</param>
public sealed record OpenReview(string IncidentId, string Subject, Severity Severity, ReviewState State, DateOnly Day);

/// <summary>Why something was nearly missed.</summary>
[JsonConverter(typeof(NamedEnumConverter<NearMissKind>))]
public enum NearMissKind
{
    /// <summary>A repair ended it, and no person had done anything: had the repair not been there, customers would have felt it.</summary>
    RepairedAlone,

    /// <summary>Somebody took it in the promised time, with less than a fifth of it left.</summary>
    TakenJustInTime,

    /// <summary>It was over in the promised time, with less than a fifth of it left.</summary>
    OverJustInTime,
}

/// <summary>A grave incident that nearly went wrong.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Subject">What it was about.</param>
/// <param name="Severity">How bad it was.</param>
/// <param name="Kind">Why.</param>
/// <param name="Took">How long it took, of the promise that was nearly missed; of a repair, until it was over.</param>
public sealed record NearMiss(string IncidentId, string Subject, Severity Severity, NearMissKind Kind, TimeSpan? Took)
{
    /// <summary>Beyond this share of a promised time it was kept by luck.</summary>
    private const double Share = 0.8;

    /// <summary>Whether an incident is one: a P1 or P2 that was no noise, in the first of these ways that fits.</summary>
    internal static NearMiss? Of(IncidentRecord incident, BySeverity<SlaSettings> promises)
    {
        if (!IncidentSections.IsGrave(incident) || incident.Verdict is not (null or VerdictKind.Real))
        {
            return null;
        }

        var promise = promises[incident.Severity];
        var (taken, over) = (incident.AcknowledgedAt - incident.BeganAt, incident.ResolvedAt - incident.BeganAt);
        return incident.Acknowledged == PromiseOutcome.Kept && taken > promise.Acknowledge * Share
                ? Told(NearMissKind.TakenJustInTime, taken)
            : incident.Resolved == PromiseOutcome.Kept && over > promise.Resolve * Share ? Told(NearMissKind.OverJustInTime, over)
            : incident.Acts.IsEmpty && incident.ResolvedAt is not null && incident.Repairs.Any(static repair => repair.Helped == true)
                ? Told(NearMissKind.RepairedAlone, over)
            : null;

        NearMiss Told(NearMissKind kind, TimeSpan? took) => new(incident.Id, incident.Subject, incident.Severity, kind, took);
    }
}
