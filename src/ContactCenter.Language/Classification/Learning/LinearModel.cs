using System.Runtime.InteropServices;

namespace ContactCenter.Language.Classification.Learning;

/// <summary>
/// One linear score per topic over the bag of features. Weights are small integers with one scale per topic, stored by bucket and only
/// where they are not zero.
/// </summary>
/// <param name="rowStart">First entry of each bucket and the end of the last: 32-bit integers, one more than there are buckets.</param>
/// <param name="topics">Topic of each entry: bytes up to 256 topics, else 16-bit integers.</param>
/// <param name="weights">Weight of each entry: signed bytes.</param>
/// <param name="scales">What one unit of a weight is worth, and then the bias, per topic: single-precision numbers.</param>
internal sealed class LinearModel(
    ReadOnlyMemory<byte> rowStart, ReadOnlyMemory<byte> topics, ReadOnlyMemory<byte> weights, ReadOnlyMemory<byte> scales)
{
    /// <summary>Up to this number of topics an entry's topic takes one byte.</summary>
    public const int MaximumNarrowTopics = 256;

    private const float MaximumWeight = sbyte.MaxValue;

    // Weights of one or two units are many and cost more room than they bring: leaving them out changed nothing in validation.
    private const int MinimumKept = 3;

    public ReadOnlyMemory<byte> RowStart { get; } = rowStart;

    public ReadOnlyMemory<byte> Topics { get; } = topics;

    public ReadOnlyMemory<byte> Weights { get; } = weights;

    public ReadOnlyMemory<byte> Scales { get; } = scales;

    /// <summary>Number of topics.</summary>
    public int TopicCount => Scales.Length / sizeof(float) / 2;

    /// <summary>Packs weights of full precision.</summary>
    /// <param name="weights">One row per topic, its last element the bias.</param>
    /// <param name="maximumEntries">Weights that are kept at most, the smallest given up first.</param>
    public static LinearModel Pack(float[][] weights, int maximumEntries)
    {
        var scales = new float[weights.Length * 2];
        var starts = new int[BagWeights.Buckets + 1];
        var topics = new List<ushort>();
        var packed = new List<sbyte>();
        for (var k = 0; k < weights.Length; k++)
        {
            var largest = 0f;
            foreach (var weight in weights[k].AsSpan(0, BagWeights.Buckets))
            {
                largest = MathF.Max(largest, MathF.Abs(weight));
            }

            scales[k] = largest == 0 ? 1 : largest / MaximumWeight;
            scales[weights.Length + k] = weights[k][BagWeights.Buckets];
        }

        var smallest = Smallest(weights, scales, maximumEntries);
        for (var bucket = 0; bucket < BagWeights.Buckets; bucket++)
        {
            for (var k = 0; k < weights.Length; k++)
            {
                var rounded = (sbyte)MathF.Round(weights[k][bucket] / scales[k]);
                if (Math.Abs(rounded) >= smallest)
                {
                    topics.Add((ushort)k);
                    packed.Add(rounded);
                }
            }

            starts[bucket + 1] = topics.Count;
        }

        return new LinearModel(
            MemoryMarshal.AsBytes<int>(starts).ToArray(),
            weights.Length <= MaximumNarrowTopics
                ? topics.ConvertAll(static topic => (byte)topic).ToArray()
                : MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(topics)).ToArray(),
            MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(packed)).ToArray(),
            MemoryMarshal.AsBytes<float>(scales).ToArray());
    }

    /// <summary>Writes the decision score of each topic: positive where the topic is believed.</summary>
    public void Score(ReadOnlySpan<int> buckets, ReadOnlySpan<float> values, Span<float> scores)
    {
        var starts = MemoryMarshal.Cast<byte, int>(RowStart.Span);
        var scales = MemoryMarshal.Cast<byte, float>(Scales.Span);
        scores.Clear();
        for (var i = 0; i < buckets.Length; i++)
        {
            AddRow(starts[buckets[i]], starts[buckets[i] + 1], values[i], scores);
        }

        for (var k = 0; k < scores.Length; k++)
        {
            scores[k] = (scores[k] * scales[k]) + scales[scores.Length + k];
        }
    }

    /// <summary>The weight of one bucket for one topic; zero where there is none.</summary>
    public float WeightOf(int bucket, int topic)
    {
        var starts = MemoryMarshal.Cast<byte, int>(RowStart.Span);
        Span<float> row = new float[TopicCount];
        AddRow(starts[bucket], starts[bucket + 1], 1, row);
        return row[topic] * MemoryMarshal.Cast<byte, float>(Scales.Span)[topic];
    }

    /// <summary>As <see cref="WeightOf"/>, in units of the topic's scale and without allocating, to compare features.</summary>
    public int UnitsOf(int bucket, int topic)
    {
        var starts = MemoryMarshal.Cast<byte, int>(RowStart.Span);
        var (start, end) = (starts[bucket], starts[bucket + 1]);
        var isNarrow = TopicCount <= MaximumNarrowTopics;
        var wide = isNarrow ? default : MemoryMarshal.Cast<byte, ushort>(Topics.Span);
        for (var e = start; e < end; e++)
        {
            if ((isNarrow ? Topics.Span[e] : wide[e]) == topic)
            {
                return (sbyte)Weights.Span[e];
            }
        }

        return 0;
    }

    // The smallest weight that may stay so that not more stay than there is room for.
    private static int Smallest(float[][] weights, float[] scales, int maximumEntries)
    {
        Span<int> counts = stackalloc int[sbyte.MaxValue + 1];
        counts.Clear();
        for (var k = 0; k < weights.Length; k++)
        {
            foreach (var weight in weights[k].AsSpan(0, BagWeights.Buckets))
            {
                counts[(int)MathF.Round(MathF.Abs(weight) / scales[k])]++;
            }
        }

        var kept = 0;
        var smallest = counts.Length;
        while (smallest > MinimumKept && kept + counts[smallest - 1] <= maximumEntries)
        {
            kept += counts[--smallest];
        }

        return smallest;
    }

    private void AddRow(int start, int end, float value, Span<float> scores)
    {
        var weights = MemoryMarshal.Cast<byte, sbyte>(Weights.Span)[start..end];
        if (TopicCount <= MaximumNarrowTopics)
        {
            var narrow = Topics.Span[start..end];
            for (var e = 0; e < narrow.Length && e < weights.Length; e++)
            {
                scores[narrow[e]] += value * weights[e];
            }

            return;
        }

        var wide = MemoryMarshal.Cast<byte, ushort>(Topics.Span)[start..end];
        for (var e = 0; e < wide.Length && e < weights.Length; e++)
        {
            scores[wide[e]] += value * weights[e];
        }
    }
}
