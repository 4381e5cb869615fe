namespace ContactCenter.Language.Retraining;

/// <summary>A model that is or was in service.</summary>
/// <param name="Id">Name of the model, unique in its history; for example the hash of its file.</param>
/// <param name="PromotedAt">When it went into service.</param>
/// <param name="Reason">Why it was promoted.</param>
/// <param name="Accuracy">Its accuracy at that time, 0 to 1.</param>
public sealed record ModelVersion(string Id, DateTimeOffset PromotedAt, string Reason, double Accuracy);
