namespace ContactCenter.Core.Incidents.Engine;

/// <summary>What is only written down: reports of deliveries, and what happened around the incident.</summary>
internal static class Notes
{
    /// <summary>More than this says nothing to people; it bounds the record in a busy account.</summary>
    private const int MaximumContext = 20;

    /// <summary>What became of a delivery.</summary>
    public static IncidentAction Write(IncidentDraft draft, DeliveryReported report)
    {
        if (draft.Incident is null)
        {
            return IncidentAction.Ignored;
        }

        draft.Note(TimelineKind.Notified, report.Text);
        return report.GivenUp is { } message ? Unreached.Count(draft, message) : IncidentAction.Noted;
    }

    /// <summary>What happened around the incident; the same is written once.</summary>
    public static IncidentAction Write(IncidentDraft draft, ContextNoted context)
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
