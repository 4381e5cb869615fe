namespace ContactCenter.Language.Classification.Learning;

/// <summary>
/// Learns one linear separator per topic against all other texts: squared hinge loss, L2 penalty, dual coordinate descent with shrinking
/// (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008).
/// </summary>
internal static class LinearLearner
{
    // Cost of a violated margin. On texts of unit length the optimum is flat around 1 (validation: 0.5 gives 0.4 points less).
    private const double Cost = 1;

    private const int MaximumPasses = 30;

    // Stop when no projected gradient of a pass exceeds this; tighter changes no decision in validation.
    private const double Tolerance = 0.05;

    /// <summary>Learns the separators.</summary>
    /// <param name="texts">Weighted texts; the arrays of one text have the same length.</param>
    /// <param name="targets">What each text is about; one that belongs to no topic speaks against all.</param>
    /// <param name="topicCount">Number of topics.</param>
    /// <param name="maximumEntries">Weights that the model has room for.</param>
    /// <param name="seed">Seed of the order in which texts are visited.</param>
    /// <param name="cancellation">Ends the training between two topics.</param>
    public static LinearModel Learn(
        (int[] Buckets, float[] Values)[] texts, TopicTarget[] targets, int topicCount, int maximumEntries, int seed,
        CancellationToken cancellation)
    {
        var weights = new float[topicCount][];
        for (var topic = 0; topic < topicCount; topic++)
        {
            cancellation.ThrowIfCancellationRequested();
            weights[topic] = LearnOne(texts, targets, topic, new Random(seed + topic));
        }

        return LinearModel.Pack(weights, maximumEntries);
    }

    private static float[] LearnOne((int[] Buckets, float[] Values)[] texts, TopicTarget[] targets, int topic, Random random)
    {
        var diagonal = Array.ConvertAll(targets, target => 0.5 / (Cost * target.CountsFor(topic)));
        var weights = new float[BagWeights.Buckets + 1];
        var dual = new double[texts.Length];
        var order = Enumerable.Range(0, texts.Length).ToArray();
        var active = texts.Length;
        var shrinkAbove = double.PositiveInfinity;
        for (var pass = 0; pass < MaximumPasses; pass++)
        {
            random.Shuffle(order.AsSpan(0, active));
            var largest = 0d;
            for (var q = 0; q < active; q++)
            {
                var row = order[q];
                var (buckets, values) = texts[row];
                var sign = targets[row].Likeliest == topic ? 1 : -1;
                var gradient = (sign * Score(weights, buckets, values)) - 1 + (diagonal[row] * dual[row]);
                if (dual[row] == 0)
                {
                    if (gradient > shrinkAbove)
                    {
                        active--;
                        (order[q], order[active]) = (order[active], order[q]);
                        q--;
                        continue;
                    }

                    gradient = Math.Min(gradient, 0);
                }

                largest = Math.Max(largest, Math.Abs(gradient));
                if (gradient != 0)
                {
                    // A text has unit length and the bias adds one: the second derivative is two plus the diagonal.
                    var updated = Math.Max(0, dual[row] - (gradient / (2 + diagonal[row])));
                    Move(weights, buckets, values, (float)((updated - dual[row]) * sign));
                    dual[row] = updated;
                }
            }

            if (largest >= Tolerance)
            {
                shrinkAbove = largest;
            }
            else if (active == texts.Length)
            {
                break;
            }
            else
            {
                active = texts.Length;
                shrinkAbove = double.PositiveInfinity;
            }
        }

        return weights;
    }

    private static float Score(float[] weights, int[] buckets, float[] values)
    {
        var score = weights[BagWeights.Buckets];
        for (var i = 0; i < buckets.Length; i++)
        {
            score += weights[buckets[i]] * values[i];
        }

        return score;
    }

    private static void Move(float[] weights, int[] buckets, float[] values, float step)
    {
        for (var i = 0; i < buckets.Length; i++)
        {
            weights[buckets[i]] += step * values[i];
        }

        weights[BagWeights.Buckets] += step;
    }
}
