namespace ContactCenter.Language.Knowledge;

/// <summary>Turns the signs of a match into the probability that its first article is the right one: a logistic model.</summary>
/// <param name="Bias">Log-odds without any sign.</param>
/// <param name="Weights">Log-odds of each sign of <see cref="KnowledgeMatch.ToSigns"/>.</param>
public sealed record Calibration(double Bias, IReadOnlyList<double> Weights)
{
    /// <summary>No more than this is what an answer in doubt is right with, below every minimum that is meant to be sure.</summary>
    private const double MaximumInDoubt = 0.45;

    /// <summary>
    /// For bases with too few questions to learn from: cautious values between those that the sample base and its halves gave.
    /// </summary>
    public static Calibration Cautious { get; } = new(-5, [3.5, 2, 4, 0.5]);

    /// <summary>The same for articles that are found by words and by meaning.</summary>
    internal static Calibration CautiousHybrid { get; } = new(-8, [2, 1, 2, 0, 8, 6, -0.5]);

    /// <summary>The probability, 0 to 1.</summary>
    internal double Probability(KnowledgeMatch match)
    {
        if (match.Articles.Length == 0)
        {
            return 0;
        }

        var probability = Probability(match.ToSigns());
        return match.IsDoubtful ? Math.Min(probability, MaximumInDoubt) : probability;
    }

    /// <summary>The probability that signs speak for, 0 to 1.</summary>
    internal double Probability(double[] signs)
    {
        var sum = Bias;
        for (var i = 0; i < signs.Length; i++)
        {
            sum += Weights[i] * signs[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
