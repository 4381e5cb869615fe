using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>
/// An alarm change reaches its correlation. Everything rests on the alarm's states in order of time, so order and number of arrivals do not
/// matter: a new state joins the active incident, or may open one (<see cref="Opening"/>).
/// </summary>
internal static class Joining
{
    /// <summary>What an alarm change means.</summary>
    public static IncidentAction Receive(IncidentDraft draft, TriagedAlarm alarm)
    {
        if (alarm.IsProbe)
        {
            return Probes.Report(draft, alarm);
        }

        var known = draft.Tracks.FirstOrDefault(track => track.Id == alarm.Id);
        var track = known is null ? NewTrack(alarm) : known.With(alarm.Moment);
        if (track is null)
        {
            return IncidentAction.Ignored;
        }

        track = track with { MayStayRed = alarm.MayStayRed };
        var action = draft.IsActive ? Join(draft, alarm, track, isNew: known is null) : Opening.OpenIfRed(draft, alarm, track);
        if (alarm.ClaimedAt is { } claimed && action != IncidentAction.Ignored)
        {
            draft.Note(
                TimelineKind.Alarm,
                $"{alarm.Name} told {claimed.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC as its time, which lay ahead when it arrived: "
                    + $"{alarm.Moment.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC counts instead.");
        }

        return action;
    }

    /// <summary>The track as a part of an incident, with the worst severity that was assessed in it.</summary>
    public static AlarmTrack TakePart(AlarmTrack track, TriagedAlarm alarm, int number)
    {
        if (!IsRed(alarm))
        {
            return track;
        }

        var isWorse = track.Incident != number || track.Severity >= alarm.Assessment.Severity;
        return track with
        {
            Incident = number,
            Severity = isWorse ? alarm.Assessment.Severity : track.Severity,
            IsInternal = isWorse ? IsInternalP1(alarm) : track.IsInternal,
            Dropped = track.Incident == number ? track.Dropped : 0,
        };
    }

    /// <summary>
    /// Stores the track; when there are too many, one that is over makes room. False when there is no such one: then the alarm is only
    /// counted.
    /// </summary>
    public static bool Keep(IncidentDraft draft, AlarmTrack track)
    {
        var isKnown = draft.Tracks.FindIndex(candidate => candidate.Id == track.Id) >= 0;
        if (!isKnown && draft.Tracks.Length >= Correlation.MaximumTracks)
        {
            var over = draft.Tracks.FindIndex(candidate => !candidate.IsRed);
            if (over < 0)
            {
                return false;
            }

            draft.Tracks = draft.Tracks.RemoveAt(over);
        }

        draft.Replace(track);
        return true;
    }

    /// <summary>
    /// The alarm is worse than the incident has been, so the incident is about it, and is its owner's. A storm stays a storm, and stays
    /// with who runs the center: nobody knows yet whose it is.
    /// </summary>
    public static void Lead(IncidentDraft draft, TriagedAlarm alarm)
    {
        var isStorm = Storms.IsStorm(draft);
        draft.Incident = draft.Active with
        {
            Subject = isStorm ? draft.Active.Subject : alarm.Subject,
            Symptom = isStorm ? draft.Active.Symptom : alarm.Symptom,
            Description = alarm.Description,
            Runbook = alarm.Runbook,
            Owner = isStorm ? draft.Active.Owner : alarm.Owner,
        };
    }

    /// <summary>True unless the alarm is OK: one without data has not recovered.</summary>
    public static bool IsRed(TriagedAlarm alarm) => alarm.Moment.State != AlarmState.Ok;

    /// <summary>The state in a word, for the timeline.</summary>
    public static string Word(AlarmState state) => state switch
    {
        AlarmState.Alarm => "red",
        AlarmState.Ok => "OK",
        _ => "without data",
    };

    private static IncidentAction Join(IncidentDraft draft, TriagedAlarm alarm, AlarmTrack track, bool isNew)
    {
        var incident = draft.Active;
        if (alarm.IsSuppressed && track.Incident != incident.Number)
        {
            Keep(draft, track);
            return IncidentAction.Ignored;
        }

        var wasMember = track.Incident == incident.Number;
        var isUntracked = !Keep(draft, TakePart(track, alarm, incident.Number))
            || (!IsRed(alarm) && !wasMember && isNew && incident.Untracked > 0);
        if (isUntracked)
        {
            incident = Count(incident, alarm);
            draft.Incident = incident;
        }
        else if (!wasMember && !IsRed(alarm))
        {
            return IncidentAction.Ignored;
        }

        var openedAt = IsRed(alarm) && alarm.Moment.At < incident.OpenedAt ? alarm.Moment.At : incident.OpenedAt;
        draft.Incident = incident with
        {
            OpenedAt = openedAt,
            Changes = draft.Members.Sum(member => member.ChangesSince(openedAt)) + incident.Untracked,
            Alarms = Math.Max(incident.Alarms, draft.Members.Count() + incident.Untracked),
        };
        draft.Note(TimelineKind.Alarm, $"{alarm.Name} is {Word(alarm.Moment.State)} since {alarm.Moment.At.UtcDateTime:HH:mm:ss} UTC.");
        if (IsRed(alarm))
        {
            Holding.Hold(draft, alarm.MutedUntil);
        }

        var leads = IsRed(alarm) && alarm.Assessment.Severity < incident.Severity;
        if (leads)
        {
            Lead(draft, alarm);
        }

        if (Storms.IsStorm(draft))
        {
            draft.Incident = draft.Active with { Symptom = Storms.Symptom(draft.Active.Alarms) };
        }

        var reopened = Quiet.Settle(draft);
        var raised = draft.IsActive && Severities.Apply(draft, leads ? alarm.Assessment.Reasons : incident.Reasons);
        Remediations.Ask(draft, alarm, track);
        return reopened ?? (raised ? IncidentAction.Raised : IncidentAction.Merged);
    }

    private static AlarmTrack NewTrack(TriagedAlarm alarm) => new()
    {
        Id = alarm.Id,
        Name = alarm.Name,
        Moments = [alarm.Moment],
        Severity = alarm.Assessment.Severity,
        IsInternal = IsInternalP1(alarm),
    };

    /// <summary>Only of a P1 is it asked whether customers are served, so only there is it kept.</summary>
    private static bool IsInternalP1(TriagedAlarm alarm) => alarm is { IsInternal: true, Assessment.Severity: Severity.P1 };

    /// <summary>An alarm that cannot be followed is counted while it is red, and its severity still counts.</summary>
    private static Incident Count(Incident incident, TriagedAlarm alarm) => incident with
    {
        Untracked = Math.Max(0, incident.Untracked + (IsRed(alarm) ? 1 : -1)),
        UntrackedSeverity = IsRed(alarm) && !(incident.UntrackedSeverity < alarm.Assessment.Severity)
            ? alarm.Assessment.Severity
            : incident.UntrackedSeverity,
    };
}
