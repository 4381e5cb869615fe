namespace ContactCenter.Core.Remediation.Runs;

/// <summary>One entry of the registry of remediations, as the alarm catalog and people know it.</summary>
/// <param name="Name">Stable name in kebab case; an alarm definition names it.</param>
/// <param name="Description">What it does, in one sentence.</param>
/// <param name="VerifyWithin">When it has to have helped.</param>
/// <param name="AsksFirst">True when it always needs a person's approval.</param>
public sealed record RemediationEntry(string Name, string Description, TimeSpan VerifyWithin, bool AsksFirst);
