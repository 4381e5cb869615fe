namespace ContactCenter.Language.Classification.Evaluation;

/// <summary>Answers of about the same confidence.</summary>
/// <param name="Texts">Number of answers.</param>
/// <param name="MeanConfidence">Their mean confidence, 0 to 1.</param>
/// <param name="Accuracy">Share that was right, 0 to 1.</param>
public sealed record ReliabilityBin(int Texts, double MeanConfidence, double Accuracy);
