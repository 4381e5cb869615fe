using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Texts;

namespace ContactCenter.Language.Retraining;

/// <summary>A model that answers contacts.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Classifier">Its classifier.</param>
public sealed record ServedModel(string Id, ContactClassifier Classifier)
{
    /// <summary>Id of the packaged model.</summary>
    public const string PackagedId = "packaged";

    /// <summary>The packaged model, which is always there.</summary>
    public static ServedModel Packaged { get; } = new(PackagedId, PackagedModel.Classifier);

    /// <summary>Reads a stored model and checks that it is the one that was asked for.</summary>
    /// <exception cref="ModelFileException">The file is damaged, foreign, or another model.</exception>
    public static ServedModel Read(string id, ReadOnlyMemory<byte> file)
    {
        var found = ModelId.Of(file.Span);
        return found == id
            ? new ServedModel(id, ContactClassifier.Read(file))
            : throw new ModelFileException(Problems.ModelExchanged(id, found));
    }
}
