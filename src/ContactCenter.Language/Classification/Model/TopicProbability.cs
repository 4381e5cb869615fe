namespace ContactCenter.Language.Classification.Model;

/// <summary>A topic with its probability.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Probability">Calibrated probability, 0 to 1.</param>
public readonly record struct TopicProbability(string Topic, float Probability);
