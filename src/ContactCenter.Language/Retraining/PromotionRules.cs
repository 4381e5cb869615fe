namespace ContactCenter.Language.Retraining;

/// <summary>When a new model replaces the one in service.</summary>
public sealed record PromotionRules
{
    /// <summary>Largest probability that the new model is only luckier: one-sided exact McNemar test; above 0, below 1.</summary>
    public double SignificanceLevel { get; init; } = 0.05;

    /// <summary>Topics on which the new model must not be worse.</summary>
    public IReadOnlyList<string> ImportantTopics { get; init; } = [];

    /// <summary>By how much recall of an important topic may fall before the new model counts as worse on it, 0 to 1.</summary>
    public double ToleratedRecallLoss { get; init; } = 0.02;

    /// <summary>Fewest texts for a decision.</summary>
    public int FewestTexts { get; init; } = 100;
}
