using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Functions.Incidents;

/// <summary>What became of one message, for whoever invokes the function by hand.</summary>
/// <param name="Incident">The incident, or null when the message belongs to none.</param>
/// <param name="Severity">Its severity, or null.</param>
/// <param name="Action">What the message amounted to.</param>
/// <param name="Effects">How many effects were decided.</param>
internal sealed record TriageReply(string? Incident, Severity? Severity, IncidentAction Action, int Effects);
