using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>A half-open window of planned work.</summary>
/// <param name="From">First moment.</param>
/// <param name="To">First moment after it.</param>
/// <param name="Groups">Correlation groups that it touches; empty: all.</param>
/// <param name="Resources">Resources that it touches; empty: all.</param>
public sealed record MaintenanceWindow(
    DateTimeOffset From, DateTimeOffset To, IReadOnlyList<string> Groups, IReadOnlyList<string> Resources)
{
    /// <summary>The window of a configuration. Metrics know bots by their id, people by their name.</summary>
    public static MaintenanceWindow Of(MaintenanceSettings settings, ContactCenterConfiguration configuration) => new(
        settings.From,
        settings.To,
        settings.Groups,
        [
            .. settings.Resources,
            .. configuration.Bots.Where(bot => settings.Resources.Contains(bot.Name)).Select(static bot => bot.BotId),
        ]);

    /// <summary>True when the window covers this incident at this moment.</summary>
    public bool Covers(CorrelationKey key, DateTimeOffset at) =>
        at >= From && at < To
        && (Groups.Count == 0 || Groups.Contains(key.Group))
        && (Resources.Count == 0 || Resources.Contains(key.Resource));
}
