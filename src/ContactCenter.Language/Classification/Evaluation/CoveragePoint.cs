namespace ContactCenter.Language.Classification.Evaluation;

/// <summary>Accuracy when only the most confident answers are given.</summary>
/// <param name="Coverage">Share of texts that are answered, 0 to 1.</param>
/// <param name="Accuracy">Share of right answers among them, 0 to 1.</param>
public sealed record CoveragePoint(double Coverage, double Accuracy);
