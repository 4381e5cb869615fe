using ContactCenter.Core.Common;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>
/// Starts an escalation and takes its steps, when they are due or when a person asks; notes when a promise was missed. It never ends by
/// itself: after the last step it begins again.
/// </summary>
internal static class Escalating
{
    /// <summary>
    /// Starts the escalation of the incident's severity now; everybody whose step is due at once is told, and so are others.
    /// </summary>
    public static void Start(IncidentDraft draft, Occasion occasion, IEnumerable<string> others, string? remark = null)
    {
        var incident = draft.Active;
        var policy = draft.Policy.Escalation(incident.Severity, incident.Owner);
        var atOnce = policy.Steps.TakeWhile(step => step.After == TimeSpan.Zero).Select(step => step.Audience).ToArray();
        var (round, next) = atOnce.Length == 0 ? (0, 0) : policy.After(0, atOnce.Length - 1);
        draft.Incident = incident with { Escalation = Begin(draft, round, next) };
        draft.Notify(occasion, others.Concat(atOnce), remark);
    }

    /// <summary>The steps of the incident's severity and owner, counted from now.</summary>
    public static EscalationProgress Begin(IncidentDraft draft, int round, int nextStep) =>
        new(draft.Active.Severity, draft.Now, round, nextStep)
        {
            Owner = draft.Policy.OwnerOfSteps(draft.Active.Severity, draft.Active.Owner),
        };

    /// <summary>Takes the next step now and moves on.</summary>
    /// <param name="draft">The decision in the making.</param>
    /// <param name="why">Why now, where it is not that nobody has acknowledged.</param>
    public static IncidentAction TakeStep(IncidentDraft draft, string? why = null)
    {
        var incident = draft.Active;
        var progress = incident.Escalation;
        var policy = draft.Policy.Escalation(progress.Severity, progress.Owner);
        var (round, step) = policy.After(progress.Round, progress.NextStep);
        var audience = policy.Audience(progress.Round, progress.NextStep);
        draft.Incident = incident with { Escalation = progress with { Round = round, NextStep = step } };

        var isNew = audience is not null && !incident.Told.Contains(audience);
        draft.Notify(isNew ? Occasion.Escalated : Occasion.Reminder, [audience], why ?? Remark(incident, draft.Now));
        if (audience is null)
        {
            draft.Note(TimelineKind.Notified, $"The escalation policy of {progress.Severity} names nobody to tell.");
        }

        return isNew ? IncidentAction.Escalated : IncidentAction.Reminded;
    }

    /// <summary>
    /// Takes the step that is due. After an outage of the clock several are: each audience still hears of it, but rounds that nobody could
    /// have acted on in between are not repeated in one breath.
    /// </summary>
    public static IncidentAction TakeDueStep(IncidentDraft draft)
    {
        var action = TakeStep(draft);
        var progress = draft.Active.Escalation;
        var policy = draft.Policy.Escalation(progress.Severity, progress.Owner);
        while (progress.Round > 0 && policy.DueAt(progress.StartedAt, progress.Round, progress.NextStep) <= draft.Now)
        {
            var (round, step) = policy.After(progress.Round, progress.NextStep);
            progress = progress with { Round = round, NextStep = step };
        }

        draft.Incident = draft.Active with { Escalation = progress };
        return action;
    }

    /// <summary>A person asks for the next step now.</summary>
    public static IncidentAction ByPerson(IncidentDraft draft, PersonActed acted)
    {
        draft.Note(TimelineKind.Person, $"{acted.By} escalated{IncidentDraft.Written(acted.Note)}");
        TakeStep(draft, $"Escalated by {acted.By}.");
        return IncidentAction.Escalated;
    }

    /// <summary>The promised time to acknowledge is over; that is written down.</summary>
    public static IncidentAction MissAcknowledge(IncidentDraft draft)
    {
        draft.Incident = draft.Active with { AcknowledgeMissed = true };
        draft.Note(
            TimelineKind.SlaMissed,
            $"Nobody acknowledged within the promised {MetricText.Duration(draft.Policy.Sla(draft.Active.Severity).Acknowledge)}.");
        return IncidentAction.Noted;
    }

    /// <summary>The promised time to resolve is over; that raises the severity, once.</summary>
    public static IncidentAction MissResolve(IncidentDraft draft)
    {
        draft.Incident = draft.Active with { ResolveMissed = true };
        draft.Note(
            TimelineKind.SlaMissed,
            $"It was not over within the promised {MetricText.Duration(draft.Policy.Sla(draft.Active.Severity).Resolve)}.");
        return Severities.Apply(draft, draft.Active.Reasons) ? IncidentAction.Raised : IncidentAction.Noted;
    }

    private static string Remark(Incident incident, DateTimeOffset now) =>
        $"Nobody has acknowledged this for {MetricText.Duration(now - incident.Escalation.StartedAt)}.";
}
