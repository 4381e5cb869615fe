using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ContactCenter.Language.Embedding;

/// <summary>
/// Rows of numbers as integers of sixteen bits with one scale per row: with weights of a byte their products sum up in 32 bits without
/// overflow, and nothing of the numbers is lost that the weights have not lost before.
/// </summary>
/// <param name="rows">Most rows.</param>
/// <param name="width">Most numbers of a row.</param>
internal sealed class QuantisedRows(int rows, int width)
{
    // 1,536 products of this with 127 stay below 2^31.
    private const float MaximumUnit = 8191;

    /// <summary>The integers, row by row without a gap.</summary>
    public short[] Values { get; } = new short[rows * width];

    /// <summary>What one unit of a row is worth.</summary>
    public float[] Scales { get; } = new float[rows];

    /// <summary>Takes rows of numbers; up to the next full group of rows the rest is zero.</summary>
    /// <param name="numbers">The numbers, row by row.</param>
    /// <param name="count">Rows.</param>
    /// <param name="each">Numbers of a row, a multiple of 32.</param>
    public void Take(ReadOnlySpan<float> numbers, int count, int each)
    {
        for (var row = 0; row < count; row++)
        {
            Scales[row] = Quantise(numbers.Slice(row * each, each), Values.AsSpan(row * each, each));
        }

        var full = (count + ProductKernel.Rows - 1) / ProductKernel.Rows * ProductKernel.Rows;
        Values.AsSpan(count * each, (full - count) * each).Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Quantise(ReadOnlySpan<float> numbers, Span<short> values)
    {
        var from = MemoryMarshal.Cast<float, Vector<float>>(numbers);
        var to = MemoryMarshal.Cast<short, Vector<short>>(values);
        var most = Vector<float>.Zero;
        foreach (var part in from)
        {
            most = Vector.Max(most, Vector.Abs(part));
        }

        var largest = 0f;
        for (var i = 0; i < Vector<float>.Count; i++)
        {
            largest = MathF.Max(largest, most[i]);
        }

        var scale = largest == 0 ? 1 : largest / MaximumUnit;
        var units = new Vector<float>(1 / scale);
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = Vector.Narrow(
                Vector.ConvertToInt32(Vector.Round(from[2 * i] * units)), Vector.ConvertToInt32(Vector.Round(from[(2 * i) + 1] * units)));
        }

        return scale;
    }
}
