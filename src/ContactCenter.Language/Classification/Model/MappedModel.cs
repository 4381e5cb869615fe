using ContactCenter.Language.Embedding;
using ContactCenter.Language.Texts;

namespace ContactCenter.Language.Classification.Model;

/// <summary>
/// A model file mapped into memory: its pages are read when they are needed and shared between processes. Dispose it only when the
/// classifier is no longer used. The one type of the classifier that touches a file.
/// </summary>
public sealed class MappedModel : IDisposable
{
    private readonly MappedBytes _bytes;

    private MappedModel(MappedBytes bytes, bool isVerified)
    {
        _bytes = bytes;
        Classifier = ContactClassifier.Read(bytes.Memory, isVerified);
    }

    /// <summary>The classifier over the mapped file.</summary>
    public ContactClassifier Classifier { get; }

    /// <summary>Opens a model file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isVerified">True: its digest need not be computed, because whoever brought it has verified it.</param>
    /// <exception cref="ModelFileException">The file is foreign, of another version, or damaged.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static MappedModel Open(string path, bool isVerified = false)
    {
        var length = new FileInfo(path).Length;
        if (length is 0 or > int.MaxValue)
        {
            throw new ModelFileException(Problems.ModelSize(path, $"{length}"));
        }

        MappedBytes? bytes = null;
        try
        {
            bytes = new MappedBytes(path, (int)length);
            return new MappedModel(bytes, isVerified);
        }
        catch
        {
            ((IDisposable?)bytes)?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => ((IDisposable)_bytes).Dispose();
}
