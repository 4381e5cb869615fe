using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Triage;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>
/// What people report is rated by how many of them say so within a quarter of an hour, and about which queue: one is a P3, or what they ask
/// for up to P2; three are a P2; eight about a queue of high importance are a P1, because so many voices do say that customers are not
/// served. A person counts once, however often they report: names and addresses are compared in any letter case.
/// </summary>
internal static class Reports
{
    /// <summary>So many people make it a P2.</summary>
    public const int Several = 3;

    /// <summary>So many people make it a P1, where the queue is important.</summary>
    public const int Many = 8;

    /// <summary>Within this they count together.</summary>
    public static readonly TimeSpan Together = TimeSpan.FromMinutes(15);

    /// <summary>The alarm as it is rated among those before it; what is no report stays as it is.</summary>
    public static TriagedAlarm Rated(IncidentDraft draft, TriagedAlarm alarm)
    {
        if (alarm.Report is not { } report)
        {
            return alarm;
        }

        Forget(draft);
        var people = (draft.IsActive ? Voices(draft.Members, report.At) : [])
            .Append(alarm.Name)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Count();
        var severity = people >= Many && alarm.IsImportant ? Severity.P1 : people >= Several ? Severity.P2 : Severity.P4;
        return severity < alarm.Assessment.Severity
            ? alarm with { Assessment = new SeverityAssessment(severity, [Sentences.RatedReportedByMany($"{people}")]) }
            : alarm;
    }

    /// <summary>The names of those who have reported an incident lately.</summary>
    /// <param name="tracks">What is known under its key.</param>
    /// <param name="incident">Its number.</param>
    /// <param name="at">The time.</param>
    public static IEnumerable<string> Voices(IEnumerable<AlarmTrack> tracks, int incident, DateTimeOffset at) =>
        Voices(tracks.Where(track => track.Incident == incident), at).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the timeline says of an alarm that is a report; null for any other.</summary>
    public static string? Told(TriagedAlarm alarm) => alarm.Report is null ? null : alarm.Description;

    /// <summary>Whom and what the timeline names for an alarm: of a report, who made it and by which way.</summary>
    public static TimelineFacts Facts(TriagedAlarm alarm) =>
        new() { Alarm = alarm.Name, Actor = alarm.Report?.By, Channel = alarm.Report?.Through };

    private static IEnumerable<string> Voices(IEnumerable<AlarmTrack> members, DateTimeOffset at) => members
        .Where(track => IsOne(track) && at - track.Latest.At < Together)
        .Select(static track => track.Name);

    /// <summary>A report never says that it is over, so that of an earlier incident would stay for ever.</summary>
    private static void Forget(IncidentDraft draft)
    {
        var current = draft.IsActive ? draft.Incident!.Number : (int?)null;
        if (draft.Tracks.Any(track => IsOne(track) && track.Incident != current))
        {
            draft.Tracks = draft.Tracks.RemoveAll(track => IsOne(track) && track.Incident != current);
        }
    }

    /// <summary>Whether it stands for a report, and not for an alarm.</summary>
    public static bool IsOne(AlarmTrack track) => track.Id.Arn.StartsWith("report:", StringComparison.Ordinal);
}
