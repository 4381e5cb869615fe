namespace ContactCenter.Language.Classification.Learning;

/// <summary>
/// Combines the scores of the learners to calibrated probabilities: soft-max of their weighted sum, the weights fitted on held-out texts
/// by likelihood. This stacks and calibrates at once: with one learner it is temperature scaling (Guo et al., ICML 2017).
/// </summary>
internal static class ScoreStack
{
    private const int MaximumSteps = 50;

    // Keeps the Newton step finite when a learner scores all topics alike; small beside the curvature of any useful learner.
    private const double Ridge = 1e-6;

    private const double Converged = 1e-7;

    /// <summary>Writes the probabilities for the scores that are in the buffers.</summary>
    public static void Combine(ScoringBuffers buffers, ReadOnlySpan<float> weights, Span<float> probabilities)
    {
        probabilities.Clear();
        for (var learner = 0; learner < weights.Length; learner++)
        {
            VectorMath.AddScaled(buffers.Scores(learner, probabilities.Length), weights[learner], probabilities);
        }

        VectorMath.SoftMax(probabilities);
    }

    /// <summary>Fits non-negative weights by Newton's method on the negative log-likelihood, which is convex.</summary>
    /// <param name="scores">Per learner, scores of all held-out texts: text by text, topic by topic.</param>
    /// <param name="topics">Right topic per text; texts with a negative number are left out.</param>
    /// <param name="topicCount">Number of topics.</param>
    public static float[] Fit(float[][] scores, int[] topics, int topicCount)
    {
        var weights = new double[scores.Length];
        Array.Fill(weights, 1d / scores.Length);
        for (var step = 0; step < MaximumSteps; step++)
        {
            var (gradient, curvature) = Derivatives(scores, topics, topicCount, weights);
            var move = 0d;
            var change = Solve(curvature, gradient, weights);
            for (var l = 0; l < weights.Length; l++)
            {
                // A step never more than doubles a weight, so that the first steps from far away do not overshoot.
                var next = Math.Clamp(weights[l] - change[l], 0, (2 * weights[l]) + 0.1);
                move = Math.Max(move, Math.Abs(next - weights[l]));
                weights[l] = next;
            }

            if (move < Converged)
            {
                break;
            }
        }

        return Array.ConvertAll(weights, static weight => (float)weight);
    }

    private static (double[] Gradient, double[,] Curvature) Derivatives(float[][] scores, int[] topics, int topicCount, double[] weights)
    {
        var learners = scores.Length;
        var gradient = new double[learners];
        var curvature = new double[learners, learners];
        var probabilities = new float[topicCount];
        var mean = new double[learners];
        for (var text = 0; text < topics.Length; text++)
        {
            if (topics[text] < 0)
            {
                continue;
            }

            Array.Clear(probabilities);
            for (var l = 0; l < learners; l++)
            {
                VectorMath.AddScaled(scores[l].AsSpan(text * topicCount, topicCount), (float)weights[l], probabilities);
            }

            VectorMath.SoftMax(probabilities);
            for (var l = 0; l < learners; l++)
            {
                mean[l] = VectorMath.Dot(probabilities, scores[l].AsSpan(text * topicCount, topicCount));
                gradient[l] += mean[l] - scores[l][(text * topicCount) + topics[text]];
            }

            for (var k = 0; k < topicCount; k++)
            {
                for (var l = 0; l < learners; l++)
                {
                    var deviation = probabilities[k] * (scores[l][(text * topicCount) + k] - mean[l]);
                    for (var m = 0; m <= l; m++)
                    {
                        curvature[l, m] += deviation * (scores[m][(text * topicCount) + k] - mean[m]);
                    }
                }
            }
        }

        return (gradient, curvature);
    }

    // Gaussian elimination on the few learners; a weight that is zero and wants to be negative stays out.
    private static double[] Solve(double[,] lower, double[] gradient, double[] weights)
    {
        var n = gradient.Length;
        var a = new double[n, n];
        var b = (double[])gradient.Clone();
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                a[i, j] = lower[Math.Max(i, j), Math.Min(i, j)];
            }

            a[i, i] += Ridge * (1 + a[i, i]);
        }

        for (var i = 0; i < n; i++)
        {
            if (weights[i] == 0 && gradient[i] > 0)
            {
                for (var j = 0; j < n; j++)
                {
                    a[i, j] = a[j, i] = 0;
                }

                a[i, i] = 1;
                b[i] = 0;
            }
        }

        for (var i = 0; i < n; i++)
        {
            for (var r = i + 1; r < n; r++)
            {
                var factor = a[r, i] / a[i, i];
                for (var c = i; c < n; c++)
                {
                    a[r, c] -= factor * a[i, c];
                }

                b[r] -= factor * b[i];
            }
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var c = i + 1; c < n; c++)
            {
                b[i] -= a[i, c] * b[c];
            }

            b[i] /= a[i, i];
        }

        return b;
    }
}
