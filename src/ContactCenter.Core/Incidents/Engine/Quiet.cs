using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents.Engine.People;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>
/// The end of an incident: when all alarms are quiet it is mitigated, after the quiet period resolved; when one turns red again it comes
/// back. An alarm that may stay red although its incident is over counts as quiet after a time of silence.
/// </summary>
internal static class Quiet
{
    /// <summary>Brings the state in line with the alarms that take part; tells people when that changes something for them.</summary>
    public static IncidentAction? Settle(IncidentDraft draft)
    {
        var incident = draft.Active;
        if (incident.Untracked > 0 || draft.Members.Any(track => track.IsRed))
        {
            return incident.State == IncidentState.Mitigated ? ReturnToWork(draft, Sentences.IncidentIsBack) : null;
        }

        if (Flapping.Until(draft) is { } steady)
        {
            Flapping.KeepOpen(draft, steady);
            return null;
        }

        draft.Incident = incident with { FlappingUntil = null };
        return Mitigate(draft);
    }

    /// <summary>Nothing was heard of alarms that may stay red for as long as the configuration waits.</summary>
    public static IncidentAction Stale(IncidentDraft draft)
    {
        var limit = draft.Now - draft.Policy.Settings.StaleAfter;
        foreach (var track in draft.Members.Where(track => track.IsRed && track.MayStayRed && track.Latest.At <= limit).ToArray())
        {
            if (track.With(new AlarmMoment(draft.Now, AlarmState.Ok)) is { } quiet)
            {
                draft.Replace(quiet);
            }

            draft.Note(
                TimelineKind.Alarm,
                Sentences.NoteSilence(track.Name, MetricText.Duration(draft.Policy.Settings.StaleAfter)),
                new() { Alarm = track.Name });
        }

        return Settle(draft) ?? IncidentAction.Noted;
    }

    /// <summary>Opens a mitigated or resolved incident again.</summary>
    public static IncidentAction ReturnToWork(IncidentDraft draft, string why)
    {
        var incident = draft.Incident!;
        var isTaken = incident.Acknowledgement is { } taken && taken.ExpiresAt > draft.Now;
        draft.Incident = incident with
        {
            State = isTaken ? IncidentState.Acknowledged : IncidentState.Open,
            Acknowledgement = isTaken ? incident.Acknowledgement : null,
            MitigatedAt = null,
            Resolution = null,
            Remediations = [],
            FailedRemediations = [],
            PendingApproval = null,
            RepairReport = null,
        };
        draft.Note(TimelineKind.Reopened, why);
        Escalating.Start(draft, Occasion.Reopened, incident.Told, why);
        return IncidentAction.Reopened;
    }

    /// <summary>The last incident ended a short while ago: the same incident is back.</summary>
    public static IncidentAction Relapse(IncidentDraft draft, Incident last, TriagedAlarm alarm, AlarmTrack track)
    {
        Joining.Keep(draft, Joining.TakePart(track, alarm, draft.Key, last.Number));
        Merging.Detach(draft, last, track.Id);
        draft.Incident = last with
        {
            State = IncidentState.Open,
            Resolution = null,
            MergedInto = null,
            Verdict = null,
            PromisedFrom = draft.Now,
            Unresolved = null,
            AcknowledgeMissed = false,
            ResolveMissed = false,
            Changes = draft.Members.Sum(member => member.ChangesSince(last.OpenedAt)),
            Alarms = Math.Max(last.Alarms, draft.Members.Count()),
        };
        Holding.Begin(draft);
        if (Joining.IsRed(alarm) && alarm.Assessment.Severity < last.Severity)
        {
            Joining.Lead(draft, alarm);
        }

        var action = Quiet.ReturnToWork(
            draft, Reports.Told(alarm) ?? Sentences.IsAgain(alarm.Name, Joining.Word(alarm.Moment.State)));
        _ = Severities.Apply(draft, alarm.Assessment.Reasons);
        Remediations.Ask(draft, alarm, track);
        return action;
    }

    /// <summary>It is over: by a person, or by itself after the quiet period.</summary>
    public static IncidentAction Resolve(IncidentDraft draft, string? by, string? note)
    {
        var stillRed = draft.Members.Count(track => track.IsRed);
        return End(draft, by, note, (by, stillRed) switch
        {
            (null, _) => Sentences.QuietFor(MetricText.Duration(draft.Policy.Settings.QuietPeriod)),
            ({ } who, 0) => Sentences.ResolvedBy(who, IncidentDraft.Written(note)),
            ({ } who, _) => Sentences.ResolvedWhileRed(who, $"{stillRed}", IncidentDraft.Written(note)),
        });
    }

    /// <summary>It is over, and who knows of it is told why: of what a person has ended at once, also while it is held.</summary>
    public static IncidentAction End(
        IncidentDraft draft, string? by, string? note, string remark, PersonAction act = PersonAction.Resolve)
    {
        var held = draft.Active.HeldUntil > draft.Now ? draft.Active.HeldUntil : null;
        draft.Incident = draft.Active with
        {
            State = IncidentState.Resolved,
            Resolution = new Resolution(draft.Now, by, note),
            HeldUntil = by is null ? held : null,
            FlappingUntil = null,
            PendingApproval = null,
        };
        draft.Note(TimelineKind.Resolved, remark, by is null ? null : new() { Actor = by, Act = act });
        draft.Notify(Occasion.Resolved, draft.Incident.Told, remark);
        draft.Incident = draft.Incident with { HeldUntil = held };
        return IncidentAction.Resolved;
    }

    private static IncidentAction? Mitigate(IncidentDraft draft)
    {
        var incident = draft.Active;
        var quietSince = draft.Members.Select(track => track.Latest.At).DefaultIfEmpty(draft.Now).Max();
        if (incident.State == IncidentState.Mitigated)
        {
            draft.Incident = incident with { MitigatedAt = quietSince };
            return null;
        }

        draft.Incident = incident with { State = IncidentState.Mitigated, MitigatedAt = quietSince };
        var lasted = MetricText.Duration(quietSince - incident.OpenedAt);
        draft.Note(TimelineKind.Mitigated, Sentences.NoteAllOk(lasted));
        draft.Notify(
            Occasion.Mitigated,
            incident.Told,
            Sentences.LastedQuiet(lasted, MetricText.Duration(draft.Policy.Settings.QuietPeriod)));
        return IncidentAction.Mitigated;
    }
}
