using ContactCenter.Core.Common;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>What the action of a person means. An action on an incident that is over changes nothing.</summary>
internal static class PersonDecisions
{
    /// <summary>A pause without an end, or an absurd one, is bounded by this.</summary>
    private static readonly TimeSpan MaximumPause = TimeSpan.FromDays(1);

    public static IncidentAction Decide(IncidentDraft draft, PersonActed acted)
    {
        if (!draft.IsActive)
        {
            return IncidentAction.Ignored;
        }

        return acted.Action switch
        {
            PersonAction.Acknowledge => Acknowledge(draft, acted),
            PersonAction.Snooze => Snooze(draft, acted),
            PersonAction.Escalate => Escalate(draft, acted),
            PersonAction.HandOver => HandOver(draft, acted),
            PersonAction.Approve => Approve(draft, acted),
            PersonAction.Resolve => StateMoves.Resolve(draft, acted.By, acted.Note),
            _ => throw new ArgumentOutOfRangeException(nameof(acted), acted.Action, "unknown action"),
        };
    }

    private static IncidentAction Acknowledge(IncidentDraft draft, PersonActed acted)
    {
        var incident = draft.Active;
        if (incident.Acknowledgement is { IsSnooze: false } taken && taken.By == acted.By && taken.ExpiresAt > draft.Now)
        {
            return IncidentAction.Ignored;
        }

        var expires = draft.Now + draft.Policy.Escalation(incident.Severity).AcknowledgementExpires;
        Take(draft, new Acknowledgement(acted.By, draft.Now, expires, IsSnooze: false));
        draft.Note(TimelineKind.Person, $"{acted.By} acknowledged{Written(acted)}");
        draft.Update(Occasion.Acknowledged, $"{acted.By} has taken it{Written(acted)}");
        return IncidentAction.Acknowledged;
    }

    private static IncidentAction Snooze(IncidentDraft draft, PersonActed acted)
    {
        var latest = draft.Now + MaximumPause;
        var until = acted.Until is { } asked && asked > draft.Now && asked < latest ? asked : latest;
        Take(draft, new Acknowledgement(acted.By, draft.Now, until, IsSnooze: true));
        draft.Note(TimelineKind.Person, $"{acted.By} paused the escalation for {MetricText.Duration(until - draft.Now)}{Written(acted)}");
        draft.Update(Occasion.Acknowledged, $"{acted.By} paused the escalation{Written(acted)}");
        return IncidentAction.Acknowledged;
    }

    private static IncidentAction Escalate(IncidentDraft draft, PersonActed acted)
    {
        draft.Note(TimelineKind.Person, $"{acted.By} escalated{Written(acted)}");
        EscalationMoves.TakeStep(draft, acted.By);
        return IncidentAction.Escalated;
    }

    /// <summary>The new audience is told and the escalation begins again, so that a hand-over to nobody does not end it.</summary>
    private static IncidentAction HandOver(IncidentDraft draft, PersonActed acted)
    {
        var audience = acted.Audience ?? "";
        if (draft.Policy.Endpoints(audience, draft.Now).Count == 0)
        {
            draft.Note(TimelineKind.Person, $"{acted.By} wanted to hand over to \"{audience}\", which is no audience.");
            return IncidentAction.Noted;
        }

        var incident = draft.Active;
        draft.Incident = incident with
        {
            State = incident.State == IncidentState.Acknowledged ? IncidentState.Open : incident.State,
            Acknowledgement = null,
            Escalation = new EscalationProgress(incident.Severity, draft.Now, 0, FirstLaterStep(draft)),
        };
        draft.Note(TimelineKind.Person, $"{acted.By} handed over to {audience}{Written(acted)}");
        draft.Notify(Occasion.Escalated, [audience], $"Handed over by {acted.By}{Written(acted)}");
        return IncidentAction.Escalated;
    }

    /// <summary>An approval is for what is asked for now; where nothing is, it is too late or somebody else was faster.</summary>
    private static IncidentAction Approve(IncidentDraft draft, PersonActed acted)
    {
        if (draft.Active.PendingApproval is not { } pending)
        {
            return IncidentAction.Ignored;
        }

        draft.Incident = draft.Active with { PendingApproval = null };
        draft.Note(TimelineKind.Person, $"{acted.By} approved {pending.Remediation} on {pending.Target}{Written(acted)}");
        draft.RemediateApproved(pending, acted.By);
        return IncidentAction.Noted;
    }

    private static int FirstLaterStep(IncidentDraft draft)
    {
        var steps = draft.Policy.Escalation(draft.Active.Severity).Steps;
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

    private static string Written(PersonActed acted) => string.IsNullOrEmpty(acted.Note) ? "." : $": {acted.Note}";
}
