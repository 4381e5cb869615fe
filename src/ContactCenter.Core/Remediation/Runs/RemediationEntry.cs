namespace ContactCenter.Core.Remediation.Runs;

/// <summary>A remediation, as the alarm catalog knows it.</summary>
/// <param name="Name">Stable name in kebab case; an alarm definition names it.</param>
/// <param name="VerifyWithin">When it has to have helped.</param>
public sealed record RemediationEntry(string Name, TimeSpan VerifyWithin);
