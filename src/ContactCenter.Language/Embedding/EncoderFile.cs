using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ContactCenter.Language.Texts;

namespace ContactCenter.Language.Embedding;

/// <summary>
/// The <c>.cce</c> format, little-endian: eight bytes of magic, version (4), SHA-256 of what follows (32), length of the notices and of
/// the pieces' characters (4 + 4), then parts of known sizes, each at a multiple of 64 bytes: notices, folds, slots, starts and characters
/// of the pieces, their embeddings and scales, positions, a normalisation, and the layers.
/// </summary>
internal static class EncoderFile
{
    /// <summary>Largest file that is read.</summary>
    public const int MaximumBytes = 64 * 1024 * 1024;

    private const int Version = 1;
    private const int VersionAt = 8;
    private const int DigestAt = 12;
    private const int BodyAt = DigestAt + SHA256.HashSizeInBytes;
    private const int HeaderBytes = BodyAt + (2 * sizeof(int));
    private const int Alignment = 64;
    private const int BytesOfId = 8;

    private static ReadOnlySpan<byte> Magic => "CCENCOD\u001A"u8;

    /// <summary>The image of a file.</summary>
    /// <param name="notices">Licences and origin.</param>
    /// <param name="characters">Characters of the pieces.</param>
    /// <param name="parts">Everything after the notices, in the order of the format.</param>
    public static byte[] Write(string notices, int characters, IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        using var file = new MemoryStream();
        file.Write(Magic);
        file.SetLength(HeaderBytes);
        file.Position = HeaderBytes;
        var told = Encoding.UTF8.GetBytes(notices);
        foreach (var part in parts.Prepend(told))
        {
            file.Position = file.Length;
            file.SetLength(Align(file.Length));
            file.Position = file.Length;
            file.Write(part.Span);
        }

        var bytes = file.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(VersionAt), Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(BodyAt), told.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(BodyAt + sizeof(int)), characters);
        _ = SHA256.HashData(bytes.AsSpan(BodyAt), bytes.AsSpan(DigestAt));
        return bytes;
    }

    /// <summary>Checks an image and reads it without copying.</summary>
    /// <param name="file">The image.</param>
    /// <param name="isVerified">
    /// True: whoever brought it has verified it, as Lambda does with what is deployed. Then its checksum is not computed, for which all of
    /// it would be read first; only what a text needs is, when it needs it.
    /// </param>
    /// <exception cref="EncoderFileException">It is foreign, of another version, or damaged.</exception>
    public static (string Id, EncoderContent Content) Read(ReadOnlyMemory<byte> file, bool isVerified = false)
    {
        var bytes = file.Span;
        if (bytes.Length < HeaderBytes || !bytes.StartsWith(Magic))
        {
            throw new EncoderFileException(Problems.EncoderForeign);
        }

        if (BinaryPrimitives.ReadInt32LittleEndian(bytes[VersionAt..]) is var version and not Version)
        {
            throw new EncoderFileException(Problems.EncoderVersion($"{version}", $"{Version}"));
        }

        var digest = bytes[DigestAt..BodyAt];
        if (!isVerified && !digest.SequenceEqual(SHA256.HashData(bytes[BodyAt..])))
        {
            throw new EncoderFileException(Problems.EncoderDamaged);
        }

        try
        {
            return (Convert.ToHexStringLower(digest[..BytesOfId]), Content(new Parts(file)));
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw new EncoderFileException(Problems.EncoderDamaged, error);
        }
    }

    private static EncoderContent Content(Parts parts)
    {
        const int Norm = 2 * EncoderShape.Width * sizeof(float);
        var notices = Encoding.UTF8.GetString(parts.Next(parts.Notices).Span);
        var words = new WordPieces(
            parts.Next(WordPieces.Folds * sizeof(char)), parts.Next(WordPieces.Slots * sizeof(int)),
            parts.Next((EncoderShape.Pieces + 1) * sizeof(int)), parts.Next(parts.Characters * sizeof(char)));
        return new EncoderContent(
            notices, words, parts.Next(EncoderShape.Pieces * EncoderShape.Width), parts.Next(EncoderShape.Pieces * sizeof(float)),
            parts.Next(EncoderShape.MaximumPieces * EncoderShape.Width * sizeof(float)), parts.Next(Norm),
            [.. Enumerable.Range(0, EncoderShape.Layers).Select(_ => new EncoderLayer(
                Matrix(EncoderShape.Width, 3 * EncoderShape.Width), Matrix(EncoderShape.Width, EncoderShape.Width), parts.Next(Norm),
                Matrix(EncoderShape.Width, EncoderShape.Inner), Matrix(EncoderShape.Inner, EncoderShape.Width), parts.Next(Norm)))]);

        PackedMatrix Matrix(int inputs, int outputs) => new(
            inputs, outputs, parts.Next(inputs * outputs), parts.Next(outputs * sizeof(float)), parts.Next(outputs * sizeof(float)));
    }

    private static long Align(long position) => (position + Alignment - 1) / Alignment * Alignment;

    private sealed class Parts(ReadOnlyMemory<byte> file)
    {
        private int _at = HeaderBytes;

        public int Notices { get; } = BinaryPrimitives.ReadInt32LittleEndian(file.Span[BodyAt..]);

        public int Characters { get; } = BinaryPrimitives.ReadInt32LittleEndian(file.Span[(BodyAt + sizeof(int))..]);

        public ReadOnlyMemory<byte> Next(int length)
        {
            var begin = (int)Align(_at);
            _at = begin + length;
            return file.Slice(begin, length);
        }
    }
}

/// <summary>What a file of an encoder holds.</summary>
internal sealed record EncoderContent(
    string Notices, WordPieces Words, ReadOnlyMemory<byte> Embeddings, ReadOnlyMemory<byte> EmbeddingScales,
    ReadOnlyMemory<byte> Positions, ReadOnlyMemory<byte> Norm, EncoderLayer[] Layers);

/// <summary>A file cannot be used as an encoder, or no encoder be made of it; the message says why.</summary>
public sealed class EncoderFileException : Exception
{
    /// <summary>A failure.</summary>
    public EncoderFileException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
