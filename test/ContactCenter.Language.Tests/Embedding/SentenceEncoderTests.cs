using System.Text.Json;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Language.Tests.Embedding;

/// <summary>
/// The encoder with its weights, which <c>contactcenter encoder make</c> takes from a package: where nobody has made the file, these are
/// skipped.
/// </summary>
public class SentenceEncoderTests
{
    private static readonly string File = Path.Combine(Repository.Root, "models", "encoder.cce");

    public static TheoryData<string> Ways => [.. ProductKernel.OfMachine.Select(static kernel => kernel.Name)];

    [Theory]
    [MemberData(nameof(Ways))]
    public void Vectors_are_those_of_another_implementation_in_32_bits(string vectors)
    {
        var encoder = Encoder(vectors);
        foreach (var recorded in Recorded())
        {
            var vector = new float[SentenceEncoder.Dimensions];
            encoder.Encode(recorded.GetProperty("text").GetString(), vector);

            Assert.InRange(Cosine(vector, recorded.GetProperty("vector")), 0.997, 1.0001);
        }
    }

    [Fact]
    public void Pieces_are_those_of_another_implementation()
    {
        var encoder = Encoder(null);
        foreach (var recorded in Recorded())
        {
            var pieces = new int[EncoderShape.MaximumPieces];
            var count = encoder.Words.Read(recorded.GetProperty("text").GetString(), pieces);

            Assert.Equal(recorded.GetProperty("tokens").EnumerateArray().Select(static piece => piece.GetInt32()), pieces[..count]);
        }
    }

    [Fact]
    public void Encoding_allocates_nothing()
    {
        var encoder = Encoder(null);
        var vector = new float[SentenceEncoder.Dimensions];
        encoder.Encode("once, so that the buffers are there", vector);

        // a collection that another test causes may take the pooled buffers away, which are then made once more
        Assert.Contains(0, Enumerable.Range(0, 20).Select(_ => Allocated()));

        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            encoder.Encode("My card was stolen yesterday, please block it!", vector);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData("\ud800")]
    public void Any_text_has_a_vector_of_length_one(string text)
    {
        var vector = new float[SentenceEncoder.Dimensions];
        Encoder(null).Encode(text, vector);

        Assert.Equal(1, vector.Sum(static number => number * number), 0.001f);
    }

    [Fact]
    public void A_text_that_is_too_long_is_read_from_its_beginning()
    {
        var encoder = Encoder(null);
        var (one, two) = (new float[SentenceEncoder.Dimensions], new float[SentenceEncoder.Dimensions]);
        var begin = string.Concat(Enumerable.Repeat("my card ", 60));

        encoder.Encode(begin, one);
        encoder.Encode(begin + "and my parcel as well", two);

        Assert.Equal(one, two);
    }

    [Fact]
    public void Notices_of_weights_and_package_travel_with_the_file()
    {
        var notices = Encoder(null).Notices;

        Assert.Contains("Apache License 2.0", notices, StringComparison.Ordinal);
        Assert.Contains("MIT License", notices, StringComparison.Ordinal);
    }

    private static SentenceEncoder Encoder(string? vectors)
    {
        Assert.SkipUnless(System.IO.File.Exists(File), "no encoder: 'contactcenter encoder make' makes one");
        return SentenceEncoder.Read(System.IO.File.ReadAllBytes(File), vectors);
    }

    private static JsonElement.ArrayEnumerator Recorded() => JsonDocument.Parse(
        System.IO.File.ReadAllText(Path.Combine(Repository.Root, "models", "encoder-recorded.json"))).RootElement.EnumerateArray();

    private static double Cosine(float[] vector, JsonElement recorded) =>
        vector.Zip(recorded.EnumerateArray(), static (a, b) => a * b.GetDouble()).Sum();
}
