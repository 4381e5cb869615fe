using System.Collections.Immutable;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine.People;

/// <summary>What people do in an incident beside repairing it: notes, roles, steps of the runbook. Nobody is woken for it.</summary>
internal static class Teamwork
{
    public static IncidentAction Note(IncidentDraft draft, PersonActed acted)
    {
        var note = IncidentDraft.Written(acted.Note);
        draft.Note(
            TimelineKind.Person,
            acted.IsForStakeholders ? Sentences.NotePersonInformed(acted.By, note) : Sentences.NotePersonNoted(acted.By, note),
            TimelineFacts.Of(acted));
        return IncidentAction.Noted;
    }

    /// <summary>A role has one holder; who gets it takes it from who had it.</summary>
    public static IncidentAction Assign(IncidentDraft draft, PersonActed acted)
    {
        var roles = Known(draft.Active.Roles);
        var holder = roles.FirstOrDefault(known => known.Role == acted.Role);
        if (holder?.Person == acted.Person)
        {
            return IncidentAction.Ignored;
        }

        var others = roles.RemoveAll(known => known.Role == acted.Role);
        draft.Incident = draft.Active with
        {
            Roles = acted.Person is { } person ? others.Add(new RoleHolder(acted.Role, person, draft.Now)) : others,
        };
        var (role, note) = (Word(acted.Role), IncidentDraft.Written(acted.Note));
        draft.Note(
            TimelineKind.Person,
            acted.Person is null ? Sentences.NoteRoleFreed(acted.By, role, note)
                : acted.Person == acted.By ? Sentences.NoteRoleTaken(acted.By, role, note)
                : Sentences.NoteRoleGiven(acted.By, acted.Person, role, note),
            TimelineFacts.Of(acted));
        return IncidentAction.Noted;
    }

    /// <summary>A step that is done is not done again; who did it first has done it.</summary>
    public static IncidentAction Tick(IncidentDraft draft, PersonActed acted)
    {
        var steps = Known(draft.Active.Steps);
        var isTicked = steps.Any(step => step.Number == acted.Step);
        if (isTicked != acted.IsTakenBack)
        {
            return IncidentAction.Ignored;
        }

        draft.Incident = draft.Active with
        {
            Steps = acted.IsTakenBack
                ? steps.RemoveAll(step => step.Number == acted.Step)
                : steps.Add(new TickedStep(acted.Step, acted.By, draft.Now)),
        };
        var note = IncidentDraft.Written(acted.Note);
        draft.Note(
            TimelineKind.Person,
            acted.IsTakenBack
                ? Sentences.NoteStepTakenBack(acted.By, $"{acted.Step}", note)
                : Sentences.NoteStepDone(acted.By, $"{acted.Step}", note),
            TimelineFacts.Of(acted));
        return IncidentAction.Noted;
    }

    private static ImmutableArray<T> Known<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;

    private static string Word(IncidentRole role) => role switch
    {
        IncidentRole.Commander => Sentences.RoleCommander,
        IncidentRole.Communications => Sentences.RoleCommunications,
        _ => Sentences.RoleScribe,
    };
}
