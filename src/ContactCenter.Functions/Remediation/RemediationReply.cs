using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Functions.Remediation;

/// <summary>What was found and done, for whoever invokes the function by hand.</summary>
/// <param name="Looks">Each look at a resource, in order.</param>
/// <param name="Problems">Resources that could not be looked at.</param>
internal sealed record RemediationReply(IReadOnlyList<RemediationReply.Look> Looks, IReadOnlyList<string> Problems)
{
    /// <summary>One look.</summary>
    /// <param name="Resource">The table, or the function.</param>
    /// <param name="Outcome">What the service said to a change, or null when there was none.</param>
    /// <param name="Helped">False when people must act.</param>
    /// <param name="Text">What people are told.</param>
    internal sealed record Look(string Resource, ChangeOutcome? Outcome, bool Helped, string Text);
}
