namespace ContactCenter.Core.Incidents;

/// <summary>How an incident ended.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who resolved it; null: it ended by itself after the quiet period.</param>
/// <param name="Note">What the person wrote, or null.</param>
public sealed record Resolution(DateTimeOffset At, string? By, string? Note);
