using System.Text.Json;
using System.Text.Json.Serialization;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Cli.Embedding;

/// <summary>What the model in 32 bits makes of some texts, as another implementation computed it: an encoder is tried against it.</summary>
internal static class RecordedEmbeddings
{
    /// <summary>The least likeness of an encoder with weights of a byte.</summary>
    public const double MinimumCosine = 0.997;

    /// <summary>The texts.</summary>
    public static IReadOnlyList<RecordedEmbedding> All()
    {
        using var stream = typeof(RecordedEmbeddings).Assembly.GetManifestResourceStream("encoder-recorded.json")!;
        return JsonSerializer.Deserialize(stream, RecordedEmbeddingJson.Default.IReadOnlyListRecordedEmbedding)!;
    }

    /// <summary>How like the vectors of an encoder are to those that were recorded, where they differ most; one is the same.</summary>
    public static double Likeness(SentenceEncoder encoder)
    {
        var least = 1d;
        var vector = new float[SentenceEncoder.Dimensions];
        foreach (var text in All())
        {
            encoder.Encode(text.Text, vector);
            least = Math.Min(least, vector.Zip(text.Vector, static (a, b) => (double)a * b).Sum());
        }

        return least;
    }
}

/// <summary>A text with its pieces and its vector.</summary>
/// <param name="Text">The text.</param>
/// <param name="Tokens">Numbers of its pieces.</param>
/// <param name="Vector">Its vector.</param>
internal sealed record RecordedEmbedding(string Text, IReadOnlyList<int> Tokens, IReadOnlyList<float> Vector);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<RecordedEmbedding>))]
internal sealed partial class RecordedEmbeddingJson : JsonSerializerContext;
