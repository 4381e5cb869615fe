using ContactCenter.Core.Settings;

namespace ContactCenter.Simulation.Stores;

/// <summary>The settings of demonstrations and tests, in memory.</summary>
public sealed class InMemorySettings : ISettingsStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, SettingAct> _acts = new(StringComparer.Ordinal);
    private RuntimeSettings _settings = RuntimeSettings.None;

    /// <inheritdoc/>
    public ValueTask<RuntimeSettings> ReadAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_settings);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> CommitAsync(SettingsCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commit);
        lock (_gate)
        {
            var isFirst = _settings[commit.Book.Kind].Version == commit.Book.Version - 1;
            if (isFirst)
            {
                _settings = _settings.With(commit.Book);
                _acts[commit.Act.Id] = commit.Act;
            }

            return ValueTask.FromResult(isFirst);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SettingAct>> ActsAsync(string? before, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<SettingAct>>(
            [
                .. _acts.Values.Reverse().Where(act => before is null || string.CompareOrdinal(act.Id, before) < 0).Take(limit),
            ]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<SettingAct?> FindActAsync(string id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_acts.GetValueOrDefault(id));
        }
    }
}
