using ContactCenter.Core.Common;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine.People;

/// <summary>
/// Somebody takes an incident, asks for a pause, or hands it over: the escalation waits until that ends. An acknowledgement expires, so
/// that one that was forgotten does not keep an incident quiet for ever.
/// </summary>
internal static class Acknowledging
{
    /// <summary>A pause without an end, or an absurd one, is bounded by this.</summary>
    private static readonly TimeSpan MaximumPause = TimeSpan.FromDays(1);

    public static IncidentAction Acknowledge(IncidentDraft draft, PersonActed acted)
    {
        var incident = draft.Active;
        if (incident.Acknowledgement is { IsSnooze: false } taken && taken.By == acted.By && taken.ExpiresAt > draft.Now)
        {
            return IncidentAction.Ignored;
        }

        var expires = draft.Now + draft.Policy.Escalation(incident.Severity, incident.Owner).AcknowledgementExpires;
        Take(draft, new Acknowledgement(acted.By, draft.Now, expires, IsSnooze: false));
        draft.Note(
            TimelineKind.Person, Sentences.NotePersonAcknowledged(acted.By, IncidentDraft.Written(acted.Note)), TimelineFacts.Of(acted));
        draft.Update(Occasion.Acknowledged, Sentences.TakenBy(acted.By, IncidentDraft.Written(acted.Note)));
        return IncidentAction.Acknowledged;
    }

    public static IncidentAction Snooze(IncidentDraft draft, PersonActed acted)
    {
        var latest = draft.Now + MaximumPause;
        var until = acted.Until is { } asked && asked > draft.Now && asked < latest ? asked : latest;
        Take(draft, new Acknowledgement(acted.By, draft.Now, until, IsSnooze: true));
        draft.Note(
            TimelineKind.Person,
            Sentences.NotePersonPaused(acted.By, MetricText.Duration(until - draft.Now), IncidentDraft.Written(acted.Note)),
            TimelineFacts.Of(acted));
        draft.Update(Occasion.Acknowledged, Sentences.PausedBy(acted.By, IncidentDraft.Written(acted.Note)));
        return IncidentAction.Acknowledged;
    }

    /// <summary>The new audience is told and the escalation begins again, so that a hand-over to nobody does not end it.</summary>
    public static IncidentAction HandOver(IncidentDraft draft, PersonActed acted)
    {
        var audience = acted.Audience ?? "";
        if (!Escalating.Reaches(draft, audience))
        {
            draft.Note(TimelineKind.Person, Sentences.NoteNoAudience(acted.By, audience), TimelineFacts.Of(acted));
            return IncidentAction.Noted;
        }

        var incident = draft.Active;
        draft.Incident = incident with
        {
            State = incident.State == IncidentState.Acknowledged ? IncidentState.Open : incident.State,
            Acknowledgement = null,
            Escalation = Escalating.Begin(draft, 0, FirstLaterStep(draft)),
        };
        draft.Note(
            TimelineKind.Person,
            Sentences.NotePersonHandedOver(acted.By, audience, IncidentDraft.Written(acted.Note)),
            TimelineFacts.Of(acted) with { Audience = audience });
        draft.Notify(Occasion.Escalated, [audience], Sentences.HandedOverBy(acted.By, IncidentDraft.Written(acted.Note)));
        return IncidentAction.Escalated;
    }

    /// <summary>The time of an acknowledgement or a pause is over: the escalation begins again.</summary>
    public static IncidentAction Expire(IncidentDraft draft)
    {
        var acknowledgement = draft.Active.Acknowledgement!;
        var what = acknowledgement.IsSnooze
            ? Sentences.PauseOver(acknowledgement.By)
            : Sentences.AcknowledgementExpired(acknowledgement.By);
        draft.Incident = draft.Active with { State = IncidentState.Open, Acknowledgement = null };
        draft.Note(TimelineKind.Expired, what, new() { Actor = acknowledgement.By });
        Escalating.Start(draft, Occasion.Reminder, [], what);
        return IncidentAction.Reminded;
    }

    private static int FirstLaterStep(IncidentDraft draft)
    {
        var steps = draft.Policy.Escalation(draft.Active.Severity, draft.Active.Owner).Steps;
        var later = steps.TakeWhile(step => step.After == TimeSpan.Zero).Count();
        return later < steps.Length ? later : 0;
    }

    private static void Take(IncidentDraft draft, Acknowledgement acknowledgement)
    {
        var incident = draft.Active;
        draft.Incident = incident with
        {
            State = incident.State == IncidentState.Mitigated ? IncidentState.Mitigated : IncidentState.Acknowledged,
            Acknowledgement = acknowledgement,
            TimeToAcknowledge = incident.TimeToAcknowledge ?? draft.Now - incident.OpenedAt,
        };
    }
}
