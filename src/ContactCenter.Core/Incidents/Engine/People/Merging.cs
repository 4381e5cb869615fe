using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine.People;

/// <summary>
/// Two incidents are one: the milder ends as a part of the worse, so that nothing bad can be hidden in something harmless. Its red alarms
/// count in the worse one, which is not over before they are; one that turns red when that is over brings the milder back, as after
/// every end.
/// </summary>
internal static class Merging
{
    /// <summary>So many of the alarms of the other one are named on the timeline, so that a storm fits into one transaction.</summary>
    private const int MaximumTold = 10;

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
        var other = acted.Other!;
        draft.Note(TimelineKind.Person, Sentences.NoteTookIn(acted.By, other.Id, other.Subject), TimelineFacts.Of(acted));
        if (!draft.IsActive || other.Red.IsEmpty)
        {
            return IncidentAction.Noted;
        }

        foreach (var (index, track) in other.Red.Index())
        {
            Add(draft, track, isTold: index < MaximumTold);
        }

        draft.Incident = draft.Active with
        {
            Changes = draft.Members.Sum(member => member.ChangesSince(draft.Active.OpenedAt)) + draft.Active.Untracked,
            Alarms = Math.Max(draft.Active.Alarms, draft.Members.Count() + draft.Active.Untracked),
        };
        Holding.Look(draft);
        _ = Severities.Apply(draft, draft.Active.Reasons);
        return Quiet.Settle(draft) ?? IncidentAction.Noted;
    }

    /// <summary>
    /// An incident that was a part of another comes back: what else was red in it counts there, or was over with it, and nobody would tell
    /// here that it is.
    /// </summary>
    public static void Detach(IncidentDraft draft, Incident last, AlarmId back)
    {
        if (last.MergedInto is not null)
        {
            draft.Tracks =
                [.. draft.Tracks.Select(track => track.Incident == last.Number && track.Id != back ? track with { Incident = 0 } : track)];
        }
    }

    /// <summary>False for reports of people and messages that are no alarms: they would keep the other incident open for nothing.</summary>
    public static bool TellsItsEnd(AlarmTrack track) =>
        !Reports.IsOne(track) && !track.Id.Arn.StartsWith("message:", StringComparison.Ordinal);

    private static void Add(IncidentDraft draft, AlarmTrack track, bool isTold)
    {
        var incident = draft.Active;
        if (draft.Tracks.FirstOrDefault(known => known.Id == track.Id) is { } known
            && (known.Incident == incident.Number || known.Latest > track.Latest))
        {
            return;
        }

        if (!Joining.Keep(draft, track with { Incident = incident.Number, Dropped = 0 }))
        {
            draft.Incident = draft.Active with
            {
                Untracked = incident.Untracked + 1,
                UntrackedSeverity = incident.UntrackedSeverity < track.Severity ? incident.UntrackedSeverity : track.Severity,
            };
        }

        if (isTold)
        {
            draft.Note(
                TimelineKind.Alarm,
                Sentences.NoteIsSince(track.Name, Joining.Word(track.Latest.State), $"{track.Latest.At.UtcDateTime:HH:mm:ss}"),
                new() { Alarm = track.Name });
        }
    }
}
