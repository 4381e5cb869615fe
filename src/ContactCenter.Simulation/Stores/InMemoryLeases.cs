using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Simulation.Stores;

/// <summary>Leases of demonstrations and tests: in memory, with the version condition of the real store.</summary>
/// <typeparam name="TChange">The change that undoes a lease.</typeparam>
public sealed class InMemoryLeases<TChange> : IRemediationLeases<TChange>
    where TChange : class
{
    private readonly ConcurrentDictionary<string, (RemediationLease<TChange>? Lease, long Version)> _leases = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<(RemediationLease<TChange>? Lease, long Version)> ReadAsync(string resource, CancellationToken cancellationToken) =>
        Task.FromResult(_leases.GetValueOrDefault(resource));

    /// <inheritdoc/>
    public Task<bool> WriteAsync(string resource, RemediationLease<TChange>? lease, long version, CancellationToken cancellationToken)
    {
        var next = (lease, version + 1);
        return Task.FromResult(_leases.TryGetValue(resource, out var present)
            ? present.Version == version && _leases.TryUpdate(resource, next, present)
            : version == 0 && _leases.TryAdd(resource, next));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> DueAsync(
        DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var (lease, _) in _leases.Values)
        {
            if (lease is not null && (lease.Until <= now || lease.State == LeaseState.Intended))
            {
                yield return lease.Resource;
            }
        }
    }
}
