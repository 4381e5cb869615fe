using System.Collections.Concurrent;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Simulation.Stores;

/// <summary>Cases of demonstrations and tests, with the version condition of the real store.</summary>
public sealed class InMemoryRemediationCases : IRemediationCases
{
    private readonly ConcurrentDictionary<string, RemediationCase> _cases = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<RemediationCase?> FindAsync(string resource, CancellationToken cancellationToken) =>
        Task.FromResult(_cases.GetValueOrDefault(resource));

    /// <inheritdoc/>
    public Task<bool> WriteAsync(RemediationCase healing, CancellationToken cancellationToken)
    {
        var next = healing with { Version = healing.Version + 1 };
        return Task.FromResult(_cases.TryGetValue(healing.Resource, out var present)
            ? present.Version == healing.Version && _cases.TryUpdate(healing.Resource, next, present)
            : healing.Version == 0 && _cases.TryAdd(healing.Resource, next));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> OpenAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>(
        [
            .. _cases.Values.Where(healing => healing.Until > now).Select(healing => healing.Resource).Order(StringComparer.Ordinal),
        ]);
}
