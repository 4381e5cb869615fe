using System.Buffers.Binary;
using System.Security.Cryptography;
using ContactCenter.Language.Texts;

namespace ContactCenter.Language.Classification.Model;

/// <summary>
/// The <c>.ccm</c> format, little-endian: eight bytes of magic, format version (4), length of the file (8), SHA-256 of all bytes after
/// the header (32), number of sections (4), offset and length of each section (8 + 8), the sections at multiples of eight bytes.
/// The order of the sections is the format: a change of order or meaning is a new version. A model that was trained without an encoder is
/// written as version 2, as all were before there was one; the sections of the encoder stand after those, and make a version 3.
/// </summary>
internal static class ModelFile
{
    /// <summary>Version of a model without an encoder.</summary>
    public const int Version = 2;

    /// <summary>Version of a model with one.</summary>
    public const int VersionWithEncoder = 3;

    // No model of this shape comes near; a larger file is not read at all.
    private const long MaximumBytes = 256L * 1024 * 1024;

    private const int VersionAt = 8;
    private const int LengthAt = 12;
    private const int DigestAt = 20;
    private const int DigestBytes = SHA256.HashSizeInBytes;
    private const int HeaderBytes = DigestAt + DigestBytes;
    private const int Alignment = 8;

    // The last byte is the DOS end-of-file mark: printing the file to a terminal stops there.
    private static ReadOnlySpan<byte> Magic => "CCMODEL\u001A"u8;

    /// <summary>Writes sections to one file image.</summary>
    public static byte[] Write(IReadOnlyList<ReadOnlyMemory<byte>> sections)
    {
        var position = Align(HeaderBytes + sizeof(int) + (sections.Count * 2L * sizeof(long)));
        var offsets = new long[sections.Count];
        for (var i = 0; i < sections.Count; i++)
        {
            offsets[i] = position;
            position = Align(position + sections[i].Length);
        }

        var file = new byte[position];
        Magic.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(
            file.AsSpan(VersionAt), sections.Count > ModelSections.Count ? VersionWithEncoder : Version);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(LengthAt), file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(HeaderBytes), sections.Count);
        for (var i = 0; i < sections.Count; i++)
        {
            var entry = file.AsSpan(HeaderBytes + sizeof(int) + (i * 2 * sizeof(long)));
            BinaryPrimitives.WriteInt64LittleEndian(entry, offsets[i]);
            BinaryPrimitives.WriteInt64LittleEndian(entry[sizeof(long)..], sections[i].Length);
            sections[i].Span.CopyTo(file.AsSpan((int)offsets[i]));
        }

        _ = SHA256.HashData(file.AsSpan(HeaderBytes), file.AsSpan(DigestAt, DigestBytes));
        return file;
    }

    /// <summary>Checks a file image and returns its sections without copying them.</summary>
    /// <param name="file">The file.</param>
    /// <param name="isVerified">
    /// True: whoever brought it has verified it, as Lambda does with what is deployed. Then its digest is not computed, for which a process
    /// that begins would load OpenSSL first; its content is checked all the same.
    /// </param>
    /// <exception cref="ModelFileException">The image is foreign, of another version, cut off or damaged.</exception>
    public static ReadOnlyMemory<byte>[] Read(ReadOnlyMemory<byte> file, bool isVerified = false)
    {
        var bytes = file.Span;
        if (bytes.Length < HeaderBytes + sizeof(int) || !bytes.StartsWith(Magic))
        {
            throw new ModelFileException(Problems.NoModel($"{HeaderBytes + sizeof(int)}", $"{bytes.Length}"));
        }

        var version = BinaryPrimitives.ReadInt32LittleEndian(bytes[VersionAt..]);
        int? expected = version switch
        {
            Version => ModelSections.Count,
            VersionWithEncoder => ModelSections.CountWithEncoder,
            _ => null,
        };
        if (expected is null)
        {
            throw new ModelFileException(Problems.ModelVersion($"{version}", $"{Version}, {VersionWithEncoder}"));
        }

        var length = BinaryPrimitives.ReadInt64LittleEndian(bytes[LengthAt..]);
        if (length != bytes.Length || length > MaximumBytes)
        {
            throw new ModelFileException(Problems.ModelLength($"{length}", $"{bytes.Length}"));
        }

        if (!isVerified && !SHA256.HashData(bytes[HeaderBytes..]).AsSpan().SequenceEqual(bytes.Slice(DigestAt, DigestBytes)))
        {
            throw new ModelFileException(Problems.ModelDamaged);
        }

        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[HeaderBytes..]);
        return count == expected
            ? Slice(file, count)
            : throw new ModelFileException(Problems.ModelSections($"{count}", $"{expected}"));
    }

    private static ReadOnlyMemory<byte>[] Slice(ReadOnlyMemory<byte> file, int count)
    {
        var sections = new ReadOnlyMemory<byte>[count];
        for (var i = 0; i < count; i++)
        {
            var at = HeaderBytes + sizeof(int) + (i * 2 * sizeof(long));
            if (at + (2 * sizeof(long)) > file.Length)
            {
                throw new ModelFileException(Problems.ModelCutOff);
            }

            var offset = BinaryPrimitives.ReadInt64LittleEndian(file.Span[at..]);
            var length = BinaryPrimitives.ReadInt64LittleEndian(file.Span[(at + sizeof(long))..]);
            if (offset < 0 || length < 0 || offset > file.Length || length > file.Length - offset)
            {
                throw new ModelFileException(Problems.SectionOutside($"{i}"));
            }

            sections[i] = file.Slice((int)offset, (int)length);
        }

        return sections;
    }

    private static long Align(long position) => (position + Alignment - 1) / Alignment * Alignment;
}

/// <summary>A file cannot be used as a model; the message says what was found and what would be right.</summary>
public sealed class ModelFileException : Exception
{
    /// <summary>An exception without a message of its own.</summary>
    public ModelFileException()
        : base(Problems.ModelUnusable)
    {
    }

    /// <summary>An exception that says what was found and what would be right.</summary>
    public ModelFileException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with its cause.</summary>
    public ModelFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
