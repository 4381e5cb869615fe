namespace ContactCenter.Functions;

/// <summary>What one look of the clock found.</summary>
/// <param name="Passed">Whether the audit passed, and so the heartbeat was told.</param>
/// <param name="Active">Active incidents.</param>
/// <param name="Handled">Incidents that were due.</param>
/// <param name="Delivered">Effects that had been left behind.</param>
/// <param name="Repaired">Incidents whose deadline was repaired.</param>
/// <param name="Problems">What went wrong.</param>
internal sealed record ClockReply(bool Passed, int Active, int Handled, int Delivered, IReadOnlyList<string> Repaired, IReadOnlyList<string> Problems);
