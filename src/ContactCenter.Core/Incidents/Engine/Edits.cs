using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>What becomes of an incident when somebody edits its alarms: a deleted one is over, every other edit is only noted.</summary>
internal static class Edits
{
    public static IncidentAction Note(IncidentDraft draft, AlarmEdited edited)
    {
        if (!draft.IsActive)
        {
            return IncidentAction.Ignored;
        }

        if (edited.Edit != AlarmEdit.Deleted)
        {
            draft.Note(
                TimelineKind.Context,
                Sentences.NoteChanged($"{edited.At.UtcDateTime:HH:mm:ss}", edited.Name),
                new() { Alarm = edited.Name });
            return IncidentAction.Noted;
        }

        var over = draft.Members
            .Where(track => track.Id.Arn == edited.Arn && track.Latest.State != AlarmState.Ok && track.Latest.At <= edited.At)
            .ToArray();
        if (over.Length == 0)
        {
            return IncidentAction.Ignored;
        }

        foreach (var track in over)
        {
            draft.Replace(track.With(new AlarmMoment(edited.At, AlarmState.Ok)) ?? track);
        }

        draft.Note(
            TimelineKind.Alarm,
            Sentences.NoteDeletedAt(edited.Name, $"{edited.At.UtcDateTime:HH:mm:ss}"),
            new() { Alarm = edited.Name });
        Holding.Look(draft);
        return Quiet.Settle(draft) ?? IncidentAction.Merged;
    }

    /// <summary>An incident that has only waited for the series of its alarm ends without a word: nobody has heard of it.</summary>
    public static IncidentAction EndWaiting(IncidentDraft draft, SeriesTold told)
    {
        if (!draft.IsActive
            || !draft.Active.Told.IsEmpty
            || draft.Members.Any(track => !track.IsWhole || track.Id.Arn != told.Arn))
        {
            return IncidentAction.Ignored;
        }

        draft.Incident = draft.Active with
        {
            State = IncidentState.Resolved,
            Resolution = new Resolution(draft.Now, null, null),
            HeldUntil = null,
        };
        draft.Note(TimelineKind.Alarm, Sentences.NoteSeriesTells);
        return IncidentAction.Noted;
    }
}
