using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ContactCenter.Language.Embedding;

/// <summary>
/// Sums the products of four rows of 16-bit integers with sixteen outputs of weights of a byte, by the widest instructions of the machine.
/// All ways give the same integers.
/// </summary>
internal sealed unsafe class ProductKernel
{
    /// <summary>Rows that are summed at a time: a weight is loaded and widened once for all of them.</summary>
    public const int Rows = 4;

    /// <summary>Names the variable that forces a way: <c>vnni</c>, <c>avx512</c>, <c>avx2</c> or <c>plain</c>.</summary>
    public const string Variable = "CONTACTCENTER_ENCODER_VECTORS";

    private const int TrialInputs = 64;

    private readonly delegate*<sbyte*, short*, int, int*, void> _sum;

    private ProductKernel(string name, delegate*<sbyte*, short*, int, int*, void> sum)
    {
        Name = name;
        _sum = sum;
    }

    /// <summary>The ways that this machine has, the fastest first.</summary>
    public static IReadOnlyList<ProductKernel> OfMachine { get; } = [.. Ways().Where(static kernel => kernel.Reckons())];

    /// <summary>The name of the way.</summary>
    public string Name { get; }

    /// <summary>The way that is named, or the fastest where none is or the machine lacks it.</summary>
    public static ProductKernel Choose(string? name) => OfMachine.FirstOrDefault(kernel => kernel.Name == name) ?? OfMachine[0];

    /// <summary>Sums products.</summary>
    /// <param name="weights">Weights of sixteen outputs, as <see cref="PackedMatrix"/> lays them.</param>
    /// <param name="rows">Four rows.</param>
    /// <param name="inputs">Numbers of a row.</param>
    /// <param name="sums">Room for sixteen sums of each row.</param>
    public void Sum(sbyte* weights, short* rows, int inputs, int* sums) => _sum(weights, rows, inputs, sums);

    private static List<ProductKernel> Ways()
    {
        List<ProductKernel> ways = [];
        if (AvxVnni.IsSupported)
        {
            ways.Add(new ProductKernel("vnni", &SumVnni));
        }

        if (Avx512BW.IsSupported)
        {
            ways.Add(new ProductKernel("avx512", &SumAvx512));
        }

        if (Avx2.IsSupported)
        {
            ways.Add(new ProductKernel("avx2", &SumAvx2));
        }

        ways.Add(new ProductKernel("plain", &SumPlain));
        return ways;
    }

    /// <summary>
    /// Whether the way gives what whole numbers give: a machine on which nobody has tried it uses another one rather than a wrong one.
    /// </summary>
    private bool Reckons()
    {
        var random = new Random(1);
        Span<sbyte> weights = stackalloc sbyte[TrialInputs * PackedMatrix.Block];
        Span<short> rows = stackalloc short[TrialInputs * Rows];
        Span<int> sums = stackalloc int[Rows * PackedMatrix.Block];
        foreach (ref var weight in weights)
        {
            weight = (sbyte)random.Next(-127, 128);
        }

        foreach (ref var value in rows)
        {
            value = (short)random.Next(-8191, 8192);
        }

        fixed (sbyte* weight = weights)
        fixed (short* row = rows)
        fixed (int* sum = sums)
        {
            _sum(weight, row, TrialInputs, sum);
        }

        for (var i = 0; i < sums.Length; i++)
        {
            var (row, output, expected) = (i / PackedMatrix.Block, i % PackedMatrix.Block, 0);
            for (var input = 0; input < TrialInputs; input++)
            {
                expected += rows[(row * TrialInputs) + input]
                    * weights[(input / 2 * PackedMatrix.Block * 2) + (output * 2) + (input % 2)];
            }

            if (sums[i] != expected)
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumVnni(sbyte* weights, short* rows, int inputs, int* sums)
    {
        int* x0 = (int*)rows, x1 = (int*)(rows + inputs), x2 = (int*)(rows + (2 * inputs)), x3 = (int*)(rows + (3 * inputs));
        Vector256<int> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        for (var k = 0; k < inputs / 2; k++, weights += 2 * PackedMatrix.Block)
        {
            var w0 = Avx2.ConvertToVector256Int16(weights);
            var w1 = Avx2.ConvertToVector256Int16(weights + PackedMatrix.Block);
            var x = Avx2.BroadcastScalarToVector256(x0 + k).AsInt16();
            a0 = AvxVnni.MultiplyWideningAndAdd(a0, w0, x);
            a1 = AvxVnni.MultiplyWideningAndAdd(a1, w1, x);
            x = Avx2.BroadcastScalarToVector256(x1 + k).AsInt16();
            b0 = AvxVnni.MultiplyWideningAndAdd(b0, w0, x);
            b1 = AvxVnni.MultiplyWideningAndAdd(b1, w1, x);
            x = Avx2.BroadcastScalarToVector256(x2 + k).AsInt16();
            c0 = AvxVnni.MultiplyWideningAndAdd(c0, w0, x);
            c1 = AvxVnni.MultiplyWideningAndAdd(c1, w1, x);
            x = Avx2.BroadcastScalarToVector256(x3 + k).AsInt16();
            d0 = AvxVnni.MultiplyWideningAndAdd(d0, w0, x);
            d1 = AvxVnni.MultiplyWideningAndAdd(d1, w1, x);
        }

        Store(sums, a0, a1, b0, b1);
        Store(sums + (2 * PackedMatrix.Block), c0, c1, d0, d1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumAvx512(sbyte* weights, short* rows, int inputs, int* sums)
    {
        int* x0 = (int*)rows, x1 = (int*)(rows + inputs), x2 = (int*)(rows + (2 * inputs)), x3 = (int*)(rows + (3 * inputs));
        Vector512<int> a = default, b = default, c = default, d = default;
        for (var k = 0; k < inputs / 2; k++, weights += 2 * PackedMatrix.Block)
        {
            var w = Avx512BW.ConvertToVector512Int16(Vector256.Load(weights));
            a += Avx512BW.MultiplyAddAdjacent(w, Vector512.Create(x0[k]).AsInt16());
            b += Avx512BW.MultiplyAddAdjacent(w, Vector512.Create(x1[k]).AsInt16());
            c += Avx512BW.MultiplyAddAdjacent(w, Vector512.Create(x2[k]).AsInt16());
            d += Avx512BW.MultiplyAddAdjacent(w, Vector512.Create(x3[k]).AsInt16());
        }

        a.Store(sums);
        b.Store(sums + PackedMatrix.Block);
        c.Store(sums + (2 * PackedMatrix.Block));
        d.Store(sums + (3 * PackedMatrix.Block));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumAvx2(sbyte* weights, short* rows, int inputs, int* sums)
    {
        int* x0 = (int*)rows, x1 = (int*)(rows + inputs), x2 = (int*)(rows + (2 * inputs)), x3 = (int*)(rows + (3 * inputs));
        Vector256<int> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        for (var k = 0; k < inputs / 2; k++, weights += 2 * PackedMatrix.Block)
        {
            var w0 = Avx2.ConvertToVector256Int16(weights);
            var w1 = Avx2.ConvertToVector256Int16(weights + PackedMatrix.Block);
            var x = Avx2.BroadcastScalarToVector256(x0 + k).AsInt16();
            a0 = Avx2.Add(a0, Avx2.MultiplyAddAdjacent(w0, x));
            a1 = Avx2.Add(a1, Avx2.MultiplyAddAdjacent(w1, x));
            x = Avx2.BroadcastScalarToVector256(x1 + k).AsInt16();
            b0 = Avx2.Add(b0, Avx2.MultiplyAddAdjacent(w0, x));
            b1 = Avx2.Add(b1, Avx2.MultiplyAddAdjacent(w1, x));
            x = Avx2.BroadcastScalarToVector256(x2 + k).AsInt16();
            c0 = Avx2.Add(c0, Avx2.MultiplyAddAdjacent(w0, x));
            c1 = Avx2.Add(c1, Avx2.MultiplyAddAdjacent(w1, x));
            x = Avx2.BroadcastScalarToVector256(x3 + k).AsInt16();
            d0 = Avx2.Add(d0, Avx2.MultiplyAddAdjacent(w0, x));
            d1 = Avx2.Add(d1, Avx2.MultiplyAddAdjacent(w1, x));
        }

        Store(sums, a0, a1, b0, b1);
        Store(sums + (2 * PackedMatrix.Block), c0, c1, d0, d1);
    }

    // Products of even and odd inputs are summed apart, and put together at the end.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumPlain(sbyte* weights, short* rows, int inputs, int* sums)
    {
        var room = stackalloc int[PackedMatrix.Block];
        for (var row = 0; row < Rows; row++)
        {
            for (var half = 0; half < 2; half++)
            {
                var x = (int*)(rows + (row * inputs));
                var weight = weights + (half * PackedMatrix.Block);
                Vector128<int> a = default, b = default, c = default, d = default;
                for (var k = 0; k < inputs / 2; k++, weight += 2 * PackedMatrix.Block)
                {
                    var (low, high) = Vector128.Widen(Vector128.Load(weight));
                    var (w0, w1) = Vector128.Widen(low);
                    var (w2, w3) = Vector128.Widen(high);
                    var pair = Vector128.WidenLower(Vector128.Create(x[k]).AsInt16());
                    a += w0 * pair;
                    b += w1 * pair;
                    c += w2 * pair;
                    d += w3 * pair;
                }

                a.Store(room);
                b.Store(room + 4);
                c.Store(room + 8);
                d.Store(room + 12);
                for (var i = 0; i < PackedMatrix.Block / 2; i++)
                {
                    sums[(row * PackedMatrix.Block) + (half * PackedMatrix.Block / 2) + i] = room[2 * i] + room[(2 * i) + 1];
                }
            }
        }
    }

    private static void Store(int* sums, Vector256<int> a0, Vector256<int> a1, Vector256<int> b0, Vector256<int> b1)
    {
        a0.Store(sums);
        a1.Store(sums + 8);
        b0.Store(sums + 16);
        b1.Store(sums + 24);
    }
}
