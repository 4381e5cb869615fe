using System.Runtime.InteropServices;
using ContactCenter.Language.Classification.Learning;

namespace ContactCenter.Language.Classification.Scope;

/// <summary>
/// Where the topics lie among the hidden values of the bag network, in units of how far the texts of a topic spread around its middle
/// (Mahalanobis distance; Lee et al., "A Simple Unified Framework for Detecting Out-of-Distribution Samples", NeurIPS 2018).
/// </summary>
/// <param name="bytes">
/// Rows of the lower triangular matrix that makes the spread alike in all directions, then per topic its middle in that space and the
/// square of the middle's length: single-precision numbers.
/// </param>
internal sealed class TopicSpace(ReadOnlyMemory<byte> bytes)
{
    /// <summary>Elements of the triangular matrix.</summary>
    public const int TriangleLength = Width * (Width + 1) / 2;

    private const int Width = BagNetwork.Hidden;

    /// <summary>The numbers, little-endian.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>Bytes for a number of topics.</summary>
    public static int Length(int topics) => (TriangleLength + (topics * (Width + 1))) * sizeof(float);

    /// <summary>Moves hidden values into the space where the spread is one in every direction.</summary>
    public static void Whiten(ReadOnlySpan<float> triangle, ReadOnlySpan<float> hidden, Span<float> whitened)
    {
        var start = 0;
        for (var row = 0; row < Width; row++)
        {
            whitened[row] = VectorMath.Dot(hidden[..(row + 1)], triangle.Slice(start, row + 1));
            start += row + 1;
        }
    }

    /// <summary>Distance of hidden values to the nearest topic.</summary>
    public float DistanceToNearest(ReadOnlySpan<float> hidden)
    {
        var numbers = MemoryMarshal.Cast<byte, float>(Bytes.Span);
        Span<float> whitened = stackalloc float[Width];
        Whiten(numbers, hidden, whitened);
        var nearest = float.PositiveInfinity;
        for (var at = TriangleLength; at < numbers.Length; at += Width + 1)
        {
            nearest = MathF.Min(nearest, numbers[at + Width] - (2 * VectorMath.Dot(whitened, numbers.Slice(at, Width))));
        }

        // Where no topic is known all texts are equally far.
        return float.IsFinite(nearest) ? MathF.Sqrt(MathF.Max(0, nearest + VectorMath.SquaredNorm(whitened))) : 0;
    }
}
