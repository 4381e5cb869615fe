namespace ContactCenter.Language.Sentiment;

/// <summary>
/// Exponential average and slope of scores over time: a weighted straight line whose weights halve with age. It is kept as sums, so the
/// order in which scores are heard does not matter and trends can be put together.
/// </summary>
/// <param name="At">The time to which the weights are related: that of the latest score.</param>
/// <param name="Weight">Sum of weights: how many fresh scores the average rests on.</param>
/// <param name="Score">Weighted sum of scores.</param>
/// <param name="Age">Weighted sum of ages, in hours.</param>
/// <param name="AgeSquared">Weighted sum of squared ages.</param>
/// <param name="AgeScore">Weighted sum of ages times scores.</param>
public readonly record struct SentimentTrend(DateTimeOffset At, double Weight, double Score, double Age, double AgeSquared, double AgeScore)
{
    /// <summary>Hours squared of spread below which a line through the scores says nothing: about ten seconds.</summary>
    private const double MinimumSpread = 1e-5;

    /// <summary>Nothing heard yet.</summary>
    public static SentimentTrend None => default;

    /// <summary>The exponential average, -1 to 1; null before the first score.</summary>
    public double? Average => Weight > 0 ? Math.Clamp(Score / Weight, -1, 1) : null;

    /// <summary>How fast the score rises, in units an hour; 0 while all scores are of one time.</summary>
    public double SlopePerHour
    {
        get
        {
            var spread = Weight > 0 ? (AgeSquared / Weight) - (Age / Weight * (Age / Weight)) : 0;
            return spread > MinimumSpread ? -((AgeScore / Weight) - (Age / Weight * (Score / Weight))) / spread : 0;
        }
    }

    /// <summary>How many fresh scores it rests on at a later time.</summary>
    public double WeightAt(DateTimeOffset at, TimeSpan halfLife) => At < at ? Weight * Decay(at - At, halfLife) : Weight;

    /// <summary>With one more score.</summary>
    public SentimentTrend Add(DateTimeOffset at, double score, TimeSpan halfLife) =>
        Add(new SentimentTrend(at, 1, score, 0, 0, 0), halfLife);

    /// <summary>Put together with another trend of the same half-life.</summary>
    public SentimentTrend Add(SentimentTrend other, TimeSpan halfLife)
    {
        if (Weight <= 0 || other.Weight <= 0)
        {
            return Weight > 0 ? this : other;
        }

        var at = At > other.At ? At : other.At;
        var (a, b) = (Relate(at, halfLife), other.Relate(at, halfLife));
        return new SentimentTrend(
            at, a.Weight + b.Weight, a.Score + b.Score, a.Age + b.Age, a.AgeSquared + b.AgeSquared, a.AgeScore + b.AgeScore);
    }

    // ages grow by the time that has passed, weights halve with it
    private SentimentTrend Relate(DateTimeOffset at, TimeSpan halfLife)
    {
        var passed = (at - At).TotalHours;
        var decay = Decay(at - At, halfLife);
        return new SentimentTrend(
            at,
            decay * Weight,
            decay * Score,
            decay * (Age + (passed * Weight)),
            decay * (AgeSquared + (2 * passed * Age) + (passed * passed * Weight)),
            decay * (AgeScore + (passed * Score)));
    }

    private static double Decay(TimeSpan passed, TimeSpan halfLife) => Math.Pow(0.5, passed / halfLife);
}
