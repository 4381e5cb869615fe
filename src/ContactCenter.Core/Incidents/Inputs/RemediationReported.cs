namespace ContactCenter.Core.Incidents;

/// <summary>A repair reports how it went.</summary>
/// <param name="Remediation">Name of the remediation.</param>
/// <param name="Target">What it acted on.</param>
/// <param name="Helped">False when people must act.</param>
/// <param name="Text">What was done, as a sentence.</param>
public sealed record RemediationReported(string Remediation, string Target, bool Helped, string Text) : IncidentInput;
