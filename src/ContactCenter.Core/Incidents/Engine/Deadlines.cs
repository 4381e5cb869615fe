using ContactCenter.Core.Incidents.Engine.People;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>
/// What is due next on an incident, derived from its state alone. Every active incident has a next deadline: that is the promise that
/// none is forgotten.
/// </summary>
internal static class Deadlines
{
    /// <summary>
    /// After an outage of the clock several may be due at once; more than this in one decision would be an error in the rules.
    /// </summary>
    private const int Maximum = 100;

    /// <summary>The first deadline of an incident; null when it is over.</summary>
    public static Deadline? Next(Incident incident, IEnumerable<AlarmTrack> members, IncidentPolicy policy)
    {
        Deadline? next = null;
        foreach (var deadline in All(incident, members, policy))
        {
            if (next is not { } earliest || (deadline.At, deadline.Kind).CompareTo((earliest.At, earliest.Kind)) < 0)
            {
                next = deadline;
            }
        }

        return next;
    }

    /// <summary>What passed deadlines mean, handled one by one in the order in which they were due.</summary>
    public static IncidentAction Handle(IncidentDraft draft)
    {
        var action = IncidentAction.Ignored;
        for (var i = 0; i < Maximum && draft.IsActive; i++)
        {
            if (Next(draft.Active, draft.Members, draft.Policy) is not { } due || due.At > draft.Now)
            {
                break;
            }

            action = Handle(draft, due.Kind);
        }

        return action;
    }

    private static IncidentAction Handle(IncidentDraft draft, DeadlineKind kind) => kind switch
    {
        DeadlineKind.ExerciseEnds => ExerciseRules.End(draft),
        DeadlineKind.HoldEnds => Holding.End(draft),
        DeadlineKind.AlarmIsStale => Quiet.Stale(draft),
        DeadlineKind.FlappingEnds => Flapping.End(draft),
        DeadlineKind.QuietPeriodEnds => Quiet.Resolve(draft, by: null, note: null),
        DeadlineKind.AcknowledgementExpires => Acknowledging.Expire(draft),
        DeadlineKind.AcknowledgeMissed => Escalating.MissAcknowledge(draft),
        DeadlineKind.ResolveMissed => Escalating.MissResolve(draft),
        DeadlineKind.UnresolvedStep => Unresolved.TakeStep(draft),
        _ => Escalating.TakeDueStep(draft),
    };

    private static IEnumerable<Deadline> All(Incident incident, IEnumerable<AlarmTrack> members, IncidentPolicy policy)
    {
        if (!incident.IsActive)
        {
            yield break;
        }

        if (incident.Exercise is { } exercise)
        {
            yield return new(exercise.EndsAt, DeadlineKind.ExerciseEnds);
        }

        if (incident.HeldUntil is { } held)
        {
            yield return new(held, DeadlineKind.HoldEnds);
        }

        if (incident is { State: IncidentState.Mitigated, MitigatedAt: { } mitigated })
        {
            // who knows of it is told of its end when that may be told
            var quiet = mitigated + policy.Settings.QuietPeriod;
            yield return new(
                incident.HeldUntil > quiet && !incident.Told.IsEmpty ? incident.HeldUntil.Value : quiet, DeadlineKind.QuietPeriodEnds);
            yield break;
        }

        foreach (var track in members.Where(track => track.IsRed && track.MayStayRed))
        {
            yield return new(track.Latest.At + policy.Settings.StaleAfter, DeadlineKind.AlarmIsStale);
        }

        if (incident.FlappingUntil is { } steady)
        {
            yield return new(steady, DeadlineKind.FlappingEnds);
        }

        var sla = policy.Sla(incident.Severity);
        var promisedFrom = incident.PromisedFrom ?? incident.OpenedAt;
        var isHeld = incident.HeldUntil is not null;
        // an exercise is scored, and promises are about what is broken
        var isPromised = !isHeld && incident.Exercise is null;
        if (!incident.ResolveMissed && isPromised)
        {
            yield return new(promisedFrom + sla.Resolve, DeadlineKind.ResolveMissed);
        }

        if (!isHeld && Unresolved.DueAt(incident, policy) is { } unresolved)
        {
            yield return new(unresolved, DeadlineKind.UnresolvedStep);
        }

        if (incident is { State: IncidentState.Acknowledged, Acknowledgement: { } acknowledgement })
        {
            yield return new(acknowledgement.ExpiresAt, DeadlineKind.AcknowledgementExpires);
            yield break;
        }

        if (isHeld)
        {
            yield break;
        }

        if (isPromised && !incident.AcknowledgeMissed && incident.TimeToAcknowledge is null)
        {
            yield return new(promisedFrom + sla.Acknowledge, DeadlineKind.AcknowledgeMissed);
        }

        var (severity, startedAt, round, step) = incident.Escalation;
        yield return new(
            policy.Escalation(severity, incident.Escalation.Owner).DueAt(startedAt, round, step), DeadlineKind.EscalationStep);
    }
}

/// <summary>Something that will be due.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What. Of deadlines at the same time the kind that comes first is handled first.</param>
internal readonly record struct Deadline(DateTimeOffset At, DeadlineKind Kind);

/// <summary>
/// What can be due, in the order in which deadlines of the same moment are handled: what ends a hold or an incident comes before what tells
/// people.
/// </summary>
internal enum DeadlineKind
{
    ExerciseEnds,
    HoldEnds,
    AlarmIsStale,
    FlappingEnds,
    QuietPeriodEnds,
    AcknowledgementExpires,
    AcknowledgeMissed,
    ResolveMissed,
    UnresolvedStep,
    EscalationStep,
}
