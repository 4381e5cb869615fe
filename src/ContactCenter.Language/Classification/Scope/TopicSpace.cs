using System.Runtime.InteropServices;
using ContactCenter.Language.Classification.Learning;

namespace ContactCenter.Language.Classification.Scope;

/// <summary>
/// Where the topics lie among numbers that describe texts (hidden values of the bag network, or what the encoder makes of them), in
/// units of how far the texts of a topic spread around its middle
/// (Mahalanobis distance; Lee et al., "A Simple Unified Framework for Detecting Out-of-Distribution Samples", NeurIPS 2018).
/// </summary>
/// <param name="bytes">
/// Rows of the lower triangular matrix that makes the spread alike in all directions, then per topic its middle in that space and the
/// square of the middle's length: single-precision numbers.
/// </param>
/// <param name="width">How many numbers describe a text.</param>
internal sealed class TopicSpace(ReadOnlyMemory<byte> bytes, int width)
{
    /// <summary>The numbers, little-endian.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>Elements of the triangular matrix.</summary>
    public static int TriangleLength(int width) => width * (width + 1) / 2;

    /// <summary>Bytes for a number of topics.</summary>
    public static int Length(int topics, int width) => (TriangleLength(width) + (topics * (width + 1))) * sizeof(float);

    /// <summary>Moves hidden values into the space where the spread is one in every direction.</summary>
    public static void Whiten(ReadOnlySpan<float> triangle, ReadOnlySpan<float> hidden, Span<float> whitened)
    {
        var start = 0;
        for (var row = 0; row < whitened.Length; row++)
        {
            whitened[row] = VectorMath.Dot(hidden[..(row + 1)], triangle.Slice(start, row + 1));
            start += row + 1;
        }
    }

    /// <summary>Distance of hidden values to the nearest topic.</summary>
    public float DistanceToNearest(ReadOnlySpan<float> hidden)
    {
        var numbers = MemoryMarshal.Cast<byte, float>(Bytes.Span);
        Span<float> whitened = stackalloc float[width];
        Whiten(numbers, hidden, whitened);
        var nearest = float.PositiveInfinity;
        for (var at = TriangleLength(width); at < numbers.Length; at += width + 1)
        {
            nearest = MathF.Min(nearest, numbers[at + width] - (2 * VectorMath.Dot(whitened, numbers.Slice(at, width))));
        }

        // Where no topic is known all texts are equally far.
        return float.IsFinite(nearest) ? MathF.Sqrt(MathF.Max(0, nearest + VectorMath.SquaredNorm(whitened))) : 0;
    }
}
