using ContactCenter.Language.Classification.Training;

namespace ContactCenter.Language.Retraining;

/// <summary>The labelled texts that every training starts from.</summary>
public interface ITrainingTexts
{
    /// <summary>The center's own texts; null when it has none, and the packaged ones are taken.</summary>
    /// <exception cref="FormatException">The texts are there and cannot be read; the message names the line.</exception>
    ValueTask<IReadOnlyList<TrainingExample>?> ReadAsync(CancellationToken cancellationToken);
}
