using System.Runtime.InteropServices;

namespace ContactCenter.Language.Classification.Learning;

/// <summary>
/// A network with one hidden layer over the bag of features: each feature has a learned vector of small integers, their weighted sum is
/// rectified and scored per topic. It sees what the linear model sees, but similar features share what they learned.
/// </summary>
/// <param name="features">One vector per feature row.</param>
/// <param name="dense">Hidden bias, weights of the last layer by topic, bias of the last layer: single-precision numbers.</param>
internal sealed class BagNetwork(Int8Rows features, ReadOnlyMemory<byte> dense)
{
    /// <summary>Hidden values.</summary>
    public const int Hidden = 96;

    /// <summary>Rows of feature vectors: half as many as buckets, because vectors bear collisions better than single weights.</summary>
    public const int Rows = BagWeights.Buckets / 2;

    public Int8Rows Features { get; } = features;

    public ReadOnlyMemory<byte> Dense { get; } = dense;

    /// <summary>The row of a bucket.</summary>
    public static int RowOf(int bucket) => bucket & (Rows - 1);

    /// <summary>Bytes of the dense part for a number of topics.</summary>
    public static int DenseBytes(int topics) => (Hidden + (topics * Hidden) + topics) * sizeof(float);

    /// <summary>Writes the hidden values of a text and the score of each topic.</summary>
    public void Score(ReadOnlySpan<int> buckets, ReadOnlySpan<float> values, Span<float> hidden, Span<float> scores)
    {
        Hide(buckets, values, hidden);
        var dense = MemoryMarshal.Cast<byte, float>(Dense.Span);
        var weights = dense.Slice(Hidden, scores.Length * Hidden);
        OutputLayer.Score(hidden, weights, dense[(Hidden + weights.Length)..], scores);
    }

    /// <summary>Writes the hidden values of a text.</summary>
    public void Hide(ReadOnlySpan<int> buckets, ReadOnlySpan<float> values, Span<float> hidden)
    {
        MemoryMarshal.Cast<byte, float>(Dense.Span)[..Hidden].CopyTo(hidden);
        for (var i = 0; i < buckets.Length; i++)
        {
            Features.AddRow(RowOf(buckets[i]), values[i], hidden);
        }

        for (var j = 0; j < Hidden; j++)
        {
            hidden[j] = MathF.Max(hidden[j], 0);
        }
    }
}
