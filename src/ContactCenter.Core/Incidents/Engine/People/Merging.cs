using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine.People;

/// <summary>
/// Two incidents are one: the milder ends as a part of the worse, so that nothing bad can be hidden in something harmless. An alarm of it
/// that turns red again brings it back, as after every end.
/// </summary>
internal static class Merging
{
    public static IncidentAction Merge(IncidentDraft draft, PersonActed acted)
    {
        var (incident, other) = (draft.Active, acted.Other!);
        if (other.Id == incident.Id)
        {
            return draft.Refuse(Sentences.RefusedMergeSelf);
        }

        if (other.IsExercise != incident.Exercise is not null)
        {
            return draft.Refuse(Sentences.RefusedMergeExercise);
        }

        if (!other.IsActive)
        {
            return draft.Refuse(Sentences.RefusedMergeOver(other.Id));
        }

        if (other.Severity > incident.Severity)
        {
            return draft.Refuse(Sentences.RefusedMergeMilder(other.Id));
        }

        draft.Incident = incident with { MergedInto = other.Id };
        return Quiet.End(
            draft, acted.By, acted.Note, Sentences.MergedIntoBy(other.Id, acted.By, IncidentDraft.Written(acted.Note)), acted.Action);
    }

    /// <summary>The worse one tells on its timeline what has become a part of it.</summary>
    public static IncidentAction TakeIn(IncidentDraft draft, PersonActed acted)
    {
        draft.Note(TimelineKind.Person, Sentences.NoteTookIn(acted.By, acted.Other!.Id, acted.Other.Subject), TimelineFacts.Of(acted));
        return IncidentAction.Noted;
    }
}
