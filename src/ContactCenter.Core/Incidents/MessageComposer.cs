using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents.Engine;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents;

/// <summary>Takes the snapshot of an incident that a message tells.</summary>
internal static class MessageComposer
{
    /// <summary>So many red alarms are named; the rest is a number.</summary>
    private const int MaximumNamed = 10;

    public static IncidentMessage Compose(
        Incident incident, IEnumerable<AlarmTrack> tracks, IncidentPolicy policy, Occasion occasion, DateTimeOffset at, string? remark)
    {
        AlarmTrack[] red =
        [
            .. tracks.Where(track => track.Incident == incident.Number && track.IsRed)
                .OrderBy(static track => track.Severity)
                .ThenBy(static track => track.Latest.At),
        ];
        return new()
        {
            Occasion = occasion,
            IncidentId = incident.Id,
            Severity = incident.Severity,
            State = incident.State,
            Subject = incident.Subject,
            Group = incident.Key.Group,
            Resource = incident.Key.Resource,
            Symptom = incident.Symptom,
            Description = incident.Exercise is null
                ? incident.Description
                : $"{Sentences.ExerciseMeaning} {incident.Description}",
            Exercise = incident.Exercise is null ? null : incident.Subject[Sentences.ExerciseSubject("").Length..],
            Reasons = incident.Reasons,
            Origin = incident.Origin,
            RedNow = red.Length + incident.Untracked,
            RedAtMost = Math.Max(incident.RedAtMost, red.Length + incident.Untracked),
            Red = red.Length > 1 && incident.Key.Group != CorrelationKey.StormGroup ? Named(red) : null,
            Scope = policy.ScopeOf(incident.Key),
            Owner = incident.Owner,
            RunbookUrl = policy.RunbookUrl(incident.Runbook),
            Repair = incident.RepairReport
            ?? (incident.Remediations.IsEmpty ? null : Sentences.RepairAsked(string.Join(", ", incident.Remediations))),
            AsksApproval = incident.IsActive && incident.PendingApproval is not null,
            AsksVerdict = occasion is Occasion.Resolved && incident is
            {
                Severity: not Severity.P4, Exercise: null, Verdict: null, WasJudged: false, MergedInto: null,
            },
            OpenedAt = incident.OpenedAt,
            PromisedFrom = incident.PromisedFrom,
            At = at,
            Alarms = incident.Alarms,
            Changes = incident.Changes,
            AcknowledgedBy = incident.Acknowledgement?.By,
            Remark = remark,
        };
    }

    private static string Named(AlarmTrack[] red)
    {
        var text = string.Join("; ", red.Take(MaximumNamed).Select(static track => track.Subject is null
            ? track.Name
            : Sentences.RedAlarm(track.Subject, track.Symptom!, $"{track.Severity}")));
        return red.Length > MaximumNamed ? Sentences.ListOf(text, Sentences.AndMore(Kinds.Of(red.Skip(MaximumNamed)))) : text;
    }
}
