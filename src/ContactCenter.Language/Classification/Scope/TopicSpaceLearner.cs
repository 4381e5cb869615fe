using System.Runtime.InteropServices;
using ContactCenter.Language.Classification.Learning;

namespace ContactCenter.Language.Classification.Scope;

/// <summary>Learns where the topics lie among the hidden values of a trained bag network.</summary>
internal static class TopicSpaceLearner
{
    // A floor for directions in which no text of a topic differs from another, so that the matrix can be inverted.
    private const double MinimumSpread = 1e-6;

    /// <summary>Learns the space.</summary>
    /// <param name="network">The trained network.</param>
    /// <param name="texts">Weighted texts.</param>
    /// <param name="topics">Topic of each text; negative for a text that belongs to none.</param>
    /// <param name="topicCount">Number of topics; one without texts is never the nearest.</param>
    public static TopicSpace Learn(BagNetwork network, (int[] Buckets, float[] Values)[] texts, int[] topics, int topicCount)
    {
        var rows = Enumerable.Range(0, texts.Length).Where(i => topics[i] >= 0).ToArray();
        var labels = Array.ConvertAll(rows, row => topics[row]);
        var hidden = Array.ConvertAll(rows, row =>
        {
            var values = new float[BagNetwork.Hidden];
            network.Hide(texts[row].Buckets, texts[row].Values, values);
            return values;
        });
        return Learn(hidden, labels, topicCount, BagNetwork.Hidden);
    }

    /// <summary>Learns the space from numbers that describe texts.</summary>
    /// <param name="hidden">The numbers of each text.</param>
    /// <param name="labels">Topic of each text.</param>
    /// <param name="topicCount">Number of topics; one without texts is never the nearest.</param>
    /// <param name="width">How many numbers describe a text.</param>
    public static TopicSpace Learn(float[][] hidden, int[] labels, int topicCount, int width)
    {
        var middles = Middles(hidden, labels, topicCount);
        var triangle = Invert(Root(Spread(hidden, labels, middles, width)));
        var numbers = new List<float>(triangle);
        var whitened = new float[width];
        foreach (var middle in middles)
        {
            TopicSpace.Whiten(triangle, middle ?? new float[width], whitened);
            numbers.AddRange(whitened);
            numbers.Add(middle is null ? float.PositiveInfinity : VectorMath.SquaredNorm(whitened));
        }

        return new TopicSpace(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(numbers)).ToArray(), width);
    }

    private static float[]?[] Middles(float[][] hidden, int[] labels, int topicCount)
    {
        var middles = new float[]?[topicCount];
        foreach (var topic in Enumerable.Range(0, hidden.Length).GroupBy(i => labels[i]))
        {
            var middle = new float[hidden[0].Length];
            foreach (var i in topic)
            {
                VectorMath.AddScaled(hidden[i], 1, middle);
            }

            VectorMath.Scale(middle, 1f / topic.Count());
            middles[topic.Key] = middle;
        }

        return middles;
    }

    /// <summary>
    /// Covariance within topics, drawn towards equal spread in all directions as far as the number of texts makes it uncertain (Ledoit,
    /// Wolf, "A well-conditioned estimator for large-dimensional covariance matrices", 2004).
    /// </summary>
    private static double[][] Spread(float[][] hidden, int[] labels, float[]?[] middles, int width)
    {
        var spread = Triangle(width);
        var fourthPowers = 0d;
        var deviation = new double[width];
        for (var i = 0; i < hidden.Length; i++)
        {
            var squares = 0d;
            for (var a = 0; a < width; a++)
            {
                deviation[a] = hidden[i][a] - middles[labels[i]]![a];
                squares += deviation[a] * deviation[a];
                for (var b = 0; b <= a; b++)
                {
                    spread[a][b] += deviation[a] * deviation[b] / hidden.Length;
                }
            }

            fourthPowers += squares * squares;
        }

        var equal = Enumerable.Range(0, width).Average(a => spread[a][a]);
        var norm = SquaredNorm(spread, 0);
        var distance = SquaredNorm(spread, equal);
        var uncertainty = Math.Max(0, (fourthPowers / hidden.Length) - norm) / hidden.Length;
        var drawn = distance <= 0 ? 1 : Math.Min(1, uncertainty / distance);
        for (var a = 0; a < width; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                spread[a][b] *= 1 - drawn;
            }

            spread[a][a] += (drawn * equal) + MinimumSpread;
        }

        return spread;
    }

    private static double SquaredNorm(double[][] symmetric, double lessOnDiagonal)
    {
        var sum = 0d;
        for (var a = 0; a < symmetric.Length; a++)
        {
            for (var b = 0; b < a; b++)
            {
                sum += 2 * symmetric[a][b] * symmetric[a][b];
            }

            sum += (symmetric[a][a] - lessOnDiagonal) * (symmetric[a][a] - lessOnDiagonal);
        }

        return sum;
    }

    // Cholesky: the lower triangle whose product with its own transpose is the matrix.
    private static double[][] Root(double[][] matrix)
    {
        var width = matrix.Length;
        var root = Triangle(width);
        for (var a = 0; a < width; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                var rest = matrix[a][b];
                for (var c = 0; c < b; c++)
                {
                    rest -= root[a][c] * root[b][c];
                }

                root[a][b] = a == b ? Math.Sqrt(Math.Max(rest, MinimumSpread)) : rest / root[b][b];
            }
        }

        return root;
    }

    private static float[] Invert(double[][] root)
    {
        var width = root.Length;
        var inverse = Triangle(width);
        for (var column = 0; column < width; column++)
        {
            for (var row = column; row < width; row++)
            {
                var rest = row == column ? 1d : 0;
                for (var c = column; c < row; c++)
                {
                    rest -= root[row][c] * inverse[c][column];
                }

                inverse[row][column] = rest / root[row][row];
            }
        }

        return [.. inverse.SelectMany(static row => row).Select(static value => (float)value)];
    }

    private static double[][] Triangle(int width) => [.. Enumerable.Range(1, width).Select(static length => new double[length])];
}
