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

    private MappedModel(MappedBytes bytes)
    {
        _bytes = bytes;
        Classifier = ContactClassifier.Read(bytes.Memory);
    }

    /// <summary>The classifier over the mapped file.</summary>
    public ContactClassifier Classifier { get; }

    /// <summary>Opens a model file.</summary>
    /// <exception cref="ModelFileException">The file is foreign, of another version, or damaged.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static MappedModel Open(string path)
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
            return new MappedModel(bytes);
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
