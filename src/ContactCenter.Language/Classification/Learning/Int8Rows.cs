using System.Runtime.InteropServices;

namespace ContactCenter.Language.Classification.Learning;

/// <summary>A matrix of small integers with one scale per row; rows that were never learned are not stored.</summary>
/// <param name="width">Elements of a row.</param>
/// <param name="rowIndex">Where each row is among those stored: 16-bit integers, all ones for a row that is not there.</param>
/// <param name="scales">What one unit of a stored row is worth: single-precision numbers.</param>
/// <param name="values">The stored rows: signed bytes.</param>
internal sealed class Int8Rows(int width, ReadOnlyMemory<byte> rowIndex, ReadOnlyMemory<byte> scales, ReadOnlyMemory<byte> values)
{
    /// <summary>Stands for a row that is not there; so a matrix has at most this many rows.</summary>
    public const ushort Absent = ushort.MaxValue;

    // Six bits and not eight: what is packaged compresses a quarter better, and accuracy stays (docs/design/classification.md).
    private const int MaximumUnit = 31;

    public int Width { get; } = width;

    public ReadOnlyMemory<byte> RowIndex { get; } = rowIndex;

    public ReadOnlyMemory<byte> Scales { get; } = scales;

    public ReadOnlyMemory<byte> Values { get; } = values;

    /// <summary>Packs the rows of a matrix for which <paramref name="learned"/> is true.</summary>
    public static Int8Rows Pack(ReadOnlySpan<float> matrix, int width, ReadOnlySpan<bool> learned)
    {
        var index = new ushort[learned.Length];
        var scales = new List<float>();
        var values = new List<sbyte>();
        for (var row = 0; row < learned.Length; row++)
        {
            index[row] = Absent;
            if (!learned[row])
            {
                continue;
            }

            var elements = matrix.Slice(row * width, width);
            var largest = 0f;
            foreach (var element in elements)
            {
                largest = MathF.Max(largest, MathF.Abs(element));
            }

            index[row] = (ushort)scales.Count;
            var scale = largest == 0 ? 1 : largest / MaximumUnit;
            scales.Add(scale);
            foreach (var element in elements)
            {
                values.Add((sbyte)MathF.Round(element / scale));
            }
        }

        return new Int8Rows(
            width,
            MemoryMarshal.AsBytes<ushort>(index).ToArray(),
            MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(scales)).ToArray(),
            MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(values)).ToArray());
    }

    /// <summary><c>target += factor * row</c>, if the row is there.</summary>
    public void AddRow(int row, float factor, Span<float> target)
    {
        var stored = MemoryMarshal.Cast<byte, ushort>(RowIndex.Span)[row];
        if (stored != Absent)
        {
            var scale = MemoryMarshal.Cast<byte, float>(Scales.Span)[stored];
            VectorMath.AddScaled(MemoryMarshal.Cast<byte, sbyte>(Values.Span).Slice(stored * Width, Width), factor * scale, target);
        }
    }
}
