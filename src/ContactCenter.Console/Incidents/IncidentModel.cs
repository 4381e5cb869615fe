using System.Globalization;
using ContactCenter.Core.Api.Incidents;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Web.Serving;

namespace ContactCenter.Web.Incidents;

/// <summary>Which lines of a timeline are looked at.</summary>
public enum TimelineView
{
    /// <summary>What people did, and what changed the incident: without each change of an alarm and each message.</summary>
    People,

    /// <summary>Everything.</summary>
    All,

    /// <summary>Messages: who was told, who was not, and why.</summary>
    Told,

    /// <summary>Alarms.</summary>
    Alarms,
}

/// <summary>What somebody has tried, and what came in between; what they had written is still there.</summary>
/// <param name="Act">The act.</param>
/// <param name="Note">What they had written.</param>
/// <param name="Problem">Why it was not done.</param>
public sealed record Attempt(string Act, string? Note, Problem Problem);

/// <summary>What the page of an incident shows.</summary>
public sealed record IncidentModel
{
    /// <summary>Half hours around the beginning are shown of so long.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromHours(6);

    private const int MaximumPast = 5;

    /// <summary>The incident.</summary>
    public required IncidentDetails Incident { get; init; }

    /// <summary>What the history has of it; null: nothing yet.</summary>
    public IncidentRecord? Record { get; init; }

    /// <summary>Earlier incidents of the same resource, the newest first.</summary>
    public IReadOnlyList<IncidentRecord> Past { get; init; } = [];

    /// <summary>Half hours of the queue around its beginning; empty where it is about no queue.</summary>
    public IReadOnlyList<Core.Contacts.Numbers.QueueNumbers> HalfHours { get; init; } = [];

    /// <summary>What waited and what was to be expected then, by ten minutes; empty where nobody has learned it.</summary>
    public IReadOnlyList<Core.Monitoring.Anomalies.KeptBand> Bands { get; init; } = [];

    /// <summary>Other incidents that are not over, into which it could be merged: as bad at least.</summary>
    public IReadOnlyList<IncidentSummary> Others { get; init; } = [];

    /// <summary>The runbook; null: the center has one of its own.</summary>
    public RunbookPage? Runbook { get; init; }

    /// <summary>Which lines of the timeline are shown.</summary>
    public required TimelineView View { get; init; }

    /// <summary>What somebody has just tried in vain.</summary>
    public Attempt? Attempt { get; init; }

    /// <summary>Asks for it.</summary>
    internal static async Task<(IncidentModel? Model, Problem? Problem)> LoadAsync(Answers answers, string id, string? view)
    {
        var (incident, problem) = await answers.GetAsync($"/incidents/{Answers.Part(id)}", ConsoleJson.Default.IncidentDetails);
        if (incident is null)
        {
            return (null, problem);
        }

        var (file, _) = await answers.GetAsync($"/history/incidents/{Answers.Part(id)}", ConsoleJson.Default.RecordFile);
        var (past, _) = await answers.GetAsync(
            "/history/incidents",
            ConsoleJson.Default.RecordPage,
            ("from", incident.OpenedAt.UtcDateTime.AddMonths(-3).ToString("yyyy-MM", CultureInfo.InvariantCulture)),
            ("resource", incident.Resource),
            ("limit", "20"));
        var (others, _) = await answers.GetAsync("/incidents", ConsoleJson.Default.IncidentPage, ("limit", "100"));
        return (new IncidentModel
        {
            Incident = incident,
            Record = file?.Incident,
            Past =
            [
                .. (past?.Items ?? []).Where(record => record.Id != id && record.Group == incident.Group && record.ResolvedAt is not null)
                    .Take(MaximumPast),
            ],
            HalfHours = incident.Group == AlarmGroups.Queue ? await HalfHoursAsync(answers, incident) : [],
            Bands = incident.Group == AlarmGroups.Queue ? await BandsAsync(answers, incident) : [],
            Others =
            [
                .. (others?.Items ?? []).Where(other => other.Id != id && other.Severity <= incident.Severity),
            ],
            Runbook = RunbookPage.Find(incident.Runbook),
            View = Enum.TryParse<TimelineView>(view, ignoreCase: true, out var wanted) && Enum.IsDefined(wanted)
                ? wanted
                : TimelineView.People,
        }, null);
    }

    /// <summary>
    /// What somebody decides by: while that is the same, their decision counts although an alarm has changed since they looked.
    /// </summary>
    public static string StandOf(IncidentDetails incident) => Fingerprint.Of(string.Join(
        '\n',
        incident.State,
        incident.Severity,
        incident.AcknowledgedBy,
        incident.IsSnoozed,
        incident.PendingApproval,
        incident.MergedInto));

    /// <summary>Whether a line of the timeline is shown.</summary>
    public static bool Shows(TimelineView view, TimelineKind kind) => view switch
    {
        TimelineView.All => true,
        TimelineView.Told => kind is TimelineKind.Notified or TimelineKind.Held,
        TimelineView.Alarms => kind is TimelineKind.Alarm or TimelineKind.Flapping,
        _ => kind is not (TimelineKind.Alarm or TimelineKind.Notified or TimelineKind.Flapping),
    };

    private static async Task<IReadOnlyList<Core.Contacts.Numbers.QueueNumbers>> HalfHoursAsync(Answers answers, IncidentDetails incident)
    {
        var (from, to) = Around(incident);
        var (half, _) = await answers.GetAsync(
            $"/history/queues/{Answers.Part(incident.Resource)}", ConsoleJson.Default.QueueHalfHours, ("from", Day(from)), ("to", Day(to)));
        return [.. (half?.Items ?? []).Where(one => one.At >= from && one.At <= to)];
    }

    private static async Task<IReadOnlyList<Core.Monitoring.Anomalies.KeptBand>> BandsAsync(Answers answers, IncidentDetails incident)
    {
        var (from, to) = Around(incident);
        var (bands, _) = await answers.GetAsync(
            $"/history/bands/{Answers.Part(incident.Resource)}", ConsoleJson.Default.BandList, ("from", Day(from)), ("to", Day(to)));
        return [.. (bands?.Items ?? []).Where(one => one.At >= from && one.At <= to)];
    }

    /// <summary>The time around an incident, two days at most.</summary>
    private static (DateTimeOffset From, DateTimeOffset To) Around(IncidentDetails incident)
    {
        var from = incident.OpenedAt - Near;
        var to = (incident.ResolvedAt ?? incident.OpenedAt) + Near;
        return (from, to < from.AddDays(2) ? to : from.AddDays(2));
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
