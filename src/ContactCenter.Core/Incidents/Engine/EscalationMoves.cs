using ContactCenter.Core.Common;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>Starts an escalation and takes its steps.</summary>
internal static class EscalationMoves
{
    /// <summary>Starts the escalation of the incident's severity now; everybody whose step is due at once is told, and so are others.</summary>
    public static void Start(IncidentDraft draft, Occasion occasion, IEnumerable<string> others, string? remark = null)
    {
        var incident = draft.Active;
        var policy = draft.Policy.Escalation(incident.Severity);
        var atOnce = policy.Steps.TakeWhile(step => step.After == TimeSpan.Zero).Select(step => step.Audience).ToArray();
        var (round, next) = atOnce.Length == 0 ? (0, 0) : policy.After(0, atOnce.Length - 1);
        draft.Incident = incident with { Escalation = new EscalationProgress(incident.Severity, draft.Now, round, next) };
        draft.Notify(occasion, others.Concat(atOnce), remark);
    }

    /// <summary>Takes the next step now and moves on.</summary>
    public static IncidentAction TakeStep(IncidentDraft draft, string? by = null)
    {
        var incident = draft.Active;
        var progress = incident.Escalation;
        var policy = draft.Policy.Escalation(progress.Severity);
        var (round, step) = policy.After(progress.Round, progress.NextStep);
        var audience = policy.Audience(progress.Round, progress.NextStep);
        draft.Incident = incident with { Escalation = progress with { Round = round, NextStep = step } };

        var isNew = audience is not null && !incident.Told.Contains(audience);
        var remark = by is not null ? $"Escalated by {by}." : Remark(incident, draft.Now);
        draft.Notify(isNew ? Occasion.Escalated : Occasion.Reminder, [audience], remark);
        if (audience is null)
        {
            draft.Note(TimelineKind.Notified, $"The escalation policy of {progress.Severity} names nobody to tell.");
        }

        return isNew ? IncidentAction.Escalated : IncidentAction.Reminded;
    }

    private static string Remark(Incident incident, DateTimeOffset now) =>
        $"Nobody has acknowledged this for {MetricText.Duration(now - incident.Escalation.StartedAt)}.";
}
