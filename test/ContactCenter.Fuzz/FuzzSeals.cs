using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ContactCenter.Fuzz;

/// <summary>Puts the checksums of files right after a change: without that no change would get past them.</summary>
internal static class FuzzSeals
{
    private const int ModelLengthAt = 12;
    private const int ModelDigestAt = 20;
    private const int KnowledgeDigestAt = 5;

    /// <summary>A model: its length and its digest.</summary>
    public static byte[] Model(byte[] file)
    {
        var head = ModelDigestAt + SHA256.HashSizeInBytes;
        if (file.Length <= head)
        {
            return file;
        }

        var sealedFile = file.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(sealedFile.AsSpan(ModelLengthAt), sealedFile.Length);
        _ = SHA256.HashData(sealedFile.AsSpan(head), sealedFile.AsSpan(ModelDigestAt, SHA256.HashSizeInBytes));
        return sealedFile;
    }

    /// <summary>A knowledge base: its digest.</summary>
    public static byte[] Knowledge(byte[] file)
    {
        var head = KnowledgeDigestAt + SHA256.HashSizeInBytes;
        if (file.Length <= head)
        {
            return file;
        }

        var sealedFile = file.ToArray();
        _ = SHA256.HashData(sealedFile.AsSpan(head), sealedFile.AsSpan(KnowledgeDigestAt, SHA256.HashSizeInBytes));
        return sealedFile;
    }
}
