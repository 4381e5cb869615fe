using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine.People;

/// <summary>
/// What an incident was: said once, when it is over or by who ends it, because only then anybody knows. Who has said it may say otherwise.
/// </summary>
internal static class Verdicts
{
    public static IncidentAction Judge(IncidentDraft draft, PersonActed acted)
    {
        var incident = draft.Incident!;
        if (incident.IsActive)
        {
            return draft.Refuse(Sentences.RefusedNotOver);
        }

        if (incident.Verdict is { } known && known.By != acted.By)
        {
            return draft.Refuse(Sentences.RefusedJudged(known.By));
        }

        if (incident.Verdict?.Kind == acted.Verdict)
        {
            return IncidentAction.Ignored;
        }

        Set(draft, acted);
        return IncidentAction.Noted;
    }

    /// <summary>Writes down what who acts says that it was, where that is said.</summary>
    public static void Set(IncidentDraft draft, PersonActed acted)
    {
        if (acted.Verdict is not { } kind)
        {
            return;
        }

        draft.Incident = draft.Incident! with { Verdict = new Verdict(kind, acted.By, draft.Now), WasJudged = true };
        var note = acted.Action == PersonAction.Judge ? acted.Note : null;
        draft.Note(
            TimelineKind.Person,
            Sentences.NotePersonJudged(acted.By, Word(kind), IncidentDraft.Written(note)),
            new() { Actor = acted.By, Act = PersonAction.Judge });
    }

    private static string Word(VerdictKind kind) => kind switch
    {
        VerdictKind.Real => Sentences.VerdictReal,
        VerdictKind.Noise => Sentences.VerdictNoise,
        VerdictKind.Expected => Sentences.VerdictExpected,
        _ => Sentences.VerdictDrill,
    };
}
