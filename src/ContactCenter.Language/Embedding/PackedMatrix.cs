using System.Runtime.InteropServices;

namespace ContactCenter.Language.Embedding;

/// <summary>
/// A layer of the encoder: signed bytes with one scale per output, and a constant per output. Sixteen outputs lie side by side, and of
/// each the weights of two neighbouring inputs, so that one load serves every vector width.
/// </summary>
/// <param name="inputs">Inputs, an even number.</param>
/// <param name="outputs">Outputs, a multiple of sixteen.</param>
/// <param name="weights">The bytes in their order.</param>
/// <param name="scales">What one unit of an output's weights is worth: single-precision numbers.</param>
/// <param name="constants">What is added to each output: single-precision numbers.</param>
internal sealed class PackedMatrix(
    int inputs, int outputs, ReadOnlyMemory<byte> weights, ReadOnlyMemory<byte> scales, ReadOnlyMemory<byte> constants)
{
    /// <summary>Outputs that lie side by side.</summary>
    public const int Block = 16;

    private const int MaximumUnit = 127;

    /// <summary>Multiplies rows of numbers with the matrix.</summary>
    /// <param name="rows">The rows, a multiple of four.</param>
    /// <param name="count">How many of the rows are wanted.</param>
    /// <param name="results">Room for the outputs of every row.</param>
    /// <param name="kernel">How sums are made.</param>
    public unsafe void Multiply(QuantisedRows rows, int count, Span<float> results, ProductKernel kernel)
    {
        var ofScales = MemoryMarshal.Cast<byte, float>(scales.Span);
        var ofConstants = MemoryMarshal.Cast<byte, float>(constants.Span);
        var bytes = inputs * Block;
        Span<int> sums = stackalloc int[Block * ProductKernel.Rows];
        fixed (byte* first = weights.Span)
        fixed (short* values = rows.Values)
        fixed (int* summed = sums)
        {
            for (var block = 0; block < outputs / Block; block++)
            {
                var weight = (sbyte*)first + (block * bytes);
                for (var row = 0; row < count; row += ProductKernel.Rows)
                {
                    kernel.Sum(weight, values + (row * inputs), inputs, summed);
                    for (var r = 0; r < ProductKernel.Rows && row + r < count; r++)
                    {
                        Finish(
                            sums.Slice(r * Block, Block), rows.Scales[row + r], ofScales.Slice(block * Block, Block),
                            ofConstants.Slice(block * Block, Block), results.Slice(((row + r) * outputs) + (block * Block), Block));
                    }
                }
            }
        }
    }

    /// <summary>Packs a matrix of single-precision numbers, input by input.</summary>
    /// <param name="matrix">For every input the weights of all outputs.</param>
    /// <param name="outputs">Number of outputs.</param>
    public static (byte[] Weights, float[] Scales) Pack(ReadOnlySpan<float> matrix, int outputs)
    {
        var inputs = matrix.Length / outputs;
        var weights = new byte[matrix.Length];
        var scales = new float[outputs];
        for (var output = 0; output < outputs; output++)
        {
            var largest = 0f;
            for (var input = 0; input < inputs; input++)
            {
                largest = MathF.Max(largest, MathF.Abs(matrix[(input * outputs) + output]));
            }

            scales[output] = largest == 0 ? 1 : largest / MaximumUnit;
            for (var input = 0; input < inputs; input++)
            {
                var unit = (sbyte)MathF.Round(matrix[(input * outputs) + output] / scales[output]);
                weights[Place(input, output, inputs)] = (byte)unit;
            }
        }

        return (weights, scales);
    }

    private static int Place(int input, int output, int inputs) =>
        (output / Block * Block * inputs) + (input / 2 * Block * 2) + (output % Block * 2) + (input % 2);

    private static void Finish(
        ReadOnlySpan<int> sums, float scale, ReadOnlySpan<float> scales, ReadOnlySpan<float> constants, Span<float> results)
    {
        for (var i = 0; i < Block; i++)
        {
            results[i] = (sums[i] * (scale * scales[i])) + constants[i];
        }
    }
}
