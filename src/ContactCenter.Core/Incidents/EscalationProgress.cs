using ContactCenter.Core.Common;

namespace ContactCenter.Core.Incidents;

/// <summary>How far the escalation of an incident has gone. Step times follow from it alone, so no order of events can move them.</summary>
/// <param name="Severity">Whose policy is followed.</param>
/// <param name="StartedAt">From when the delays count.</param>
/// <param name="Round">0 for the first time through the steps.</param>
/// <param name="NextStep">Index of the next step in the round.</param>
public sealed record EscalationProgress(Severity Severity, DateTimeOffset StartedAt, int Round, int NextStep);
