using ContactCenter.Language.Classification.Learning;

namespace ContactCenter.Language.Classification.Scope;

/// <summary>
/// What speaks for a text being about any of the topics. Each signal fails on other texts: a text of an unknown topic in the words of the
/// known ones has a flat distribution, a text about something else altogether leaves the networks cold.
/// </summary>
internal static class ScopeSignals
{
    /// <summary>Number of signals that need no encoder.</summary>
    public const int Count = 5;

    /// <summary>
    /// Number of signals with the nearness to the nearest topic by what the encoder makes of the text, which is the last.
    /// </summary>
    public const int CountWithEncoder = 6;

    /// <summary>
    /// Writes the strongest linear score, the nearness to the nearest topic, how strongly each network is excited, and the certainty, for
    /// the text whose scores are in the buffers.
    /// </summary>
    /// <param name="buffers">Scores of the text.</param>
    /// <param name="space">Where the topics lie among the hidden values of the bag network.</param>
    /// <param name="meanings">Where the topics lie among what the encoder makes of texts; asked where there is room for its signal.</param>
    /// <param name="probabilities">Probabilities of the topics.</param>
    /// <param name="signals">Room for the signals, with or without that of the encoder.</param>
    public static void Read(
        ScoringBuffers buffers, TopicSpace space, TopicSpace? meanings, ReadOnlySpan<float> probabilities, Span<float> signals)
    {
        var linear = buffers.Scores(0, probabilities.Length);
        signals[0] = linear[VectorMath.IndexOfLargest(linear)];
        signals[1] = -space.DistanceToNearest(buffers.BagHidden);
        signals[2] = MathF.Sqrt(VectorMath.SquaredNorm(buffers.BagHidden));
        signals[3] = MathF.Sqrt(VectorMath.SquaredNorm(buffers.PhraseHidden));
        signals[4] = Certainty(probabilities);
        if (signals.Length == CountWithEncoder)
        {
            signals[5] = -meanings!.DistanceToNearest(buffers.Meaning);
        }
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
        var score = weights[^1];
        for (var i = 0; i < signals.Length; i++)
        {
            score += weights[i] * signals[i];
        }

        return score;
    }
}
