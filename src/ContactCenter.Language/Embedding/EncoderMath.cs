using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ContactCenter.Language.Embedding;

/// <summary>
/// What the encoder does with numbers beside multiplying them with weights. Lengths are multiples of the vector width. Compiled with full
/// optimisation at the first call, as is all code over vectors of the machine's own width.
/// </summary>
internal static class EncoderMath
{
    private const float MinimumSpread = 1e-12f;

    /// <summary><c>numbers += others</c>, then moved and scaled to middle zero and spread one, times weights plus constants.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddAndNormalise(
        Span<float> numbers, ReadOnlySpan<float> others, ReadOnlySpan<float> weights, ReadOnlySpan<float> constants)
    {
        var to = MemoryMarshal.Cast<float, Vector<float>>(numbers);
        var from = MemoryMarshal.Cast<float, Vector<float>>(others);
        var weight = MemoryMarshal.Cast<float, Vector<float>>(weights);
        var constant = MemoryMarshal.Cast<float, Vector<float>>(constants);
        var sum = Vector<float>.Zero;
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += from[i];
            sum += to[i];
        }

        var middle = new Vector<float>(Vector.Sum(sum) / numbers.Length);
        var squares = Vector<float>.Zero;
        for (var i = 0; i < to.Length; i++)
        {
            to[i] -= middle;
            squares += to[i] * to[i];
        }

        var factor = new Vector<float>(1 / MathF.Sqrt((Vector.Sum(squares) / numbers.Length) + MinimumSpread));
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = (to[i] * factor * weight[i]) + constant[i];
        }
    }

    /// <summary>
    /// Replaces each number by itself times the chance that a normal number is smaller (GELU); the error function after Abramowitz and
    /// Stegun, 7.1.26, which errs by 1.5e-7 at most.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gate(Span<float> numbers)
    {
        var all = MemoryMarshal.Cast<float, Vector<float>>(numbers);
        var one = Vector<float>.One;
        for (var i = 0; i < all.Length; i++)
        {
            var x = all[i];
            var z = Vector.Abs(x) * 0.70710678f;
            var t = one / (one + (z * 0.3275911f));
            var polynomial = ((((((((t * 1.061405429f) - new Vector<float>(1.453152027f)) * t) + new Vector<float>(1.421413741f)) * t)
                - new Vector<float>(0.284496736f)) * t) + new Vector<float>(0.254829592f)) * t;
            var tail = polynomial * Vector.Exp(-(z * z)) * 0.5f;
            all[i] = x * Vector.ConditionalSelect(Vector.LessThan(x, Vector<float>.Zero), tail, one - tail);
        }
    }

    /// <summary>Inner product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var va = MemoryMarshal.Cast<float, Vector<float>>(a);
        var vb = MemoryMarshal.Cast<float, Vector<float>>(b);
        var sum = Vector<float>.Zero;
        for (var i = 0; i < va.Length; i++)
        {
            sum = Vector.MultiplyAddEstimate(va[i], vb[i], sum);
        }

        return Vector.Sum(sum);
    }

    /// <summary><c>target += factor * source</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(ReadOnlySpan<float> source, float factor, Span<float> target)
    {
        var from = MemoryMarshal.Cast<float, Vector<float>>(source);
        var to = MemoryMarshal.Cast<float, Vector<float>>(target);
        var factors = new Vector<float>(factor);
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = Vector.MultiplyAddEstimate(from[i], factors, to[i]);
        }
    }

    /// <summary>Replaces scores by shares that sum to one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SoftMax(Span<float> scores)
    {
        var largest = float.NegativeInfinity;
        foreach (var score in scores)
        {
            largest = MathF.Max(largest, score);
        }

        var (sum, at) = (0f, 0);
        var most = new Vector<float>(largest);
        for (; at + Vector<float>.Count <= scores.Length; at += Vector<float>.Count)
        {
            var part = Vector.Exp(new Vector<float>(scores[at..]) - most);
            part.CopyTo(scores[at..]);
            sum += Vector.Sum(part);
        }

        for (; at < scores.Length; at++)
        {
            scores[at] = MathF.Exp(scores[at] - largest);
            sum += scores[at];
        }

        foreach (ref var score in scores)
        {
            score /= sum;
        }
    }
}
