namespace ContactCenter.Language.Classification.Evaluation;

/// <summary>How texts out of scope are treated.</summary>
/// <param name="Texts">Texts out of scope.</param>
/// <param name="Recall">Share of them that was refused, 0 to 1; 0 when there were none.</param>
/// <param name="AccuracyInScope">Share of texts in scope that was not refused and got the right topic, 0 to 1.</param>
/// <param name="RefusedShare">Share of all texts that was refused, 0 to 1.</param>
public sealed record OutOfScopeQuality(int Texts, double Recall, double AccuracyInScope, double RefusedShare);
