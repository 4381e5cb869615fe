namespace ContactCenter.Language.Retraining;

/// <summary>Where reports of retraining are kept for people.</summary>
public interface IRetrainingReports
{
    /// <summary>Stores a report.</summary>
    ValueTask WriteAsync(DateTimeOffset at, string text, CancellationToken cancellationToken);
}
