using System.Runtime.InteropServices;

namespace ContactCenter.Language.Classification.Learning;

/// <summary>
/// Trains a <see cref="BagNetwork"/>: features and hidden values are dropped at random, so that no single word is trusted alone
/// (Srivastava et al., "Dropout", JMLR 2014).
/// </summary>
internal static class BagNetworkLearner
{
    private const float Rate = 0.05f;
    private const float DropFeatures = 0.3f;
    private const float DropHidden = 0.3f;
    private const float InitialSpread = 0.1f;

    /// <summary>Trains the network.</summary>
    /// <param name="texts">Weighted texts.</param>
    /// <param name="targets">What each text is about.</param>
    /// <param name="topicCount">Number of topics.</param>
    /// <param name="schedule">How often each text is visited.</param>
    /// <param name="seed">Seed of initial values, order and drops.</param>
    /// <param name="cancellation">Ends the training between two passes.</param>
    public static BagNetwork Learn(
        (int[] Buckets, float[] Values)[] texts, TopicTarget[] targets, int topicCount, TrainingSchedule schedule, int seed,
        CancellationToken cancellation)
    {
        const int Hidden = BagNetwork.Hidden;
        var random = new Random(seed);
        var first = new float[BagNetwork.Rows * Hidden];
        OutputLayer.Fill(first, InitialSpread, random);
        var bias = new float[Hidden];
        var output = new OutputLayer(topicCount, Hidden, random);
        var rowSquares = new float[BagNetwork.Rows];
        var biasSquares = new float[Hidden];
        var rows = new List<int>();
        var values = new List<float>();
        Span<float> hidden = stackalloc float[Hidden];
        Span<float> pass = stackalloc float[Hidden];
        Span<float> gradient = stackalloc float[Hidden];
        foreach (var (text, progress) in schedule.Visits(texts.Length, random, cancellation))
        {
            Drop(texts[text], random, rows, values);
            if (rows.Count == 0)
            {
                continue;
            }

            var rate = Rate * (1 - progress);
            bias.CopyTo(hidden);
            for (var i = 0; i < rows.Count; i++)
            {
                VectorMath.AddScaled(first.AsSpan(rows[i] * Hidden, Hidden), values[i], hidden);
            }

            for (var j = 0; j < Hidden; j++)
            {
                pass[j] = hidden[j] > 0 && random.NextSingle() >= DropHidden ? 1 / (1 - DropHidden) : 0;
                hidden[j] *= pass[j];
            }

            output.Step(hidden, targets[text], rate, gradient);
            for (var j = 0; j < Hidden; j++)
            {
                gradient[j] *= pass[j];
                biasSquares[j] += gradient[j] * gradient[j];
                bias[j] -= rate * gradient[j] / OutputLayer.AdaGradDivisor(biasSquares[j]);
            }

            var meanSquare = VectorMath.SquaredNorm(gradient) / Hidden;
            for (var i = 0; i < rows.Count && meanSquare > 0; i++)
            {
                var row = rows[i];
                rowSquares[row] += values[i] * values[i] * meanSquare;
                VectorMath.AddScaled(
                    gradient, -rate * values[i] / OutputLayer.AdaGradDivisor(rowSquares[row]), first.AsSpan(row * Hidden, Hidden));
            }
        }

        var learned = Array.ConvertAll(rowSquares, static squares => squares > 0);
        float[] dense = [.. bias, .. output.Weights, .. output.Bias];
        return new BagNetwork(Int8Rows.Pack(first, Hidden, learned), MemoryMarshal.AsBytes<float>(dense).ToArray());
    }

    private static void Drop((int[] Buckets, float[] Values) text, Random random, List<int> rows, List<float> values)
    {
        rows.Clear();
        values.Clear();
        var squares = 0f;
        for (var i = 0; i < text.Buckets.Length; i++)
        {
            if (random.NextSingle() >= DropFeatures)
            {
                rows.Add(BagNetwork.RowOf(text.Buckets[i]));
                values.Add(text.Values[i]);
                squares += text.Values[i] * text.Values[i];
            }
        }

        VectorMath.Scale(CollectionsMarshal.AsSpan(values), 1 / MathF.Sqrt(squares));
    }
}
