namespace ContactCenter.Language.Retraining;

/// <summary>The history as it was read.</summary>
/// <param name="History">The history.</param>
/// <param name="Version">What the store calls this state of it; null when there was none.</param>
public sealed record StoredHistory(ModelHistory History, string? Version);
