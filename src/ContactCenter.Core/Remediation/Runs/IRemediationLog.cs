namespace ContactCenter.Core.Remediation.Runs;

/// <summary>
/// Port: when we changed what, and when we saw that others did. DynamoDB tells how many decreases there were today and when the last one
/// was, Lambda nothing at all; with the times of all a planner knows how often it may still act.
/// </summary>
public interface IRemediationLog
{
    /// <summary>Writes a change down.</summary>
    /// <param name="resource">The table, or the function.</param>
    /// <param name="part">The index, the scaler or the event source mapping; null for the resource itself.</param>
    /// <param name="at">When the service took it.</param>
    /// <param name="cancellationToken">Stops.</param>
    Task AddAsync(string resource, string? part, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>The changes of a resource and its parts since a time within the last two days, oldest first.</summary>
    Task<IReadOnlyList<(string? Part, DateTimeOffset At)>> SinceAsync(
        string resource, DateTimeOffset from, CancellationToken cancellationToken);
}
