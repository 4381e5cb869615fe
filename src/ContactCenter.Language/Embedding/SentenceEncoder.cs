using System.Runtime.InteropServices;

namespace ContactCenter.Language.Embedding;

/// <summary>
/// Makes of a text numbers that are near each other for texts that mean the like: the English encoder all-MiniLM-L6-v2 with weights of a
/// byte. Immutable and safe for any number of threads; encoding allocates nothing. The memory of the file must stay valid for as long as
/// the encoder is used.
/// </summary>
public sealed class SentenceEncoder
{
    /// <summary>Numbers that describe a text.</summary>
    public const int Dimensions = EncoderShape.Width;

    private readonly EncoderContent _content;
    private readonly ProductKernel _kernel;

    private SentenceEncoder(string id, EncoderContent content, ProductKernel kernel)
    {
        Id = id;
        _content = content;
        _kernel = kernel;
    }

    /// <summary>The beginning of the hash of the file: a model says with which encoder it was trained.</summary>
    public string Id { get; }

    /// <summary>The instructions that are used: <c>vnni</c>, <c>avx512</c>, <c>avx2</c> or <c>plain</c>.</summary>
    public string Vectors => _kernel.Name;

    /// <summary>Under which licences the weights are passed on, and from whom they are.</summary>
    public string Notices => _content.Notices;

    internal WordPieces Words => _content.Words;

    /// <summary>Reads an encoder without copying it.</summary>
    /// <exception cref="EncoderFileException">It is foreign, of another version, or damaged.</exception>
    public static SentenceEncoder Read(ReadOnlyMemory<byte> file) =>
        Read(file, Environment.GetEnvironmentVariable(ProductKernel.Variable));

    /// <summary>Maps an encoder for as long as the process lives.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isVerified">True: its checksum need not be computed, because whoever brought it has verified it.</param>
    /// <exception cref="EncoderFileException">It is foreign, of another version, or damaged.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static SentenceEncoder Open(string path, bool isVerified = false)
    {
        var length = new FileInfo(path).Length;
        return length is > 0 and <= EncoderFile.MaximumBytes
            ? Read(new MappedBytes(path, (int)length).Memory, Environment.GetEnvironmentVariable(ProductKernel.Variable), isVerified)
            : throw new EncoderFileException(Texts.Problems.NoEncoder(path));
    }

    /// <summary>Writes what describes a text, of length one.</summary>
    /// <param name="text">Any text; its first pieces are read.</param>
    /// <param name="embedding">Room for <see cref="Dimensions"/> numbers.</param>
    /// <exception cref="ArgumentException"><paramref name="embedding"/> has another length.</exception>
    public void Encode(ReadOnlySpan<char> text, Span<float> embedding)
    {
        if (embedding.Length != Dimensions)
        {
            throw new ArgumentException($"Room for {Dimensions} numbers is needed; found {embedding.Length}.", nameof(embedding));
        }

        var buffers = EncoderBuffers.Current;
        var count = _content.Words.Read(text, buffers.Pieces);
        Begin(buffers, count);
        foreach (var layer in _content.Layers)
        {
            Attend(layer, buffers, count);
            Think(layer, buffers, count);
        }

        embedding.Clear();
        for (var piece = 0; piece < count; piece++)
        {
            EncoderMath.AddScaled(Row(buffers.Hidden, piece), 1, embedding);
        }

        var length = MathF.Sqrt(EncoderMath.Dot(embedding, embedding));
        foreach (ref var number in embedding)
        {
            number /= length;
        }
    }

    internal static SentenceEncoder Read(ReadOnlyMemory<byte> file, string? vectors, bool isVerified = false)
    {
        var (id, content) = EncoderFile.Read(file, isVerified);
        return new SentenceEncoder(id, content, ProductKernel.Choose(vectors));
    }

    private static Span<float> Row(float[] rows, int row) => rows.AsSpan(row * EncoderShape.Width, EncoderShape.Width);

    private static ReadOnlySpan<float> Numbers(ReadOnlyMemory<byte> bytes) => MemoryMarshal.Cast<byte, float>(bytes.Span);

    private static void Normalise(Span<float> row, ReadOnlySpan<float> added, ReadOnlyMemory<byte> norm) => EncoderMath.AddAndNormalise(
        row, added, Numbers(norm)[..EncoderShape.Width], Numbers(norm)[EncoderShape.Width..]);

    private void Begin(EncoderBuffers buffers, int count)
    {
        var units = MemoryMarshal.Cast<byte, sbyte>(_content.Embeddings.Span);
        var scales = Numbers(_content.EmbeddingScales);
        var positions = Numbers(_content.Positions);
        for (var at = 0; at < count; at++)
        {
            var piece = buffers.Pieces[at];
            var row = Row(buffers.Hidden, at);
            var of = units.Slice(piece * EncoderShape.Width, EncoderShape.Width);
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = of[i] * scales[piece];
            }

            Normalise(row, positions.Slice(at * EncoderShape.Width, EncoderShape.Width), _content.Norm);
        }
    }

    private void Attend(EncoderLayer layer, EncoderBuffers buffers, int count)
    {
        const int Stride = EncoderShape.Width * 3;
        buffers.Rows.Take(buffers.Hidden, count, EncoderShape.Width);
        layer.Attention.Multiply(buffers.Rows, count, buffers.Attention, _kernel);
        Span<float> shares = stackalloc float[EncoderShape.MaximumPieces];
        shares = shares[..count];
        var all = buffers.Attention.AsSpan();
        buffers.Told.AsSpan(0, count * EncoderShape.Width).Clear();
        for (var head = 0; head < EncoderShape.Width; head += EncoderShape.HeadWidth)
        {
            for (var piece = 0; piece < count; piece++)
            {
                var question = all.Slice((piece * Stride) + head, EncoderShape.HeadWidth);
                for (var other = 0; other < count; other++)
                {
                    shares[other] = EncoderMath.Dot(
                        question, all.Slice((other * Stride) + EncoderShape.Width + head, EncoderShape.HeadWidth));
                }

                EncoderMath.SoftMax(shares);
                var told = buffers.Told.AsSpan((piece * EncoderShape.Width) + head, EncoderShape.HeadWidth);
                for (var other = 0; other < count; other++)
                {
                    EncoderMath.AddScaled(
                        all.Slice((other * Stride) + (2 * EncoderShape.Width) + head, EncoderShape.HeadWidth), shares[other], told);
                }
            }
        }

        buffers.Rows.Take(buffers.Told, count, EncoderShape.Width);
        layer.Told.Multiply(buffers.Rows, count, buffers.Added, _kernel);
        for (var piece = 0; piece < count; piece++)
        {
            Normalise(Row(buffers.Hidden, piece), Row(buffers.Added, piece), layer.ToldNorm);
        }
    }

    private void Think(EncoderLayer layer, EncoderBuffers buffers, int count)
    {
        buffers.Rows.Take(buffers.Hidden, count, EncoderShape.Width);
        layer.Inner.Multiply(buffers.Rows, count, buffers.Inner, _kernel);
        EncoderMath.Gate(buffers.Inner.AsSpan(0, count * EncoderShape.Inner));
        buffers.Rows.Take(buffers.Inner, count, EncoderShape.Inner);
        layer.Outer.Multiply(buffers.Rows, count, buffers.Added, _kernel);
        for (var piece = 0; piece < count; piece++)
        {
            Normalise(Row(buffers.Hidden, piece), Row(buffers.Added, piece), layer.OuterNorm);
        }
    }
}
