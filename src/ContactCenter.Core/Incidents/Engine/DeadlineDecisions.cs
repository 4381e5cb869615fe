using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>What passed deadlines mean, handled one by one in the order in which they were due.</summary>
internal static class DeadlineDecisions
{
    /// <summary>After an outage of the clock several may be due at once; more than this in one decision would be an error in the rules.</summary>
    private const int Maximum = 100;

    public static IncidentAction Decide(IncidentDraft draft)
    {
        var action = IncidentAction.Ignored;
        for (var i = 0; i < Maximum && draft.IsActive; i++)
        {
            if (Deadlines.Next(draft.Active, draft.Members, draft.Policy) is not { } due || due.At > draft.Now)
            {
                break;
            }

            action = Handle(draft, due.Kind);
        }

        return action;
    }

    private static IncidentAction Handle(IncidentDraft draft, DeadlineKind kind) => kind switch
    {
        DeadlineKind.HoldEnds => EndHold(draft),
        DeadlineKind.AlarmIsStale => QuietStale(draft),
        DeadlineKind.FlappingEnds => EndFlapping(draft),
        DeadlineKind.QuietPeriodEnds => StateMoves.Resolve(draft, by: null, note: null),
        DeadlineKind.AcknowledgementExpires => Expire(draft),
        DeadlineKind.AcknowledgeMissed => MissAcknowledge(draft),
        DeadlineKind.ResolveMissed => MissResolve(draft),
        _ => TakeDueStep(draft),
    };

    /// <summary>When planned work ends, people are told what is still red; what is over by then stays a record.</summary>
    private static IncidentAction EndHold(IncidentDraft draft)
    {
        var red = draft.Members.Count(track => track.IsRed);
        draft.Incident = draft.Active with { HeldUntil = null, PromisedFrom = draft.Now };
        draft.Note(TimelineKind.Held, red == 0 ? "Planned work has ended; nothing is red." : $"Planned work has ended; {red} alarms are still red.");
        if (red == 0)
        {
            return IncidentAction.Noted;
        }

        EscalationMoves.Start(draft, Occasion.Opened, draft.Active.Told, "It began during planned work and is still there.");
        return IncidentAction.Reminded;
    }

    private static IncidentAction QuietStale(IncidentDraft draft)
    {
        var limit = draft.Now - draft.Policy.Settings.StaleAfter;
        foreach (var track in draft.Members.Where(track => track.IsRed && track.MayStayRed && track.Latest.At <= limit).ToArray())
        {
            if (track.With(new AlarmMoment(draft.Now, AlarmState.Ok)) is { } quiet)
            {
                draft.Replace(quiet);
            }

            draft.Note(TimelineKind.Alarm, $"Nothing was heard of {track.Name} for {MetricText.Duration(draft.Policy.Settings.StaleAfter)}: it counts as quiet.");
        }

        return StateMoves.Settle(draft) ?? IncidentAction.Noted;
    }

    private static IncidentAction EndFlapping(IncidentDraft draft)
    {
        draft.Incident = draft.Active with { FlappingUntil = null };
        return StateMoves.Settle(draft) ?? IncidentAction.Noted;
    }

    private static IncidentAction Expire(IncidentDraft draft)
    {
        var acknowledgement = draft.Active.Acknowledgement!;
        var what = acknowledgement.IsSnooze ? $"The pause that {acknowledgement.By} asked for is over." : $"The acknowledgement of {acknowledgement.By} has expired.";
        draft.Incident = draft.Active with { State = IncidentState.Open, Acknowledgement = null };
        draft.Note(TimelineKind.Expired, what);
        EscalationMoves.Start(draft, Occasion.Reminder, [], what);
        return IncidentAction.Reminded;
    }

    private static IncidentAction MissAcknowledge(IncidentDraft draft)
    {
        draft.Incident = draft.Active with { AcknowledgeMissed = true };
        draft.Note(TimelineKind.SlaMissed, $"Nobody acknowledged within the promised {MetricText.Duration(draft.Policy.Sla(draft.Active.Severity).Acknowledge)}.");
        return IncidentAction.Noted;
    }

    private static IncidentAction MissResolve(IncidentDraft draft)
    {
        draft.Incident = draft.Active with { ResolveMissed = true };
        draft.Note(TimelineKind.SlaMissed, $"It was not over within the promised {MetricText.Duration(draft.Policy.Sla(draft.Active.Severity).Resolve)}.");
        return SeverityMoves.Apply(draft, draft.Active.Reasons) ? IncidentAction.Raised : IncidentAction.Noted;
    }

    /// <summary>
    /// Takes the step that is due. After an outage of the clock several are: each audience still hears of it, but rounds that nobody could
    /// have acted on in between are not repeated in one breath.
    /// </summary>
    private static IncidentAction TakeDueStep(IncidentDraft draft)
    {
        var action = EscalationMoves.TakeStep(draft);
        var progress = draft.Active.Escalation;
        var policy = draft.Policy.Escalation(progress.Severity);
        while (progress.Round > 0 && policy.DueAt(progress.StartedAt, progress.Round, progress.NextStep) <= draft.Now)
        {
            var (round, step) = policy.After(progress.Round, progress.NextStep);
            progress = progress with { Round = round, NextStep = step };
        }

        draft.Incident = draft.Active with { Escalation = progress };
        return action;
    }
}
