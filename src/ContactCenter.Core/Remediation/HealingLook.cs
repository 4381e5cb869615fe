namespace ContactCenter.Core.Remediation;

/// <summary>One look at a table that is being looked after.</summary>
/// <param name="Table">The table.</param>
/// <param name="Report">What the run did; null when the table is only watched.</param>
/// <param name="Text">What people are told, as sentences.</param>
/// <param name="Helped">False when people must act.</param>
/// <param name="Again">When to look again without waiting for the schedule, or null.</param>
public sealed record HealingLook(string Table, HealingReport? Report, string Text, bool Helped, TimeSpan? Again);
