namespace ContactCenter.Language.Retraining;

/// <summary>What one retraining may take.</summary>
public sealed record RetrainingLimits
{
    /// <summary>Texts to learn from at most; 20,000 take a few minutes on two cores, and Lambda ends everything after fifteen.</summary>
    public int MostTexts { get; init; } = 20_000;

    /// <summary>Texts to compare the models on at most.</summary>
    public int MostHeldBack { get; init; } = 5_000;

    /// <summary>Corrections that a topic needs before it is learned as a new one: below, a slip of the pen would become a topic.</summary>
    public int FewestOfNewTopic { get; init; } = 10;

    /// <summary>Answers that are needed before drift says anything.</summary>
    public int FewestAnswersForDrift { get; init; } = 500;
}
