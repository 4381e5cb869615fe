using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Settings;

/// <summary>
/// What holds now, as a process knows it. It never throws: while the store does not answer, what was known last counts for
/// <see cref="UsefulFor"/>, and after that the file alone.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="store">Where settings are.</param>
/// <param name="clock">The time.</param>
/// <param name="failed">Is told of each read that failed, when; null: nobody is.</param>
public sealed class SettingsView(
    ContactCenterConfiguration file, ISettingsStore store, TimeProvider clock, Action<DateTimeOffset>? failed = null)
{
    /// <summary>An act is known everywhere so many seconds later, while the store answers.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(3);

    /// <summary>
    /// While the store does not answer, what was known last counts for so long; a setting ends at its own end all the same.
    /// </summary>
    public static readonly TimeSpan UsefulFor = TimeSpan.FromMinutes(10);

    private readonly KnownView<RuntimeSettings> _view =
        new(async stop => await store.ReadAsync(stop), FreshFor, UsefulFor, clock, failed);

    private volatile EffectiveSettings _last = EffectiveSettings.Of(file);

    /// <summary>What holds now. The same object is given for as long as nothing changes.</summary>
    public async ValueTask<EffectiveSettings> GetAsync()
    {
        var settings = await _view.GetAsync() ?? RuntimeSettings.None;
        var last = _last;
        var now = clock.GetUtcNow();
        return last.Settings.Stamp == settings.Stamp && now < last.ChangesAt
            ? last
            : _last = EffectiveSettings.At(file, settings, now);
    }
}
