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
    public Task<bool> WriteAsync(RemediationCase remediationCase, CancellationToken cancellationToken)
    {
        var next = remediationCase with { Version = remediationCase.Version + 1 };
        return Task.FromResult(_cases.TryGetValue(remediationCase.Resource, out var present)
            ? present.Version == remediationCase.Version && _cases.TryUpdate(remediationCase.Resource, next, present)
            : remediationCase.Version == 0 && _cases.TryAdd(remediationCase.Resource, next));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> OpenAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>(
        [
            .. _cases.Values.Where(one => one.Until > now).Select(static one => one.Resource).Order(StringComparer.Ordinal),
        ]);
}
