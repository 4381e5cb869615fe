namespace ContactCenter.Language.Retraining;

/// <summary>After a rollback nothing is promoted by itself until somebody says so: the next training would make a like model of like texts.</summary>
/// <param name="Since">When it was rolled back.</param>
/// <param name="Model">The model that was taken out of service.</param>
/// <param name="Reason">Why, as the person wrote it; null when nobody did.</param>
public sealed record ModelHold(DateTimeOffset Since, string Model, string? Reason);
