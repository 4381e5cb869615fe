using ContactCenter.Core.Monitoring.Alarms;

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
            draft.Note(TimelineKind.Context, $"{edited.At.UtcDateTime:HH:mm:ss} UTC: the alarm {edited.Name} was changed.");
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

        draft.Note(TimelineKind.Alarm, $"{edited.Name} was deleted at {edited.At.UtcDateTime:HH:mm:ss} UTC: it counts as over.");
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
        draft.Note(TimelineKind.Alarm, "A series of the alarm is told of by itself.");
        return IncidentAction.Noted;
    }
}
