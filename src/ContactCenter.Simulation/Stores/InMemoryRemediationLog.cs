using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Simulation.Stores;

/// <summary>The log of demonstrations and tests.</summary>
public sealed class InMemoryRemediationLog : IRemediationLog
{
    private readonly Lock _gate = new();
    private readonly HashSet<(string Resource, string? Part, DateTimeOffset At)> _changes = [];

    /// <inheritdoc/>
    public Task AddAsync(string resource, string? part, DateTimeOffset at, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _changes.Add((resource, part, at));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<(string? Part, DateTimeOffset At)>> SinceAsync(
        string resource, DateTimeOffset from, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<(string?, DateTimeOffset)>>(
                [
                    .. _changes.Where(one => one.Resource == resource && one.At >= from)
                        .OrderBy(one => one.At)
                        .Select(one => (one.Part, one.At))
                ]);
        }
    }
}
