namespace ContactCenter.Core.Remediation;

/// <summary>Port: the capacity of DynamoDB tables and the ranges in which Application Auto Scaling moves it.</summary>
public interface ITableCapacity
{
    /// <summary>Reads a table, its indexes, its series and the quotas; <see cref="TableState.Exists"/> is false when it is gone.</summary>
    Task<TableState> ReadAsync(string table, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Makes a change: at most one <c>UpdateTable</c>, and one <c>RegisterScalableTarget</c> for each range.</summary>
    Task<ChangeOutcome> ApplyAsync(string table, CapacityChange change, CancellationToken cancellationToken);
}
