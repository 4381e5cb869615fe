using System.Runtime.InteropServices;
using ContactCenter.Language.Classification.Learning;
using ContactCenter.Language.Classification.Scope;

namespace ContactCenter.Language.Tests.Classification;

public class TopicSpaceLearnerTests
{
    private const int Width = BagNetwork.Hidden;
    private const int Features = 60;

    /// <summary>
    /// The triangle undone is the spread within topics, drawn towards equal spread in all directions: Cholesky and inverse are right.
    /// </summary>
    [Fact]
    public void Triangle_makes_the_spread_alike_in_all_directions()
    {
        var (network, texts, topics) = Sample(seed: 1);

        var space = TopicSpaceLearner.Learn(network, texts, topics, 3);

        var found = Undone(MemoryMarshal.Cast<byte, float>(space.Bytes.Span)[..TopicSpace.TriangleLength(BagNetwork.Hidden)].ToArray());
        var spread = Spread(network, texts, topics);
        var pairs = (from a in Enumerable.Range(0, Width) from b in Enumerable.Range(0, a) select (a, b)).ToArray();
        var kept = pairs.Sum(p => found[p.a, p.b] * spread[p.a, p.b]) / pairs.Sum(p => spread[p.a, p.b] * spread[p.a, p.b]);
        Assert.InRange(kept, 0.1, 1);
        var size = Enumerable.Range(0, Width).Average(a => spread[a, a]);
        Assert.All(pairs, p => Assert.Equal(kept * spread[p.a, p.b], found[p.a, p.b], 1e-3 * size));
        var floor = found[0, 0] - (kept * spread[0, 0]);
        Assert.True(floor > 0);
        Assert.All(Enumerable.Range(0, Width), a => Assert.Equal((kept * spread[a, a]) + floor, found[a, a], 1e-3 * size));
    }

    [Fact]
    public void Middle_of_a_topic_is_nearest_to_itself_and_a_topic_without_texts_to_nothing()
    {
        var (network, texts, topics) = Sample(seed: 2);

        var space = TopicSpaceLearner.Learn(network, texts, topics, 4);

        Assert.All(
            Enumerable.Range(0, 3),
            topic =>
                Assert.Equal(0, space.DistanceToNearest([.. Middle(network, texts, topics, topic).Select(value => (float)value)]), 0.05));
        Assert.True(float.IsFinite(space.DistanceToNearest(new float[Width])));
    }

    [Fact]
    public void Texts_that_are_all_the_same_make_a_finite_space()
    {
        var (network, texts, _) = Sample(seed: 3);
        var same = Enumerable.Repeat(texts[0], 8).ToArray();

        var space = TopicSpaceLearner.Learn(network, same, [0, 0, 0, 0, 1, 1, 1, -1], 2);

        Assert.True(float.IsFinite(space.DistanceToNearest(Hidden(network, texts[1]))));
    }

    private static (BagNetwork Network, (int[] Buckets, float[] Values)[] Texts, int[] Topics) Sample(int seed)
    {
        var random = new Random(seed);
        var matrix = new float[BagNetwork.Rows * Width];
        var learned = new bool[BagNetwork.Rows];
        for (var i = 0; i < Features * Width; i++)
        {
            matrix[i] = (2 * random.NextSingle()) - 1;
            learned[i / Width] = true;
        }

        var dense = new float[BagNetwork.DenseBytes(3) / sizeof(float)];
        Array.Fill(dense, 0.5f, 0, Width);
        var network = new BagNetwork(Int8Rows.Pack(matrix, Width, learned), MemoryMarshal.AsBytes<float>(dense).ToArray());
        int[] topics = [.. Enumerable.Range(0, 900).Select(i => (i % 4) - 1)];
        return (network, Array.ConvertAll(topics, topic => Text(random, topic)), topics);
    }

    private static (int[] Buckets, float[] Values) Text(Random random, int topic) =>
        ([.. Enumerable.Range(0, 6).Select(i => i < 2 ? topic + 1 : random.Next(Features))],
            [.. Enumerable.Range(0, 6).Select(_ => random.NextSingle())]);

    private static float[] Hidden(BagNetwork network, (int[] Buckets, float[] Values) text)
    {
        var hidden = new float[Width];
        network.Hide(text.Buckets, text.Values, hidden);
        return hidden;
    }

    private static double[] Middle(BagNetwork network, (int[] Buckets, float[] Values)[] texts, int[] topics, int topic)
    {
        var hidden = Enumerable.Range(0, texts.Length).Where(i => topics[i] == topic).Select(i => Hidden(network, texts[i])).ToArray();
        return [.. Enumerable.Range(0, Width).Select(a => hidden.Average(values => (double)values[a]))];
    }

    private static double[,] Spread(BagNetwork network, (int[] Buckets, float[] Values)[] texts, int[] topics)
    {
        double[][] middles = [.. Enumerable.Range(0, 3).Select(topic => Middle(network, texts, topics, topic))];
        double[][] deviations =
        [
            .. Enumerable.Range(0, texts.Length)
                .Where(i => topics[i] >= 0)
                .Select(i => Hidden(network, texts[i]).Select((value, a) => value - middles[topics[i]][a]).ToArray()),
        ];
        var spread = new double[Width, Width];
        for (var a = 0; a < Width; a++)
        {
            for (var b = 0; b < Width; b++)
            {
                spread[a, b] = deviations.Average(deviation => deviation[a] * deviation[b]);
            }
        }

        return spread;
    }

    // The inverse of the triangle times its own transpose.
    private static double[,] Undone(float[] triangle)
    {
        var root = new double[Width, Width];
        for (var column = 0; column < Width; column++)
        {
            for (var row = column; row < Width; row++)
            {
                var rest = row == column ? 1d : 0;
                for (var c = column; c < row; c++)
                {
                    rest -= triangle[At(row, c)] * root[c, column];
                }

                root[row, column] = rest / triangle[At(row, row)];
            }
        }

        var product = new double[Width, Width];
        for (var a = 0; a < Width; a++)
        {
            for (var b = 0; b < Width; b++)
            {
                product[a, b] = Enumerable.Range(0, Width).Sum(c => root[a, c] * root[b, c]);
            }
        }

        return product;
    }

    private static int At(int row, int column) => (row * (row + 1) / 2) + column;
}
