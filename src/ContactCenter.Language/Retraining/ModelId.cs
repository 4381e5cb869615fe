using System.Security.Cryptography;

namespace ContactCenter.Language.Retraining;

/// <summary>Ids of models: the beginning of the SHA-256 of the file, so that a name cannot stand for two contents.</summary>
public static class ModelId
{
    private const int Bytes = 8;

    /// <summary>The id of a model file: sixteen hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file).AsSpan(0, Bytes));
}
