namespace ContactCenter.Core.Incidents;

/// <summary>A repair that waits for a person's approval.</summary>
/// <param name="Remediation">Name of the remediation.</param>
/// <param name="Target">What it would act on.</param>
/// <param name="Text">What it would do and why, as sentences.</param>
public sealed record PendingApproval(string Remediation, string Target, string Text);
