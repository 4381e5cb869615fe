using ContactCenter.Core.Common;
using ContactCenter.Core.Texts;

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
        string[] audiences = [.. others.Concat(atOnce)];
        draft.Notify(occasion, audiences, remark);
        if (atOnce.Length > 0 && !audiences.Any(audience => Reaches(draft, audience)))
        {
            TakeNextThatReaches(draft, occasion, remark);
        }
    }

    /// <summary>The steps of the incident's severity and owner, counted from now.</summary>
    public static EscalationProgress Begin(IncidentDraft draft, int round, int nextStep) =>
        new(draft.Active.Severity, draft.Now, round, nextStep)
        {
            Owner = draft.Policy.OwnerOfSteps(draft.Active.Severity, draft.Active.Owner),
        };

    /// <summary>
    /// A step that reaches nobody is not spent: the next one of the round is taken at once. When none of the steps reaches anybody, whoever
    /// can be reached is told in their place, each time.
    /// </summary>
    private static void TakeNextThatReaches(IncidentDraft draft, Occasion occasion, string? remark)
    {
        var progress = draft.Active.Escalation;
        var policy = draft.Policy.Escalation(progress.Severity, progress.Owner);
        var (round, step) = (progress.Round, progress.NextStep);
        while (step > 0 && policy.IsFullRound(round))
        {
            var audience = policy.Audience(round, step);
            (var before, (round, step)) = (round, policy.After(round, step));
            draft.Incident = draft.Active with { Escalation = draft.Active.Escalation with { Round = round, NextStep = step } };
            draft.Notify(occasion, [audience], remark);
            if (Reaches(draft, audience))
            {
                return;
            }

            if (round != before)
            {
                break;
            }
        }

        if (draft.Active.HeldUntil > draft.Now || policy.Steps.Any(other => Reaches(draft, other.Audience)))
        {
            return;
        }

        var last = draft.Policy.LastResort(draft.Now);
        draft.Note(
            TimelineKind.Notified,
            last is null
                ? Sentences.NoteNobodyAtAll
                : Sentences.NoteLastResort(last));
        var isReminder = occasion == Occasion.Escalated && last is not null && draft.Active.Told.Contains(last);
        draft.Notify(isReminder ? Occasion.Reminder : occasion, [last], $"{remark} {Sentences.ToldBecauseNobody}".TrimStart());
    }

    /// <summary>Whether an audience has anybody who can be told now.</summary>
    public static bool Reaches(IncidentDraft draft, string? audience) =>
        audience is not null && draft.Endpoints(audience).Any();

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
        var remark = why ?? Remark(incident, draft.Now);
        draft.Notify(isNew ? Occasion.Escalated : Occasion.Reminder, [audience], remark);
        if (audience is null)
        {
            draft.Note(TimelineKind.Notified, Sentences.NotePolicyEmpty($"{progress.Severity}"));
        }
        else if (!Reaches(draft, audience))
        {
            TakeNextThatReaches(draft, isNew ? Occasion.Escalated : Occasion.Reminder, remark);
        }

        return isNew ? IncidentAction.Escalated : IncidentAction.Reminded;
    }

    /// <summary>
    /// Takes the step that is due. After an outage of the clock several are: each audience still hears of it, but rounds that nobody could
    /// have acted on in between are not repeated in one breath.
    /// </summary>
    public static IncidentAction TakeDueStep(IncidentDraft draft)
    {
        var action = Rests(draft) ? Skip(draft) : TakeStep(draft);
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

    /// <summary>
    /// While an alarm flips to and fro those who know of it are not reminded, unless it says at the moment that customers are not served;
    /// others are told as ever.
    /// </summary>
    private static bool Rests(IncidentDraft draft)
    {
        var incident = draft.Active;
        var progress = incident.Escalation;
        return incident.FlappingUntil > draft.Now
            && draft.Policy.Escalation(progress.Severity, progress.Owner).Audience(progress.Round, progress.NextStep) is { } audience
            && incident.Told.Contains(audience)
            && (incident.Severity != Severity.P1 || !draft.Members.Any(static track => track.IsRed));
    }

    private static IncidentAction Skip(IncidentDraft draft)
    {
        var progress = draft.Active.Escalation;
        var (round, step) = draft.Policy.Escalation(progress.Severity, progress.Owner).After(progress.Round, progress.NextStep);
        draft.Incident = draft.Active with { Escalation = progress with { Round = round, NextStep = step } };
        return IncidentAction.Noted;
    }

    /// <summary>A person asks for the next step now.</summary>
    public static IncidentAction ByPerson(IncidentDraft draft, PersonActed acted)
    {
        draft.Note(
            TimelineKind.Person,
            Sentences.NotePersonEscalated(acted.By, IncidentDraft.Written(acted.Note)),
            TimelineFacts.Of(acted));
        TakeStep(draft, Sentences.EscalatedBy(acted.By));
        return IncidentAction.Escalated;
    }

    /// <summary>The promised time to acknowledge is over; that is written down.</summary>
    public static IncidentAction MissAcknowledge(IncidentDraft draft)
    {
        draft.Incident = draft.Active with { AcknowledgeMissed = true };
        draft.Note(
            TimelineKind.SlaMissed,
            Sentences.NoteAcknowledgeMissed(MetricText.Duration(draft.Policy.Sla(draft.Active.Severity).Acknowledge)),
            new() { Promise = PromiseKind.Acknowledge });
        return IncidentAction.Noted;
    }

    /// <summary>The promised time to resolve is over; that raises the severity, once.</summary>
    public static IncidentAction MissResolve(IncidentDraft draft)
    {
        draft.Incident = draft.Active with { ResolveMissed = true };
        draft.Note(
            TimelineKind.SlaMissed,
            Sentences.NoteResolveMissed(MetricText.Duration(draft.Policy.Sla(draft.Active.Severity).Resolve)),
            new() { Promise = PromiseKind.Resolve });
        return Severities.Apply(draft, draft.Active.Reasons) ? IncidentAction.Raised : IncidentAction.Noted;
    }

    private static string Remark(Incident incident, DateTimeOffset now) =>
        Sentences.NobodyAcknowledgedFor(MetricText.Duration(now - incident.Escalation.StartedAt));
}
