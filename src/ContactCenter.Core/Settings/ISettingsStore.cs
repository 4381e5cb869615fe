namespace ContactCenter.Core.Settings;

/// <summary>Where settings that were made at run time are kept, with the audit of who did what.</summary>
public interface ISettingsStore
{
    /// <summary>All settings, as they are now.</summary>
    ValueTask<RuntimeSettings> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Stores an act and the book that it leaves, in one transaction and under the condition that the book still has the version before.
    /// </summary>
    /// <returns>False when somebody else was faster; then nothing was stored, and it must be decided again.</returns>
    ValueTask<bool> CommitAsync(SettingsCommit commit, CancellationToken cancellationToken);

    /// <summary>The newest acts, the newest first.</summary>
    /// <param name="before">Only acts with a smaller id than this, for the next page; null: from the newest on.</param>
    /// <param name="limit">So many at most.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    ValueTask<IReadOnlyList<SettingAct>> ActsAsync(string? before, int limit, CancellationToken cancellationToken);

    /// <summary>The act of an id, or null.</summary>
    ValueTask<SettingAct?> FindActAsync(string id, CancellationToken cancellationToken);
}

/// <summary>What one transaction stores.</summary>
/// <param name="Book">The book after the act; its version is one more than the one that was read.</param>
/// <param name="Act">The act.</param>
public sealed record SettingsCommit(SettingsBook Book, SettingAct Act);
