namespace ContactCenter.Core.Incidents;

/// <summary>What is only written down: reports of repairs, and what happened around the incident.</summary>
internal static class NoteDecisions
{
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

    public static IncidentAction Decide(IncidentDraft draft, ContextNoted context)
    {
        if (draft.Incident is null)
        {
            return IncidentAction.Ignored;
        }

        draft.Note(TimelineKind.Context, $"{context.OccurredAt.UtcDateTime:HH:mm:ss} UTC: {context.Text}");
        return IncidentAction.Noted;
    }
}
