namespace ContactCenter.Language.Knowledge;

/// <summary>What a knowledge base has for a question.</summary>
/// <param name="Confidence">Probability that the first article answers it, 0 to 1.</param>
/// <param name="Articles">The best articles, the best first; empty when no word was found.</param>
public sealed record KnowledgeResult(double Confidence, IReadOnlyList<Article> Articles);
