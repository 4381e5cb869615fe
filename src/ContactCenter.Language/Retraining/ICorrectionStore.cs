namespace ContactCenter.Language.Retraining;

/// <summary>Keeps what agents corrected.</summary>
public interface ICorrectionStore
{
    /// <summary>Stores a correction in the place of an earlier one of the same contact; storing it again changes nothing.</summary>
    ValueTask PutAsync(Correction correction, CancellationToken cancellationToken);

    /// <summary>All corrections that are kept, the newest first.</summary>
    ValueTask<IReadOnlyList<Correction>> AllAsync(CancellationToken cancellationToken);
}
