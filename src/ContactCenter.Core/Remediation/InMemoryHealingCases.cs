using System.Collections.Concurrent;

namespace ContactCenter.Core.Remediation;

/// <summary>Cases of demonstrations and tests, with the version condition of the real store.</summary>
public sealed class InMemoryHealingCases : IHealingCases
{
    private readonly ConcurrentDictionary<string, HealingCase> _cases = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<HealingCase?> FindAsync(string table, CancellationToken cancellationToken) => Task.FromResult(_cases.GetValueOrDefault(table));

    /// <inheritdoc/>
    public Task<bool> WriteAsync(HealingCase healing, CancellationToken cancellationToken)
    {
        var next = healing with { Version = healing.Version + 1 };
        return Task.FromResult(_cases.TryGetValue(healing.Table, out var present)
            ? present.Version == healing.Version && _cases.TryUpdate(healing.Table, next, present)
            : healing.Version == 0 && _cases.TryAdd(healing.Table, next));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<HealingCase>> AllAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<HealingCase>>([.. _cases.Values]);
}
