namespace ContactCenter.Core.Incidents;

/// <summary>Somebody has taken the incident.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="ExpiresAt">When it counts no longer.</param>
/// <param name="IsSnooze">True when the person asked for a pause rather than took the work.</param>
public sealed record Acknowledgement(string By, DateTimeOffset At, DateTimeOffset ExpiresAt, bool IsSnooze);
