using System.Collections.Immutable;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine.People;

/// <summary>
/// People act. Each request counts once, and by its mark in the incident itself: the mark is stored in the same transaction as what the act
/// changes, so that an answer of the store that was lost can make neither an act vanish nor a repetition count.
/// </summary>
internal static class Acts
{
    /// <summary>More marks than this are forgotten, the oldest first: so many genuine requests within hours are of no person.</summary>
    private const int MaximumMarks = 100;

    public static IncidentAction Take(IncidentDraft draft, PersonActed acted)
    {
        if (draft.Incident is { } known && acted.Marks.Any(mark => IsMarked(known, mark.Name, draft.Now)))
        {
            return IncidentAction.Repeated;
        }

        if (acted.Seen is { } seen && seen != draft.Version)
        {
            return draft.Refuse(Sentences.RefusedOutdated, isOutdated: true);
        }

        var action = draft.IsActive || CountsAfterwards(acted.Action) ? Act(draft, acted) : draft.Refuse(Sentences.RefusedOver);
        if (action != IncidentAction.Ignored && !acted.Marks.IsEmpty)
        {
            Mark(draft, acted.Marks);
        }

        return action;
    }

    /// <summary>Whether an act of this mark was carried out, and may be repeated still.</summary>
    public static bool IsMarked(Incident incident, string name, DateTimeOffset now) =>
        !incident.Acts.IsDefault && incident.Acts.Any(mark => mark.Name == name && mark.Until > now);

    private static void Mark(IncidentDraft draft, ImmutableArray<ActMark> marks)
    {
        var kept = (draft.Incident!.Acts.IsDefault ? [] : draft.Incident.Acts).RemoveAll(mark => mark.Until <= draft.Now);
        ImmutableArray<ActMark> all = [.. kept, .. marks];
        draft.Incident = draft.Incident with { Acts = [.. all.TakeLast(MaximumMarks)] };
    }

    /// <summary>What is over can still be written about, and what a repair has changed may outlive it.</summary>
    private static bool CountsAfterwards(PersonAction action) =>
        action is PersonAction.Note or PersonAction.Judge or PersonAction.TakeIn or PersonAction.RollBack;

    private static IncidentAction Resolve(IncidentDraft draft, PersonActed acted)
    {
        var action = Quiet.Resolve(draft, acted.By, acted.Note);
        Verdicts.Set(draft, acted);
        return action;
    }

    /// <summary>What the action of a person means. An action on an incident that is over changes nothing.</summary>
    private static IncidentAction Act(IncidentDraft draft, PersonActed acted) => acted.Action switch
    {
        PersonAction.Acknowledge => Acknowledging.Acknowledge(draft, acted),
        PersonAction.Snooze => Acknowledging.Snooze(draft, acted),
        PersonAction.HandOver => Acknowledging.HandOver(draft, acted),
        PersonAction.Escalate => Escalating.ByPerson(draft, acted),
        PersonAction.Approve => Remediations.Approve(draft, acted),
        PersonAction.Resolve => Resolve(draft, acted),
        PersonAction.Note => Teamwork.Note(draft, acted),
        PersonAction.Judge => Verdicts.Judge(draft, acted),
        PersonAction.Assign => Teamwork.Assign(draft, acted),
        PersonAction.Tick => Teamwork.Tick(draft, acted),
        PersonAction.Merge => Merging.Merge(draft, acted),
        PersonAction.TakeIn => Merging.TakeIn(draft, acted),
        PersonAction.RollBack => RollingBack.RollBack(draft, acted),
        PersonAction.Mute => Muting.Mute(draft, acted),
        _ => throw new ArgumentOutOfRangeException(nameof(acted), acted.Action, "unknown action"),
    };
}
