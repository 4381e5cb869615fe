namespace ContactCenter.Cli.Knowledge;

/// <summary>One line of <c>ask --json</c>.</summary>
/// <param name="Status"><c>ok</c> or <c>unsure</c>.</param>
/// <param name="Confidence">Probability that the first article is right, 0 to 1.</param>
/// <param name="Articles">Ids of the best articles, the best first.</param>
/// <param name="Answer">The answer, or null when an agent answers.</param>
internal sealed record AskedQuestion(string Status, double Confidence, IReadOnlyList<string> Articles, string? Answer);
