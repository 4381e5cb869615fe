using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Escalation;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>
/// Tells more people while an incident is not over, whoever has acknowledged it: one person who takes it again and again must not keep
/// engineers and AWS out. Delays count from the opening, or from when it was raised; quiet alarms stop it, and maintenance holds it.
/// </summary>
internal static class Unresolved
{
    /// <summary>When the next step is due, or null when all were taken.</summary>
    public static DateTimeOffset? DueAt(Incident incident, IncidentPolicy policy)
    {
        var progress = Progress(incident, policy);
        var steps = policy.Escalation(progress.Severity, progress.Owner).Unresolved;
        return progress.NextStep < steps.Length
            ? Later(progress.StartedAt + steps[progress.NextStep].After, Possible(incident, steps[progress.NextStep], policy))
            : null;
    }

    /// <summary>Takes the step that is due.</summary>
    public static IncidentAction TakeStep(IncidentDraft draft)
    {
        var incident = draft.Active;
        var progress = Progress(incident, draft.Policy);
        var audience = draft.Policy.Escalation(progress.Severity, progress.Owner).Unresolved[progress.NextStep].Audience;
        var isNew = !incident.Told.Contains(audience);
        draft.Incident = incident with { Unresolved = progress with { NextStep = progress.NextStep + 1 } };
        draft.Notify(isNew ? Occasion.Escalated : Occasion.Reminder, [audience], Remark(incident, progress, draft.Now));
        if (!Escalating.Reaches(draft, audience)
            && progress.NextStep + 1 < draft.Policy.Escalation(progress.Severity, progress.Owner).Unresolved.Length)
        {
            // a step that reaches nobody is not waited for
            return TakeStep(draft);
        }

        return isNew ? IncidentAction.Escalated : IncidentAction.Reminded;
    }

    /// <summary>It was raised: the steps of the new severity count from now, where it has any.</summary>
    public static Incident Restart(Incident incident, IncidentPolicy policy, DateTimeOffset now) => incident with
    {
        Unresolved = policy.Escalation(incident.Severity, incident.Owner).Unresolved.IsEmpty ? null : Begin(incident, policy, now),
    };

    private static UnresolvedProgress Progress(Incident incident, IncidentPolicy policy) =>
        incident.Unresolved ?? Begin(incident, policy, incident.PromisedFrom ?? incident.OpenedAt);

    private static UnresolvedProgress Begin(Incident incident, IncidentPolicy policy, DateTimeOffset at) => new(incident.Severity, at, 0)
    {
        Owner = policy.OwnerOfSteps(incident.Severity, incident.Owner),
    };

    /// <summary>
    /// AWS Support takes a case only once the incident has lasted longer than was promised, from a raise on: a step that tells nobody else
    /// waits for that.
    /// </summary>
    private static DateTimeOffset? Possible(Incident incident, EscalationStep step, IncidentPolicy policy) =>
        policy.Endpoints(step.Audience, incident.OpenedAt) is { Count: > 0 } endpoints
            && endpoints.All(static endpoint => endpoint.Channel == Channel.Support)
            ? (incident.PromisedFrom ?? incident.OpenedAt) + policy.Sla(incident.Severity).Resolve
            : null;

    private static DateTimeOffset Later(DateTimeOffset due, DateTimeOffset? possible) => possible > due ? possible.Value : due;

    private static string Remark(Incident incident, UnresolvedProgress progress, DateTimeOffset now)
    {
        var lasts = MetricText.Duration(now - progress.StartedAt);
        return incident.Acknowledgement is { IsSnooze: false } taken
            ? Sentences.NotOverTaken(taken.By, lasts)
            : Sentences.NotOver(lasts);
    }
}
