using ContactCenter.Core.Monitoring.Triage;

namespace ContactCenter.Core.Incidents;

/// <summary>A message was received and triaged.</summary>
/// <param name="Alarm">The triaged alarm.</param>
public sealed record AlarmReceived(TriagedAlarm Alarm) : IncidentInput;
