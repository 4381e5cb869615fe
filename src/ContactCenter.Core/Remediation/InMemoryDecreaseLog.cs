namespace ContactCenter.Core.Remediation;

/// <summary>Decreases of demonstrations and tests.</summary>
public sealed class InMemoryDecreaseLog : IDecreaseLog
{
    private readonly Lock _gate = new();
    private readonly List<(string Table, string? Index, DateTimeOffset At)> _decreases = [];

    /// <inheritdoc/>
    public Task AddAsync(string table, string? index, DateTimeOffset at, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _decreases.Add((table, index, at));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<(string? Index, DateTimeOffset At)>> SinceAsync(string table, DateTimeOffset from, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<(string?, DateTimeOffset)>>(
                [.. _decreases.Where(one => one.Table == table && one.At >= from).OrderBy(one => one.At).Select(one => (one.Index, one.At))]);
        }
    }
}
