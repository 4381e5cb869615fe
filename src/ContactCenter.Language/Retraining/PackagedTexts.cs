using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Classification.Training;

namespace ContactCenter.Language.Retraining;

/// <summary>The texts that the packaged model was trained on.</summary>
public static class PackagedTexts
{
    private const string Resource = "contact-topics.csv";

    private static readonly Lazy<IReadOnlyList<TrainingExample>> Loaded = new(Load);

    /// <summary>All of them; read at the first use.</summary>
    public static IReadOnlyList<TrainingExample> All => Loaded.Value;

    private static IReadOnlyList<TrainingExample> Load()
    {
        using var stream = typeof(PackagedTexts).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program was built without its packaged texts '{Resource}'.");
        using var reader = new StreamReader(stream);
        return LabelledCsv.Read(reader);
    }
}
