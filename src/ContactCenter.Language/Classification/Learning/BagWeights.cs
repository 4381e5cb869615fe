using System.Runtime.InteropServices;

namespace ContactCenter.Language.Classification.Learning;

/// <summary>How rare each bucket of features is in the training texts (inverse document frequency); zero for a bucket never seen.</summary>
internal sealed class BagWeights(ReadOnlyMemory<byte> inverseFrequencies)
{
    /// <summary>Bits of a bucket number: 2^15 buckets keep collisions harmless for some ten thousand short texts.</summary>
    public const int BucketBits = 15;

    /// <summary>Number of buckets.</summary>
    public const int Buckets = 1 << BucketBits;

    /// <summary>The weights as little-endian single-precision numbers, one per bucket.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = inverseFrequencies;

    /// <summary>The bucket of a feature.</summary>
    public static int BucketOf(uint hash) => (int)(hash & (Buckets - 1));

    /// <summary>How rare the features of a bucket are; zero for one never seen.</summary>
    public float Of(int bucket) => MemoryMarshal.Cast<byte, float>(Bytes.Span)[bucket];

    /// <summary>Learns the weights from the feature counts of texts.</summary>
    public static BagWeights Learn(IReadOnlyList<SparseText> texts, ReadOnlySpan<int> rows)
    {
        var frequencies = new int[Buckets];
        foreach (var row in rows)
        {
            foreach (var bucket in texts[row].Buckets)
            {
                frequencies[bucket]++;
            }
        }

        var weights = new float[Buckets];
        for (var i = 0; i < Buckets; i++)
        {
            weights[i] = frequencies[i] == 0 ? 0 : MathF.Log((1f + rows.Length) / (1f + frequencies[i])) + 1;
        }

        return new BagWeights(MemoryMarshal.AsBytes<float>(weights).ToArray());
    }

    /// <summary>
    /// Turns counts into weights of unit length and moves the buckets that were never seen out of the way.
    /// </summary>
    /// <returns>The number of buckets that remain.</returns>
    public int Apply(Span<int> buckets, Span<float> values)
    {
        var weights = MemoryMarshal.Cast<byte, float>(Bytes.Span);
        var kept = 0;
        var squares = 0f;
        for (var i = 0; i < buckets.Length; i++)
        {
            var weight = weights[buckets[i]];
            if (weight == 0)
            {
                continue;
            }

            var value = (values[i] == 1 ? 1 : 1 + MathF.Log(values[i])) * weight;
            buckets[kept] = buckets[i];
            values[kept++] = value;
            squares += value * value;
        }

        if (kept > 0)
        {
            VectorMath.Scale(values[..kept], 1 / MathF.Sqrt(squares));
        }

        return kept;
    }
}
