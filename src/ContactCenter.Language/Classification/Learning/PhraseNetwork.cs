using System.Runtime.InteropServices;
using ContactCenter.Language.Classification.Text;

namespace ContactCenter.Language.Classification.Learning;

/// <summary>
/// A network that reads words in order: a word's vector is the sum of the learned vectors of its fragments, filters look at each word with
/// its neighbours, the strongest answer of each filter over the text is scored per topic (after Kim, "Convolutional Neural Networks
/// for Sentence Classification", EMNLP 2014, with word vectors from fragments instead of ready-made ones).
/// </summary>
/// <param name="fragments">One vector per fragment row.</param>
/// <param name="dense">Filters, filter bias, weights of the last layer by topic, its bias: single-precision numbers.</param>
internal sealed class PhraseNetwork(Int8Rows fragments, ReadOnlyMemory<byte> dense)
{
    /// <summary>Elements of a word's vector.</summary>
    public const int WordWidth = 48;

    /// <summary>Words under a filter: the word and one neighbour on either side.</summary>
    public const int Window = 3;

    /// <summary>Elements under a filter.</summary>
    public const int WindowWidth = WordWidth * Window;

    /// <summary>Number of filters; a multiple of four.</summary>
    public const int Filters = 256;

    /// <summary>Rows of fragment vectors.</summary>
    public const int Rows = 1 << 14;

    /// <summary>Words that are read in order; the bag of features covers the rest of a long text.</summary>
    public const int MaxWords = 256;

    public Int8Rows Fragments { get; } = fragments;

    public ReadOnlyMemory<byte> Dense { get; } = dense;

    /// <summary>The row of a fragment.</summary>
    public static int RowOf(uint hash) => (int)(hash & (Rows - 1));

    /// <summary>The rows of a word's fragments.</summary>
    public static int[] RowsOf(ReadOnlySpan<uint> hashes)
    {
        var rows = new int[hashes.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = RowOf(hashes[i]);
        }

        return rows;
    }

    /// <summary>Bytes of the dense part for a number of topics.</summary>
    public static int DenseBytes(int topics) => ((Filters * WindowWidth) + Filters + (topics * Filters) + topics) * sizeof(float);

    /// <summary>Writes the score of each topic.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sequence">Room for <see cref="SequenceLength"/> values.</param>
    /// <param name="strongest">Receives the strongest answer of each filter.</param>
    /// <param name="scores">Receives the scores.</param>
    public void Score(EncodedText text, Span<float> sequence, Span<float> strongest, Span<float> scores)
    {
        var words = Math.Min(text.Words, MaxWords);
        sequence = sequence[..SequenceLength(words)];
        sequence.Clear();
        for (var w = 0; w < words; w++)
        {
            var hashes = text.OfWord(w);
            var target = sequence.Slice((w + 1) * WordWidth, WordWidth);
            foreach (var hash in hashes)
            {
                Fragments.AddRow(RowOf(hash), 1, target);
            }

            VectorMath.Scale(target, 1 / MathF.Sqrt(hashes.Length));
        }

        var dense = MemoryMarshal.Cast<byte, float>(Dense.Span);
        const int FilterEnd = Filters * WindowWidth;
        strongest.Clear();
        for (var w = 0; w < words; w++)
        {
            Convolve(sequence.Slice(w * WordWidth, WindowWidth), dense[..FilterEnd], dense.Slice(FilterEnd, Filters), strongest);
        }

        var weights = dense.Slice(FilterEnd + Filters, scores.Length * Filters);
        OutputLayer.Score(strongest, weights, dense[(FilterEnd + Filters + weights.Length)..], scores);
    }

    /// <summary>Values of a sequence of words with an empty neighbour at either end.</summary>
    public static int SequenceLength(int words) => (words + Window - 1) * WordWidth;

    private static void Convolve(ReadOnlySpan<float> window, ReadOnlySpan<float> filters, ReadOnlySpan<float> bias, Span<float> strongest)
    {
        for (var j = 0; j < Filters; j += 4)
        {
            var (a, b, c, d) = VectorMath.DotFour(window, filters.Slice(j * WindowWidth, 4 * WindowWidth));
            strongest[j] = MathF.Max(strongest[j], a + bias[j]);
            strongest[j + 1] = MathF.Max(strongest[j + 1], b + bias[j + 1]);
            strongest[j + 2] = MathF.Max(strongest[j + 2], c + bias[j + 2]);
            strongest[j + 3] = MathF.Max(strongest[j + 3], d + bias[j + 3]);
        }
    }
}
