using ContactCenter.Language.Classification.Learning;

namespace ContactCenter.Language.Classification.Scope;

/// <summary>
/// What speaks for a text being about any of the topics. Each signal fails on other texts: a text of an unknown topic in the words of the
/// known ones has a flat distribution, a text about something else altogether leaves the networks cold.
/// </summary>
internal static class ScopeSignals
{
    /// <summary>Number of signals.</summary>
    public const int Count = 5;

    /// <summary>
    /// Writes the strongest linear score, the nearness to the nearest topic, how strongly each network is excited, and the certainty, for
    /// the text whose scores are in the buffers.
    /// </summary>
    public static void Read(ScoringBuffers buffers, TopicSpace space, ReadOnlySpan<float> probabilities, Span<float> signals)
    {
        var linear = buffers.Scores(0, probabilities.Length);
        signals[0] = linear[VectorMath.IndexOfLargest(linear)];
        signals[1] = -space.DistanceToNearest(buffers.BagHidden);
        signals[2] = MathF.Sqrt(VectorMath.SquaredNorm(buffers.BagHidden));
        signals[3] = MathF.Sqrt(VectorMath.SquaredNorm(buffers.PhraseHidden));
        signals[4] = Certainty(probabilities);
    }

    // Zero when one topic is certain, lower the flatter the distribution: entropy with its sign turned.
    private static float Certainty(ReadOnlySpan<float> probabilities)
    {
        var sum = 0f;
        foreach (var probability in probabilities)
        {
            sum += probability > 0 ? probability * MathF.Log(probability) : 0;
        }

        return sum;
    }

    /// <summary>The scope score: weighted sum of the signals and a constant, which is the last weight.</summary>
    public static float Combine(ReadOnlySpan<float> signals, ReadOnlySpan<float> weights)
    {
        var score = weights[Count];
        for (var i = 0; i < Count; i++)
        {
            score += weights[i] * signals[i];
        }

        return score;
    }
}
