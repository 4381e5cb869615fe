namespace ContactCenter.Core.Incidents.Engine;

/// <summary>What is only written down: reports of repairs and deliveries, and what happened around the incident.</summary>
internal static class NoteDecisions
{
    /// <summary>More than this says nothing to people; it bounds the record in a busy account.</summary>
    private const int MaximumContext = 20;

    public static IncidentAction Decide(IncidentDraft draft, RemediationReported report)
    {
        if (draft.Incident is null)
        {
            return IncidentAction.Ignored;
        }

        draft.Incident = draft.Incident with { RepairReport = report.Text };
        draft.Note(TimelineKind.Remediation, $"{report.Remediation} on {report.Target}: {report.Text}");
        if (!draft.IsActive)
        {
            return IncidentAction.Noted;
        }

        AskForApproval(draft, report);
        return report.Helped ? IncidentAction.Noted : Fail(draft, report);
    }

    /// <summary>People are asked when a repair begins to wait, not at each of its looks; a repair that goes on without them asks no more.</summary>
    private static void AskForApproval(IncidentDraft draft, RemediationReported report)
    {
        var pending = draft.Active.PendingApproval;
        var isSame = pending is { } asked && asked.Remediation == report.Remediation && asked.Target == report.Target;
        if (!report.NeedsApproval)
        {
            draft.Incident = draft.Active with { PendingApproval = isSame ? null : pending };
            return;
        }

        draft.Incident = draft.Active with { PendingApproval = new PendingApproval(report.Remediation, report.Target, report.Text) };
        if (!isSame)
        {
            draft.Notify(Occasion.ApprovalNeeded, draft.Active.Told, report.Text);
        }
    }

    /// <summary>A repair that does not help leaves it to people: they are told what was tried, once for each target.</summary>
    private static IncidentAction Fail(IncidentDraft draft, RemediationReported report)
    {
        var failed = $"{report.Remediation} {report.Target}";
        if (draft.Active.FailedRemediations.Contains(failed))
        {
            return IncidentAction.Noted;
        }

        draft.Incident = draft.Active with { FailedRemediations = draft.Active.FailedRemediations.Add(failed) };
        if (SeverityMoves.Apply(draft, draft.Active.Reasons))
        {
            return IncidentAction.Raised;
        }

        if (draft.Active.State != IncidentState.Mitigated)
        {
            draft.Notify(Occasion.Reminder, draft.Active.Told, $"An automatic repair did not help: {report.Text}");
        }

        return IncidentAction.Noted;
    }

    public static IncidentAction Decide(IncidentDraft draft, DeliveryReported report)
    {
        if (draft.Incident is null)
        {
            return IncidentAction.Ignored;
        }

        draft.Note(TimelineKind.Notified, report.Text);
        return IncidentAction.Noted;
    }

    public static IncidentAction Decide(IncidentDraft draft, ContextNoted context)
    {
        if (draft.Incident is not { } incident)
        {
            return IncidentAction.Ignored;
        }

        if (context.Id is { } id)
        {
            if (incident.Context.Contains(id) || incident.Context.Length >= MaximumContext)
            {
                return IncidentAction.Ignored;
            }

            draft.Incident = incident with { Context = incident.Context.Add(id) };
        }

        draft.Note(TimelineKind.Context, $"{context.OccurredAt.UtcDateTime:HH:mm:ss} UTC: {context.Text}");
        return IncidentAction.Noted;
    }
}
