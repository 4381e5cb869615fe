using System.Runtime.InteropServices;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Language.Classification.Learning;

/// <summary>
/// The learner over what the encoder makes of a text: one score per topic (multinomial logistic regression). It knows words that no
/// training text has.
/// </summary>
/// <param name="bytes">Per topic a row of weights, then a constant for each topic: single-precision numbers.</param>
internal sealed class MeaningProbe(ReadOnlyMemory<byte> bytes)
{
    /// <summary>The numbers, little-endian.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>Bytes for a number of topics.</summary>
    public static int Length(int topics) => topics * (SentenceEncoder.Dimensions + 1) * sizeof(float);

    /// <summary>Scores of all topics.</summary>
    public void Score(ReadOnlySpan<float> meaning, Span<float> scores)
    {
        var numbers = MemoryMarshal.Cast<byte, float>(Bytes.Span);
        OutputLayer.Score(meaning, numbers, numbers[(scores.Length * SentenceEncoder.Dimensions)..], scores);
    }
}
