using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>What an alarm change means. Everything rests on the alarm's states in order of time, so order and number of arrivals do not matter.</summary>
internal static class AlarmDecisions
{
    public static IncidentAction Decide(IncidentDraft draft, TriagedAlarm alarm)
    {
        if (alarm.IsProbe)
        {
            return ProbeDecisions.Decide(draft, alarm);
        }

        var known = draft.Tracks.FirstOrDefault(track => track.Id == alarm.Id);
        var track = known is null ? NewTrack(alarm) : known.With(alarm.Moment);
        if (track is null)
        {
            return IncidentAction.Ignored;
        }

        track = track with { MayStayRed = alarm.MayStayRed };
        var action = draft.IsActive ? Join(draft, alarm, track, isNew: known is null) : OpenIfRed(draft, alarm, track);
        if (alarm.ClaimedAt is { } claimed && action != IncidentAction.Ignored)
        {
            draft.Note(
                TimelineKind.Alarm,
                $"{alarm.Name} told {claimed.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC as its time, which lay ahead when it arrived: {alarm.Moment.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC counts instead.");
        }

        return action;
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

    private static bool IsRed(TriagedAlarm alarm) => alarm.Moment.State != AlarmState.Ok;

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
            draft.Hold(alarm.MutedUntil);
        }

        var leads = IsRed(alarm) && alarm.Assessment.Severity < incident.Severity;
        if (leads)
        {
            draft.Incident = draft.Active with
            {
                Subject = IsStorm(draft) ? incident.Subject : alarm.Subject,
                Symptom = IsStorm(draft) ? incident.Symptom : alarm.Symptom,
                Description = alarm.Description,
                Runbook = alarm.Runbook,
                Owner = alarm.Owner,
            };
        }

        if (IsStorm(draft))
        {
            draft.Incident = draft.Active with { Symptom = StormRules.Symptom(draft.Active.Alarms) };
        }

        var reopened = StateMoves.Settle(draft);
        var raised = draft.IsActive && SeverityMoves.Apply(draft, leads ? alarm.Assessment.Reasons : incident.Reasons);
        Remediate(draft, alarm, track);
        return reopened ?? (raised ? IncidentAction.Raised : IncidentAction.Merged);
    }

    private static IncidentAction OpenIfRed(IncidentDraft draft, TriagedAlarm alarm, AlarmTrack track)
    {
        var last = draft.Incident;
        if (alarm.IsSuppressed || (!track.IsRed && !IsRed(alarm)))
        {
            Keep(draft, track);
            return IncidentAction.Ignored;
        }

        if (!track.IsRed && last?.Resolution is { } end && alarm.Moment.At <= end.At)
        {
            return AddToEnded(draft, last, alarm, track);
        }

        if (track.IsRed && last?.Resolution is { } resolution && draft.Now - resolution.At < draft.Policy.Settings.RelapseWindow)
        {
            Keep(draft, TakePart(track, alarm, last.Number));
            draft.Incident = last with
            {
                State = IncidentState.Open,
                Resolution = null,
                PromisedFrom = draft.Now,
                AcknowledgeMissed = false,
                ResolveMissed = false,
                Changes = draft.Members.Sum(member => member.ChangesSince(last.OpenedAt)),
                Alarms = Math.Max(last.Alarms, draft.Members.Count()),
            };
            draft.Hold(alarm.MutedUntil);
            var action = StateMoves.ReturnToWork(draft, $"{alarm.Name} is {Word(alarm.Moment.State)} again.");
            _ = SeverityMoves.Apply(draft, alarm.Assessment.Reasons);
            Remediate(draft, alarm, track);
            return action;
        }

        return Open(draft, alarm, track);
    }

    /// <summary>An alarm heard of only now was red and over while the last incident lasted: it took part in that one, and changes nothing for anybody.</summary>
    private static IncidentAction AddToEnded(IncidentDraft draft, Incident last, TriagedAlarm alarm, AlarmTrack track)
    {
        Keep(draft, TakePart(track, alarm, last.Number));
        draft.Incident = last with
        {
            Changes = draft.Members.Sum(member => member.ChangesSince(last.OpenedAt)),
            Alarms = Math.Max(last.Alarms, draft.Members.Count()),
        };
        draft.Note(TimelineKind.Alarm, $"{alarm.Name} was {Word(alarm.Moment.State)} at {alarm.Moment.At.UtcDateTime:HH:mm:ss} UTC; that was heard of late.");
        return IncidentAction.Merged;
    }

    private static IncidentAction Open(IncidentDraft draft, TriagedAlarm alarm, AlarmTrack track)
    {
        var number = (draft.Incident?.Number ?? 0) + 1;
        Keep(draft, TakePart(track, alarm, number));
        var isStorm = IsStorm(draft);
        draft.Incident = new Incident
        {
            Id = $"{draft.Key.Code}-{number}",
            Key = draft.Key,
            Number = number,
            State = IncidentState.Open,
            Severity = alarm.Assessment.Severity,
            Reasons = isStorm ? alarm.Assessment.Reasons.Insert(0, StormRules.Reason(draft.Policy.Settings)) : alarm.Assessment.Reasons,
            Subject = isStorm ? StormRules.Subject : alarm.Subject,
            Symptom = isStorm ? StormRules.Symptom(1) : alarm.Symptom,
            Description = alarm.Description,
            Runbook = isStorm ? StormRules.Runbook : alarm.Runbook,
            Owner = alarm.Owner,
            OpenedAt = alarm.Moment.At,
            Changes = draft.Tracks.Where(member => member.Incident == number).Sum(member => member.ChangesSince(alarm.Moment.At)),
            Alarms = 1,
            Escalation = new EscalationProgress(alarm.Assessment.Severity, draft.Now, 0, 0),
        };
        draft.Note(TimelineKind.Opened, $"{alarm.Name} is {Word(alarm.Moment.State)}: {alarm.Description}");
        draft.Hold(alarm.MutedUntil);
        Remediate(draft, alarm, track);
        EscalationMoves.Start(draft, alarm.IsUnrecognised ? Occasion.Unrecognised : Occasion.Opened, []);

        // an alarm that is heard of only after its OK has opened an incident all the same, and ended it
        var ended = StateMoves.Settle(draft);
        return ended ?? (alarm.IsUnrecognised ? IncidentAction.Unrecognised : IncidentAction.Opened);
    }

    private static AlarmTrack TakePart(AlarmTrack track, TriagedAlarm alarm, int number)
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

    private static void Remediate(IncidentDraft draft, TriagedAlarm alarm, AlarmTrack track)
    {
        if (alarm.Remediation is { } remediation && track.IsRed && alarm.Moment.State == AlarmState.Alarm && draft.IsActive)
        {
            draft.Remediate(remediation, alarm.Target, alarm.Name);
        }
    }

    /// <summary>Stores the track; when there are too many, one that is over makes room. False when there is no such one: then the alarm is only counted.</summary>
    private static bool Keep(IncidentDraft draft, AlarmTrack track)
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

    /// <summary>An alarm that cannot be followed is counted while it is red, and its severity still counts.</summary>
    private static Incident Count(Incident incident, TriagedAlarm alarm) => incident with
    {
        Untracked = Math.Max(0, incident.Untracked + (IsRed(alarm) ? 1 : -1)),
        UntrackedSeverity = IsRed(alarm) && !(incident.UntrackedSeverity < alarm.Assessment.Severity) ? alarm.Assessment.Severity : incident.UntrackedSeverity,
    };

    private static bool IsStorm(IncidentDraft draft) => draft.Key.Group == CorrelationKey.StormGroup;

    private static string Word(AlarmState state) => state switch
    {
        AlarmState.Alarm => "red",
        AlarmState.Ok => "OK",
        _ => "without data",
    };
}
