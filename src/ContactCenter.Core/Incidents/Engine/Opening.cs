using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>
/// An alarm turns red while its correlation has no active incident: one opens, or the last one comes back when that ended a short while
/// ago. An alarm that is heard of late belongs to the one that has ended.
/// </summary>
internal static class Opening
{
    /// <summary>What is heard of later than this could not be acted on before: promises count from then.</summary>
    private static readonly TimeSpan HeardLate = TimeSpan.FromMinutes(5);

    /// <summary>Opens an incident when the alarm is red, or was.</summary>
    public static IncidentAction OpenIfRed(IncidentDraft draft, TriagedAlarm alarm, AlarmTrack track)
    {
        var last = draft.Incident;
        if (alarm.IsSuppressed || (!track.IsRed && !Joining.IsRed(alarm)))
        {
            Joining.Keep(draft, track);
            return IncidentAction.Ignored;
        }

        // an exercise that is over stays over, whatever of its plan comes late
        if (last?.Exercise is not null)
        {
            return IncidentAction.Ignored;
        }

        if (!track.IsRed && last?.Resolution is { } end && alarm.Moment.At <= end.At)
        {
            return AddToEnded(draft, last, alarm, track);
        }

        if (track.IsRed && last?.Resolution is { } resolution && draft.Now - resolution.At < draft.Policy.Settings.RelapseWindow)
        {
            return Quiet.Relapse(draft, last, alarm, track);
        }

        return Open(draft, alarm, track);
    }

    /// <summary>
    /// An alarm heard of only now was red and over while the last incident lasted: it took part in that one, and changes nothing for
    /// anybody.
    /// </summary>
    private static IncidentAction AddToEnded(IncidentDraft draft, Incident last, TriagedAlarm alarm, AlarmTrack track)
    {
        Joining.Keep(draft, Joining.TakePart(track, alarm, draft.Key, last.Number));
        draft.Incident = last with
        {
            Changes = draft.Members.Sum(member => member.ChangesSince(last.OpenedAt)),
            Alarms = Math.Max(last.Alarms, draft.Members.Count()),
        };
        draft.Note(
            TimelineKind.Alarm,
            Sentences.NoteHeardLate(alarm.Name, Joining.Word(alarm.Moment.State), $"{alarm.Moment.At.UtcDateTime:HH:mm:ss}"),
            new() { Alarm = alarm.Name });
        return IncidentAction.Merged;
    }

    private static IncidentAction Open(IncidentDraft draft, TriagedAlarm alarm, AlarmTrack track)
    {
        var number = (draft.Incident?.Number ?? draft.Unreadable?.Number ?? 0) + 1;
        Joining.Keep(draft, Joining.TakePart(track, alarm, draft.Key, number));
        var isStorm = Storms.IsStorm(draft);
        draft.Incident = new Incident
        {
            Id = $"{draft.Key.Code}-{number}",
            Key = draft.Key,
            Number = number,
            State = IncidentState.Open,
            Severity = alarm.Assessment.Severity,
            Reasons = Storms.Reasons(draft, alarm),
            Subject = isStorm ? Storms.Subject : alarm.Subject,
            Symptom = isStorm ? Storms.Symptom(1) : alarm.Symptom,
            Description = alarm.Description,
            Origin = alarm.Origin,
            Exercise = alarm.Exercise is { } exercise ? new ExerciseMark(exercise.Exercise, exercise.EndsAt) : null,
            Runbook = isStorm ? Storms.Runbook : alarm.Runbook,
            Owner = isStorm ? AlarmOwners.Operations : alarm.Owner,
            OpenedAt = alarm.Moment.At,
            PromisedFrom = draft.Now - alarm.Moment.At > HeardLate ? draft.Now : null,
            Changes = draft.Tracks.Where(member => member.Incident == number).Sum(member => member.ChangesSince(alarm.Moment.At)),
            Alarms = 1,
            Escalation = new EscalationProgress(alarm.Assessment.Severity, draft.Now, 0, 0),
        };
        var opens = !alarm.IsWhole || alarm.MutedUntil is not null;
        draft.Note(
            opens ? TimelineKind.Opened : TimelineKind.Alarm,
            Reports.Told(alarm) ?? Sentences.NoteIs(alarm.Name, Joining.Word(alarm.Moment.State), alarm.Description),
            Reports.Facts(alarm) with { Severity = alarm.Assessment.Severity });
        if (draft.Unreadable is { } unreadable)
        {
            draft.Note(
                TimelineKind.Context,
                Sentences.NoteUnreadable(unreadable.KeptAs));
        }

        if (isStorm)
        {
            Storms.Describe(draft, alarm.Assessment.Severity == Severity.P1 ? alarm.Id : null);
        }

        Holding.Begin(draft);
        Remediations.Ask(draft, alarm, track);
        Escalating.Start(draft, alarm.IsUnrecognised ? Occasion.Unrecognised : Occasion.Opened, []);

        // an alarm that is heard of only after its OK has opened an incident all the same, and ended it
        var ended = Quiet.Settle(draft);
        return ended ?? (alarm.IsUnrecognised ? IncidentAction.Unrecognised : opens ? IncidentAction.Opened : IncidentAction.Noted);
    }
}
