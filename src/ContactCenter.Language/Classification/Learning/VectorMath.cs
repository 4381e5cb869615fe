using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ContactCenter.Language.Classification.Learning;

/// <summary>
/// The few vector operations of the learners, on whatever vector width the machine has. Code over <see cref="Vector{T}"/> is never compiled
/// ahead of time, so these are compiled with full optimisation at their first call: the first texts of a process are answered fast too.
/// </summary>
internal static class VectorMath
{
    /// <summary>Inner product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var va = MemoryMarshal.Cast<float, Vector<float>>(a);
        var vb = MemoryMarshal.Cast<float, Vector<float>>(b[..a.Length]);
        var first = Vector<float>.Zero;
        var second = Vector<float>.Zero;
        var i = 0;
        for (; i + 1 < va.Length && i + 1 < vb.Length; i += 2)
        {
            first = Vector.MultiplyAddEstimate(va[i], vb[i], first);
            second = Vector.MultiplyAddEstimate(va[i + 1], vb[i + 1], second);
        }

        for (; i < va.Length && i < vb.Length; i++)
        {
            first += va[i] * vb[i];
        }

        var sum = Vector.Sum(first + second);
        for (var k = va.Length * Vector<float>.Count; k < a.Length; k++)
        {
            sum += a[k] * b[k];
        }

        return sum;
    }

    /// <summary><c>target += factor * source</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(ReadOnlySpan<float> source, float factor, Span<float> target)
    {
        var from = MemoryMarshal.Cast<float, Vector<float>>(source);
        var to = MemoryMarshal.Cast<float, Vector<float>>(target[..source.Length]);
        var factors = new Vector<float>(factor);
        for (var i = 0; i < from.Length && i < to.Length; i++)
        {
            to[i] = Vector.MultiplyAddEstimate(from[i], factors, to[i]);
        }

        for (var k = from.Length * Vector<float>.Count; k < source.Length; k++)
        {
            target[k] += source[k] * factor;
        }
    }

    /// <summary><c>target += factor * source</c>, where the source is a row of small integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(ReadOnlySpan<sbyte> source, float factor, Span<float> target)
    {
        var width = Vector<float>.Count;
        var from = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(source);
        var to = MemoryMarshal.Cast<float, Vector<float>>(target[..source.Length]);
        var factors = new Vector<float>(factor);
        for (var i = 0; i < from.Length && (i * 4) + 3 < to.Length; i++)
        {
            Vector.Widen(from[i], out var low, out var high);
            Vector.Widen(low, out var a, out var b);
            Vector.Widen(high, out var c, out var d);
            to[i * 4] = Vector.MultiplyAddEstimate(Vector.ConvertToSingle(a), factors, to[i * 4]);
            to[(i * 4) + 1] = Vector.MultiplyAddEstimate(Vector.ConvertToSingle(b), factors, to[(i * 4) + 1]);
            to[(i * 4) + 2] = Vector.MultiplyAddEstimate(Vector.ConvertToSingle(c), factors, to[(i * 4) + 2]);
            to[(i * 4) + 3] = Vector.MultiplyAddEstimate(Vector.ConvertToSingle(d), factors, to[(i * 4) + 3]);
        }

        for (var k = from.Length * width * 4; k < source.Length; k++)
        {
            target[k] += source[k] * factor;
        }
    }

    /// <summary>
    /// Inner products of <paramref name="a"/> with four rows that lie one after the other: each element of <paramref name="a"/> is loaded
    /// once for four products.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (float First, float Second, float Third, float Fourth) DotFour(ReadOnlySpan<float> a, ReadOnlySpan<float> rows)
    {
        var va = MemoryMarshal.Cast<float, Vector<float>>(a);
        if (va.Length * Vector<float>.Count != a.Length)
        {
            var n = a.Length;
            return (Dot(a, rows[..n]), Dot(a, rows.Slice(n, n)), Dot(a, rows.Slice(2 * n, n)), Dot(a, rows.Slice(3 * n, n)));
        }

        var all = MemoryMarshal.Cast<float, Vector<float>>(rows[..(a.Length * 4)]);
        var first = all[..va.Length];
        var second = all.Slice(va.Length, va.Length);
        var third = all.Slice(va.Length * 2, va.Length);
        var fourth = all.Slice(va.Length * 3, va.Length);
        Vector<float> s0 = Vector<float>.Zero, s1 = Vector<float>.Zero, s2 = Vector<float>.Zero, s3 = Vector<float>.Zero;
        for (var i = 0; i < va.Length && i < first.Length && i < second.Length && i < third.Length && i < fourth.Length; i++)
        {
            var x = va[i];
            s0 = Vector.MultiplyAddEstimate(x, first[i], s0);
            s1 = Vector.MultiplyAddEstimate(x, second[i], s1);
            s2 = Vector.MultiplyAddEstimate(x, third[i], s2);
            s3 = Vector.MultiplyAddEstimate(x, fourth[i], s3);
        }

        return (Vector.Sum(s0), Vector.Sum(s1), Vector.Sum(s2), Vector.Sum(s3));
    }

    /// <summary>Sum of squares.</summary>
    public static float SquaredNorm(ReadOnlySpan<float> a) => Dot(a, a);

    /// <summary>Multiplies every element by <paramref name="factor"/>.</summary>
    public static void Scale(Span<float> a, float factor)
    {
        for (var i = 0; i < a.Length; i++)
        {
            a[i] *= factor;
        }
    }

    /// <summary>Replaces scores by probabilities that sum to one; the largest score is subtracted first, so nothing overflows.</summary>
    public static void SoftMax(Span<float> scores)
    {
        var largest = float.NegativeInfinity;
        foreach (var score in scores)
        {
            largest = MathF.Max(largest, score);
        }

        var sum = 0f;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = MathF.Exp(scores[i] - largest);
            sum += scores[i];
        }

        Scale(scores, 1 / sum);
    }

    /// <summary>Index of the largest element, the first one of equals.</summary>
    public static int IndexOfLargest(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
            {
                best = i;
            }
        }

        return best;
    }
}
