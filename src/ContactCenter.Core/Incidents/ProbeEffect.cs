namespace ContactCenter.Core.Incidents;

/// <summary>Report that a probe has walked the pipeline.</summary>
/// <param name="Id">See <see cref="Effect"/>.</param>
/// <param name="IncidentId">A number of the probe's correlation; there is no such incident.</param>
/// <param name="At">When the probe was sent, not when it was decided: the whole way counts.</param>
public sealed record ProbeEffect(string Id, string IncidentId, DateTimeOffset At) : Effect(Id, IncidentId, At);
