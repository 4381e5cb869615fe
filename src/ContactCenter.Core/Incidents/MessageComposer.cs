namespace ContactCenter.Core.Incidents;

/// <summary>Takes the snapshot of an incident that a message tells.</summary>
internal static class MessageComposer
{
    public static IncidentMessage Compose(
        Incident incident, IncidentPolicy policy, Occasion occasion, DateTimeOffset at, string? remark) => new()
        {
            Occasion = occasion,
            IncidentId = incident.Id,
            Severity = incident.Severity,
            State = incident.State,
            Subject = incident.Subject,
            Group = incident.Key.Group,
            Resource = incident.Key.Resource,
            Symptom = incident.Symptom,
            Description = incident.Description,
            Reasons = incident.Reasons,
            Scope = policy.ScopeOf(incident.Key),
            Owner = incident.Owner,
            RunbookUrl = policy.RunbookUrl(incident.Runbook),
            Repair = incident.RepairReport
            ?? (incident.Remediations.IsEmpty ? null : $"Asked for: {string.Join(", ", incident.Remediations)}."),
            AsksApproval = incident.IsActive && incident.PendingApproval is not null,
            OpenedAt = incident.OpenedAt,
            PromisedFrom = incident.PromisedFrom,
            At = at,
            Alarms = incident.Alarms,
            Changes = incident.Changes,
            AcknowledgedBy = incident.Acknowledgement?.By,
            Remark = remark,
        };
}
