namespace ContactCenter.Language.Classification.Evaluation;

/// <summary>How a model does on labelled texts.</summary>
/// <param name="Quality">Accuracy, calibration, coverage and treatment of texts out of scope.</param>
/// <param name="Confusions">The pairs of topics that are most often taken for each other.</param>
/// <param name="UnknownTopics">Topics of the texts that the model does not know; their texts count as wrong.</param>
/// <param name="UrgencyAccuracy">Share of right levels of urgency, 0 to 1; nothing when model or texts have none.</param>
public sealed record EvaluationResult(
    ClassificationQuality Quality, IReadOnlyList<TopicConfusion> Confusions, IReadOnlyList<string> UnknownTopics, double? UrgencyAccuracy);
