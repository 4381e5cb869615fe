namespace ContactCenter.Core.Remediation;

/// <summary>
/// Port: when we decreased what. DynamoDB tells how many decreases there were today and when the last one was; with the times of our own
/// the planner knows how many it may still make.
/// </summary>
public interface IDecreaseLog
{
    /// <summary>Writes a decrease down.</summary>
    /// <param name="table">The table.</param>
    /// <param name="index">The index, or null for the table itself.</param>
    /// <param name="at">When the service took it.</param>
    /// <param name="cancellationToken">Stops.</param>
    Task AddAsync(string table, string? index, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>The decreases of a table and its indexes since a time, oldest first.</summary>
    Task<IReadOnlyList<(string? Index, DateTimeOffset At)>> SinceAsync(string table, DateTimeOffset from, CancellationToken cancellationToken);
}
