using System.Security.Cryptography;
using System.Text;
using ContactCenter.Language.Texts;

namespace ContactCenter.Language.Knowledge;

/// <summary>
/// The file of a knowledge base (<c>.cck</c>): four letters, a version, the SHA-256 of the rest, then articles and index, so that nothing
/// is left to be computed when a function starts.
/// </summary>
public static class KnowledgeFile
{
    /// <summary>Largest file that is read.</summary>
    private const int MaximumBytes = 64 * 1024 * 1024;

    /// <summary>What a base is that is found by words alone; every version of this program reads it.</summary>
    private const byte WordsVersion = 1;

    /// <summary>What one is that was built with an encoder.</summary>
    private const byte Version = 2;

    private static ReadOnlySpan<byte> Magic => "CCKB"u8;

    private static int HeadLength => Magic.Length + 1 + SHA256.HashSizeInBytes;

    /// <summary>The file of a base; the same base always gives the same bytes.</summary>
    public static byte[] Write(KnowledgeBase knowledge)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        using var memory = new MemoryStream();
        memory.SetLength(HeadLength);
        memory.Position = HeadLength;
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            KnowledgeContent.Write(writer, knowledge);
        }

        var file = memory.ToArray();
        Magic.CopyTo(file);
        file[Magic.Length] = knowledge.Meanings is null ? WordsVersion : Version;
        _ = SHA256.HashData(file.AsSpan(HeadLength), file.AsSpan(Magic.Length + 1));
        return file;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="isVerified">
    /// True: whoever brought it has verified it, as Lambda does with what is deployed. Then its checksum is not computed, for which a
    /// process that begins would load OpenSSL first; its content is checked all the same.
    /// </param>
    /// <exception cref="KnowledgeFileException">It is damaged, foreign, too large, or of another version.</exception>
    public static KnowledgeBase Read(ReadOnlyMemory<byte> file, bool isVerified = false)
    {
        var bytes = file.Span;
        if (bytes.Length < HeadLength || !bytes.StartsWith(Magic))
        {
            throw new KnowledgeFileException(Problems.NoBase);
        }

        if (bytes.Length > MaximumBytes)
        {
            throw new KnowledgeFileException(Problems.BaseTooLarge($"{bytes.Length}", $"{MaximumBytes}"));
        }

        if (bytes[Magic.Length] is not (WordsVersion or Version))
        {
            throw new KnowledgeFileException(Problems.BaseVersion($"{bytes[Magic.Length]}", $"{Version}"));
        }

        if (!isVerified && !SHA256.HashData(bytes[HeadLength..]).AsSpan().SequenceEqual(bytes[(Magic.Length + 1)..HeadLength]))
        {
            throw new KnowledgeFileException(Problems.BaseDamaged);
        }

        using var reader = new BinaryReader(new MemoryStream(bytes[HeadLength..].ToArray(), writable: false), Encoding.UTF8);
        try
        {
            return KnowledgeContent.Read(reader, bytes[Magic.Length] == Version);
        }
        catch (Exception wrong) when (wrong is IOException
            or FormatException
            or ArgumentException
            or OverflowException
            or IndexOutOfRangeException)
        {
            throw new KnowledgeFileException(Problems.BaseContent, wrong);
        }
    }
}

/// <summary>A file is no knowledge base that this program can use; the message says why.</summary>
public sealed class KnowledgeFileException : Exception
{
    /// <summary>A failure.</summary>
    public KnowledgeFileException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
