namespace ContactCenter.Language.Retraining;

/// <summary>Whether a new model replaces the one in service, and why.</summary>
/// <param name="Promote">True when it does.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="ChampionAccuracy">Accuracy of the model in service, 0 to 1.</param>
/// <param name="ChallengerAccuracy">Accuracy of the new model on the same texts, 0 to 1.</param>
/// <param name="PValue">Probability of a difference as large as this in favour of the new model if both were equally good.</param>
/// <param name="WorseTopics">Important topics on which the new model is worse.</param>
public sealed record PromotionDecision(
    bool Promote, string Reason, double ChampionAccuracy, double ChallengerAccuracy, double PValue, IReadOnlyList<string> WorseTopics);
