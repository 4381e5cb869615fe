using System.Runtime.InteropServices;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Language.Tests.Embedding;

public class ProductKernelTests
{
    private const int Inputs = 64;
    private const int Outputs = 32;

    public static TheoryData<string> Ways => [.. ProductKernel.OfMachine.Select(static kernel => kernel.Name)];

    [Fact]
    public void Every_machine_has_the_plain_way() => Assert.Equal("plain", ProductKernel.OfMachine[^1].Name);

    [Fact]
    public void A_way_that_the_machine_lacks_is_not_taken() =>
        Assert.Same(ProductKernel.OfMachine[0], ProductKernel.Choose("none of this name"));

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_named_way_is_taken(string name) => Assert.Equal(name, ProductKernel.Choose(name).Name);

    [Theory]
    [MemberData(nameof(Ways))]
    public void Rows_are_multiplied_as_numbers_of_32_bits_are(string name)
    {
        var random = new Random(7);
        var matrix = Numbers(random, Inputs * Outputs);
        var constants = Numbers(random, Outputs);
        const int Count = 5;
        var rows = Numbers(random, Count * Inputs);

        var results = Multiply(ProductKernel.Choose(name), matrix, constants, rows, Count);

        for (var row = 0; row < Count; row++)
        {
            for (var output = 0; output < Outputs; output++)
            {
                var expected = constants[output]
                    + Enumerable.Range(0, Inputs).Sum(i => rows[(row * Inputs) + i] * matrix[(i * Outputs) + output]);
                Assert.Equal(expected, results[(row * Outputs) + output], 0.05f);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void All_ways_give_the_same_to_the_last_bit(string name)
    {
        var random = new Random(8);
        var (matrix, constants, rows) = (Numbers(random, Inputs * Outputs), Numbers(random, Outputs), Numbers(random, 3 * Inputs));

        Assert.Equal(
            Multiply(ProductKernel.Choose("plain"), matrix, constants, rows, 3),
            Multiply(ProductKernel.Choose(name), matrix, constants, rows, 3));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_largest_numbers_do_not_overflow(string name)
    {
        const int Widest = 1536;
        var ones = Enumerable.Repeat(1f, Widest * PackedMatrix.Block).ToArray();
        var rows = Enumerable.Repeat(-1f, Widest).ToArray();

        var results = Multiply(ProductKernel.Choose(name), ones, new float[PackedMatrix.Block], rows, 1);

        Assert.All(results, static result => Assert.Equal(-1536f, result, 1f));
    }

    private static float[] Numbers(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextSingle()) - 1)];

    private static float[] Multiply(ProductKernel kernel, float[] matrix, float[] constants, float[] rows, int count)
    {
        var (weights, scales) = PackedMatrix.Pack(matrix, constants.Length);
        var packed = new PackedMatrix(
            matrix.Length / constants.Length, constants.Length, weights, MemoryMarshal.AsBytes<float>(scales).ToArray(),
            MemoryMarshal.AsBytes<float>(constants).ToArray());
        var quantised = new QuantisedRows(count + ProductKernel.Rows, rows.Length / count);
        quantised.Take(rows, count, rows.Length / count);
        var results = new float[count * constants.Length];
        packed.Multiply(quantised, count, results, kernel);
        return results;
    }
}
