using System.Runtime.InteropServices;
using ContactCenter.Language.Texts;

namespace ContactCenter.Language.Embedding;

/// <summary>Makes the file of the encoder of the published weights of 32 bits.</summary>
public static class EncoderBuilder
{
    /// <summary>Makes the file.</summary>
    /// <param name="onnx">The model all-MiniLM-L6-v2 as an ONNX file.</param>
    /// <param name="vocabulary">Its vocabulary, one piece a line.</param>
    /// <param name="notices">Licences and origin, which travel with the weights.</param>
    /// <exception cref="EncoderFileException">It is another model.</exception>
    public static byte[] Build(ReadOnlyMemory<byte> onnx, string vocabulary, string notices)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        string[] pieces = [.. vocabulary.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')];
        if (pieces.Length != EncoderShape.Pieces)
        {
            throw new EncoderFileException(Problems.EncoderVocabulary($"{pieces.Length}", $"{EncoderShape.Pieces}"));
        }

        var weights = new OnnxWeights(onnx);
        var (folds, slots, starts, characters) = WordPieces.Pack(pieces);
        return EncoderFile.Write(
            notices, characters.Length,
            [
                Bytes(folds), Bytes(slots), Bytes(starts), Bytes(characters),
                .. Embeddings(weights), .. Enumerable.Range(0, EncoderShape.Layers).SelectMany(layer => Layer(weights, layer)),
            ]);
    }

    private static ReadOnlyMemory<byte> Bytes<T>(T[] values)
        where T : unmanaged => MemoryMarshal.AsBytes<T>(values).ToArray();

    private static IEnumerable<ReadOnlyMemory<byte>> Embeddings(OnnxWeights weights)
    {
        const int Width = EncoderShape.Width;
        const int PublishedPositions = 512;
        var words = weights.Numbers("embeddings.word_embeddings.weight", EncoderShape.Pieces * Width);
        var units = new byte[words.Length];
        var scales = new float[EncoderShape.Pieces];
        for (var piece = 0; piece < scales.Length; piece++)
        {
            var row = words.AsSpan(piece * Width, Width);
            var largest = 0f;
            foreach (var number in row)
            {
                largest = MathF.Max(largest, MathF.Abs(number));
            }

            scales[piece] = largest == 0 ? 1 : largest / sbyte.MaxValue;
            for (var i = 0; i < Width; i++)
            {
                units[(piece * Width) + i] = (byte)(sbyte)MathF.Round(row[i] / scales[piece]);
            }
        }

        yield return units;
        yield return Bytes(scales);

        // There is one text, so what the model adds to the first of two texts belongs to the positions.
        var first = weights.Numbers("embeddings.token_type_embeddings.weight", 2 * Width);
        var positions = weights.Numbers("embeddings.position_embeddings.weight", PublishedPositions * Width);
        yield return Bytes<float>([.. positions.Take(EncoderShape.MaximumPieces * Width).Select((number, i) => number + first[i % Width])]);
        yield return Norm(weights, "embeddings.LayerNorm");
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Layer(OnnxWeights weights, int number)
    {
        const int Width = EncoderShape.Width;
        var name = $"encoder.layer.{number}.";
        var self = $"{name}attention.self.";
        var scale = 1 / MathF.Sqrt(EncoderShape.HeadWidth);
        var (question, questionConstants) = Dense($"{self}query", Width, Width);
        var (answer, answerConstants) = Dense($"{self}key", Width, Width);
        var (told, toldConstants) = Dense($"{self}value", Width, Width);
        var together = new float[Width * Width * 3];
        for (var input = 0; input < Width; input++)
        {
            var row = together.AsSpan(input * Width * 3, Width * 3);
            question.AsSpan(input * Width, Width).CopyTo(row);
            answer.AsSpan(input * Width, Width).CopyTo(row[Width..]);
            told.AsSpan(input * Width, Width).CopyTo(row[(2 * Width)..]);
            foreach (ref var of in row[..Width])
            {
                of *= scale;
            }
        }

        return
        [
            .. Packed((together, [.. questionConstants.Select(constant => constant * scale), .. answerConstants, .. toldConstants])),
            .. Packed(Dense($"{name}attention.output.dense", Width, Width)), Norm(weights, $"{name}attention.output.LayerNorm"),
            .. Packed(Dense($"{name}intermediate.dense", Width, EncoderShape.Inner)),
            .. Packed(Dense($"{name}output.dense", EncoderShape.Inner, Width)), Norm(weights, $"{name}output.LayerNorm"),
        ];

        (float[] Matrix, float[] Constants) Dense(string of, int inputs, int outputs) =>
            (weights.MatrixBefore($"{of}.bias", inputs * outputs), weights.Numbers($"{of}.bias", outputs));
    }

    private static ReadOnlyMemory<byte>[] Packed((float[] Matrix, float[] Constants) dense)
    {
        var (weights, scales) = PackedMatrix.Pack(dense.Matrix, dense.Constants.Length);
        return [weights, Bytes(scales), Bytes(dense.Constants)];
    }

    private static ReadOnlyMemory<byte> Norm(OnnxWeights weights, string name) => Bytes<float>(
        [.. weights.Numbers($"{name}.weight", EncoderShape.Width), .. weights.Numbers($"{name}.bias", EncoderShape.Width)]);
}
