using ContactCenter.Language.Retraining;

namespace ContactCenter.Cli.Classification;

/// <summary>Which classifier serves, for programs.</summary>
/// <param name="Serves">Id of the model in service; <c>packaged</c> for the one that comes with the program.</param>
/// <param name="Versions">Those that were promoted, the newest first; the first of them serves.</param>
/// <param name="Hold">Since when and why nothing is promoted by itself; null: it is.</param>
internal sealed record ListedModels(string Serves, IReadOnlyList<ModelVersion> Versions, ModelHold? Hold)
{
    /// <summary>The models of a history.</summary>
    public static ListedModels Of(ModelHistory history) =>
        new(history.Current?.Id ?? ServedModel.PackagedId, history.Versions, history.Hold);
}
