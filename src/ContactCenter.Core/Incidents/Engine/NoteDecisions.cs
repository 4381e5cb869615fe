namespace ContactCenter.Core.Incidents;

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
