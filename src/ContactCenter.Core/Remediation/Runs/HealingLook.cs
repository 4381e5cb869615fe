namespace ContactCenter.Core.Remediation.Runs;

/// <summary>One look at a resource that is being looked after.</summary>
/// <param name="Resource">The table, or the function.</param>
/// <param name="Report">What the run did; null when the resource is only watched.</param>
/// <param name="Text">What people are told, as sentences.</param>
/// <param name="Helped">False when people must act.</param>
/// <param name="Again">When to look again without waiting for the schedule, or null.</param>
public sealed record HealingLook(string Resource, HealingReport? Report, string Text, bool Helped, TimeSpan? Again);
