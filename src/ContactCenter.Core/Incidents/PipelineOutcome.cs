using ContactCenter.Core.Monitoring.Triage;

namespace ContactCenter.Core.Incidents;

/// <summary>What became of a received message.</summary>
/// <param name="Alarm">The message, triaged.</param>
/// <param name="Decision">What was decided.</param>
public sealed record PipelineOutcome(TriagedAlarm Alarm, Decision Decision);
