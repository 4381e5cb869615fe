namespace ContactCenter.Language.Knowledge;

/// <summary>What a search found, with the signs by which it is judged. Each sign is 0 to 1.</summary>
/// <param name="Articles">Positions in the base, the best first.</param>
/// <param name="Coverage">How much of the question, by the rarity of its terms, stands in the best article.</param>
/// <param name="Lead">How far the best is ahead of the second.</param>
/// <param name="Nearness">How near the question comes to one that the best article names.</param>
/// <param name="Terms">How many terms the question has; at <see cref="ManyTerms"/> enough.</param>
/// <param name="IsDoubtful">
/// The article has one word of it alone, which may mean more than one thing ("close": the account, or for the night), or two beside one
/// that no article has, so that the question is about something else as well. Not where an article names the very question.
/// </param>
internal sealed record KnowledgeMatch(
    int[] Articles, double Coverage, double Lead, double Nearness, double Terms, bool IsDoubtful = false)
{
    /// <summary>From here on the question is one that the article names, in other forms at most.</summary>
    public const double Named = 0.95;

    /// <summary>Terms of a question that count; a longer one is a story.</summary>
    public const int MaximumTerms = 48;

    /// <summary>One word can mean much; this many rarely mean two things.</summary>
    public const int ManyTerms = 4;

    /// <summary>Words of a question that an article must have for an answer without doubt.</summary>
    public const int Enough = 2;

    /// <summary>Number of signs.</summary>
    public const int Signs = 4;

    /// <summary>Nothing was found.</summary>
    public static KnowledgeMatch Nothing { get; } = new([], 0, 0, 0, 0);

    /// <summary>The signs as numbers.</summary>
    public double[] ToSigns() => [Coverage, Lead, Nearness, Terms];
}

/// <summary>What a knowledge base has for a question.</summary>
/// <param name="Confidence">Probability that the first article answers it, 0 to 1.</param>
/// <param name="Articles">The best articles, the best first; empty when no word was found.</param>
public sealed record KnowledgeResult(double Confidence, IReadOnlyList<Article> Articles);
