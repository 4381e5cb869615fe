namespace ContactCenter.Language.Retraining;

/// <summary>Counts what models answered, day by day. A count that is added twice after a retry does no harm: drift is about shares.</summary>
public interface IAnswerStore
{
    /// <summary>Adds to the counts of a model on a day.</summary>
    ValueTask AddAsync(string model, DateOnly day, AnswerCounts counts, CancellationToken cancellationToken);

    /// <summary>The counts of a model since a day.</summary>
    ValueTask<AnswerCounts> SinceAsync(string model, DateOnly day, CancellationToken cancellationToken);
}
