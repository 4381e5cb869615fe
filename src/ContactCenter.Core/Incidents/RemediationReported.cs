namespace ContactCenter.Core.Incidents;

/// <summary>A repair reports how it went.</summary>
/// <param name="Remediation">Name of the remediation.</param>
/// <param name="Target">What it acted on.</param>
/// <param name="Helped">False when it did not help, or cannot help, so that people must act; this raises the severity, once.</param>
/// <param name="Text">What was done, as a sentence.</param>
public sealed record RemediationReported(string Remediation, string Target, bool Helped, string Text) : IncidentInput
{
    /// <summary>True when nothing is done until a person approves.</summary>
    public bool NeedsApproval { get; init; }
}
