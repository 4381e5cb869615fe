using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>
/// Planned work and mutes: the incident is recorded, and people are told when the hold ends, if anything is still red by then. Whether an
/// incident is held is asked whenever something is told or due, so what was red before planned work began is held as well.
/// </summary>
internal static class Holding
{
    /// <summary>
    /// Until when nothing is told of an incident, or null: for as long as every red alarm of it is muted or covered by planned work. While
    /// nothing is red, planned work on all of its alarms counts.
    /// </summary>
    public static DateTimeOffset? Until(
        Incident incident, IEnumerable<AlarmTrack> members, IncidentPolicy policy, DateTimeOffset at, bool countsMutes = true)
    {
        AlarmTrack[] all = [.. members.Where(static track => !track.IsEcho)];
        AlarmTrack[] red = [.. all.Where(static track => track.IsRed)];
        var counted = red.Length > 0 ? red : all;
        if (incident.Untracked > 0 || counted.Length == 0)
        {
            return policy.HeldUntil(incident.Key, at);
        }

        DateTimeOffset? until = null;
        foreach (var track in counted)
        {
            var work = policy.HeldUntil(track.OwnKey ?? incident.Key, at, track.Name);
            var mute = countsMutes && red.Length > 0 && track.MutedUntil > at ? track.MutedUntil : null;
            if ((work > mute ? work : mute ?? work) is not { } end)
            {
                return null;
            }

            until = until < end ? until : end;
        }

        return until;
    }

    /// <summary>True while planned work or a mute keeps an alarm from being told by itself.</summary>
    public static bool Holds(Monitoring.Triage.TriagedAlarm alarm, IncidentPolicy policy, DateTimeOffset at) =>
        alarm.MutedUntil > at || policy.HeldUntil(alarm.Key, at, alarm.Name) is not null;

    /// <summary>A hold that has begun since somebody last looked counts from now on, whatever is due.</summary>
    public static void Begin(IncidentDraft draft)
    {
        if (!draft.IsActive)
        {
            return;
        }

        var until = Until(draft.Active, draft.Members, draft.Policy, draft.Now);
        if (until > draft.Now && (draft.Active.HeldUntil is null || until > draft.Active.HeldUntil))
        {
            draft.Incident = draft.Active with { HeldUntil = until };
            draft.Note(TimelineKind.Held, Why(draft, until.Value));
        }
    }

    /// <summary>Somebody has ended, or shortened, what an incident was held by: it ends with that, not when it was to end.</summary>
    public static IncidentAction Shorten(IncidentDraft draft)
    {
        if (!IsShorter(draft.Incident, draft.Members, draft.Policy, draft.Now, out var until))
        {
            return IncidentAction.Ignored;
        }

        if (until is null)
        {
            return End(draft, Sentences.HoldNothingHolds);
        }

        draft.Incident = draft.Active with { HeldUntil = until };
        return IncidentAction.Noted;
    }

    /// <summary>True when an incident is held for longer than anything holds it.</summary>
    public static bool IsShorter(
        Incident? incident, IEnumerable<AlarmTrack> members, IncidentPolicy policy, DateTimeOffset at, out DateTimeOffset? until)
    {
        until = null;
        if (incident is not { IsActive: true } || !(incident.HeldUntil > at))
        {
            return false;
        }

        until = Until(incident, members, policy, at);
        return until is null || until < incident.HeldUntil;
    }

    /// <summary>The alarms have changed: a hold begins, or ends because one is red that nothing holds.</summary>
    public static void Look(IncidentDraft draft)
    {
        var until = Until(draft.Active, draft.Members, draft.Policy, draft.Now);
        var isRed = draft.Active.Untracked > 0 || draft.Members.Any(static track => track.IsRed);
        if (isRed && draft.Active.HeldUntil > draft.Now && until is null)
        {
            End(draft, Sentences.HoldNothingHolds);
        }
        else if (isRed && draft.Active.HeldUntil > draft.Now && until < draft.Active.HeldUntil)
        {
            draft.Incident = draft.Active with { HeldUntil = until };
        }
        else
        {
            Begin(draft);
        }
    }

    /// <summary>A raise is told although alarms are muted; what planned work covers stays held.</summary>
    public static bool EndMutes(IncidentDraft draft)
    {
        if (!(draft.Active.HeldUntil > draft.Now)
            || Until(draft.Active, draft.Members, draft.Policy, draft.Now, countsMutes: false) is not null)
        {
            return false;
        }

        draft.Tracks = [.. draft.Tracks.Select(track =>
            track.Incident == draft.Active.Number ? track with { MutedUntil = null } : track)];
        draft.Incident = draft.Active with { HeldUntil = null, PromisedFrom = draft.Now, Unresolved = null };
        draft.Note(TimelineKind.Held, Sentences.NoteWorse);
        return true;
    }

    /// <summary>When a hold ends, people are told what is still red; what is over by then stays a record.</summary>
    public static IncidentAction End(IncidentDraft draft)
    {
        var isWhole = draft.Members.All(static track => track.IsWhole);
        draft.Incident = draft.Active with { HeldUntil = null };
        Begin(draft);
        return draft.Active.HeldUntil is not null
            ? IncidentAction.Noted
            : End(draft, isWhole ? Sentences.HoldNoSeries : Sentences.HoldEnded);
    }

    private static IncidentAction End(IncidentDraft draft, string why)
    {
        var red = draft.Members.Count(static track => track.IsRed);
        draft.Incident = draft.Active with { HeldUntil = null, PromisedFrom = draft.Now, Unresolved = null };
        draft.Note(
            TimelineKind.Held,
            red == 0 && draft.Active.Untracked == 0 ? Sentences.NoteNothingRed(why) : Sentences.NoteStillRed(why, $"{red}"));
        if (red == 0 && draft.Active.Untracked == 0)
        {
            return IncidentAction.Noted;
        }

        var isWhole = draft.Members.All(static track => track.IsWhole);
        if (isWhole && draft.Active.Told.IsEmpty)
        {
            draft.Note(TimelineKind.Opened, draft.Active.Description);
        }

        var remark = draft.Active.Told.IsEmpty
            ? Sentences.BeganPlanned
            : Sentences.StillAfterPlanned;
        Escalating.Start(draft, Occasion.Opened, draft.Active.Told, isWhole ? null : remark);
        return IncidentAction.Reminded;
    }

    private static string Why(IncidentDraft draft, DateTimeOffset until)
    {
        var end = $"{until.UtcDateTime:yyyy-MM-dd HH:mm}";
        return draft.Members.All(static track => track.IsWhole) ? Sentences.HoldSeries(end)
            : draft.Policy.IsPlanned(draft.Key, draft.Now) ? Sentences.HoldPlanned(end)
            : Sentences.HoldMuted(end);
    }
}
