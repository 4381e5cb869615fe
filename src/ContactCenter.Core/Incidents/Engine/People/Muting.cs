using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine.People;

/// <summary>
/// Somebody lets alarms rest from where they are told. The incident tells it and looks whether that still fits; what holds is a setting,
/// so that it is ended, undone and audited as every other mute.
/// </summary>
internal static class Muting
{
    public static IncidentAction Mute(IncidentDraft draft, PersonActed acted)
    {
        if (acted.Alarms.IsEmpty)
        {
            return draft.Refuse(Sentences.RefusedMuteNothing);
        }

        var known = draft.Members.Where(static track => !track.IsEcho).Select(static track => track.Name).ToHashSet(StringComparer.Ordinal);
        if (acted.Alarms.FirstOrDefault(name => !known.Contains(name)) is { } stranger)
        {
            return draft.Refuse(Sentences.RefusedMuteStranger(stranger));
        }

        draft.Note(
            TimelineKind.Person,
            Sentences.NotePersonMuted(
                acted.By,
                string.Join(", ", acted.Alarms),
                $"{acted.Until!.Value.UtcDateTime:yyyy-MM-dd HH:mm}",
                IncidentDraft.Written(acted.Note)),
            TimelineFacts.Of(acted) with { Alarm = acted.Alarms is [var only] ? only : null });
        return IncidentAction.Noted;
    }
}
