using ContactCenter.Language.Texts;

namespace ContactCenter.Language.Classification.Model;

/// <summary>
/// The model for common contact-center topics that comes with the program, trained on <c>models/contact-topics.csv</c>: the system
/// works on the first day, and always has a model to fall back to.
/// </summary>
public static class PackagedModel
{
    /// <summary>Name of the file, which is beside the program or, for functions, in a layer.</summary>
    public const string FileName = "contact-topics.ccm";

    // where Lambda unpacks layers (Lambda developer guide, "Managing Lambda dependencies with layers")
    private const string LayerFolder = "/opt";

    // mapped for as long as the process lives
    private static readonly Lazy<MappedModel> Mapped = new(static () => Open(AppContext.BaseDirectory, LayerFolder));

    /// <summary>The classifier; opened at the first use.</summary>
    /// <exception cref="ModelFileException">The file is not there, or is none.</exception>
    public static ContactClassifier Classifier => Mapped.Value.Classifier;

    /// <summary>Opens the model in the first of these folders that has it.</summary>
    internal static MappedModel Open(params string[] folders)
    {
        var files = Array.ConvertAll(folders, static folder => Path.Combine(folder, FileName));
        return Array.Find(files, File.Exists) is { } file
            // part of what is deployed, which Lambda has verified
            ? MappedModel.Open(file, isVerified: true)
            : throw new ModelFileException(Problems.ModelNotPackaged(string.Join(", ", files)));
    }
}
