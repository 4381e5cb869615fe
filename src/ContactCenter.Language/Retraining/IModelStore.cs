using System.Security.Cryptography;
using ContactCenter.Language.Classification.Model;

namespace ContactCenter.Language.Retraining;

/// <summary>Keeps models, and the history that says which of them is in service.</summary>
public interface IModelStore
{
    /// <summary>The history; empty when no model was ever promoted.</summary>
    /// <exception cref="ModelFileException">There is a history and it cannot be read.</exception>
    ValueTask<StoredHistory> HistoryAsync(CancellationToken cancellationToken);

    /// <summary>Writes the history if it is still the one that was read.</summary>
    /// <param name="history">The new history.</param>
    /// <param name="read">What was read before.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>False when somebody else has written it meanwhile.</returns>
    ValueTask<bool> TryWriteAsync(ModelHistory history, StoredHistory read, CancellationToken cancellationToken);

    /// <summary>The file of a model.</summary>
    /// <exception cref="ModelFileException">There is no such file, or it is too large to be a model.</exception>
    ValueTask<ReadOnlyMemory<byte>> LoadAsync(string id, CancellationToken cancellationToken);

    /// <summary>Stores the file of a model; storing it again changes nothing.</summary>
    ValueTask SaveAsync(string id, ReadOnlyMemory<byte> file, CancellationToken cancellationToken);

    /// <summary>Removes the file of a model that is kept no longer.</summary>
    ValueTask DeleteAsync(string id, CancellationToken cancellationToken);
}

/// <summary>Ids of models: the beginning of the SHA-256 of the file, so that a name cannot stand for two contents.</summary>
public static class ModelId
{
    private const int Bytes = 8;

    /// <summary>The id of a model file: sixteen hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file).AsSpan(0, Bytes));
}
