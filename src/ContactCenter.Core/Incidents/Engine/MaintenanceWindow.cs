using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Settings;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>A half-open window of planned work, or of a mute.</summary>
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

    /// <summary>The alarm that it touches, by its id in the catalog or by its whole name; null: all.</summary>
    public string? Alarm { get; init; }

    /// <summary>True: it is a mute, and no work is planned.</summary>
    public bool IsMute { get; init; }

    /// <summary>What names of alarms that were deployed begin with.</summary>
    private string? Prefix { get; init; }

    /// <summary>The window of planned work that somebody has set.</summary>
    public static MaintenanceWindow Of(PlannedWork work, ContactCenterConfiguration configuration) => Of(
        new MaintenanceSettings
        {
            Name = work.Reason,
            From = work.From,
            To = work.Until ?? DateTimeOffset.MaxValue,
            Groups = work.Groups,
            Resources = work.Resources,
        },
        configuration);

    /// <summary>The window of a mute.</summary>
    public static MaintenanceWindow Of(Mute mute, ContactCenterConfiguration configuration) =>
        Of(
            new MaintenanceSettings
            {
                Name = mute.Subject,
                From = mute.From,
                To = mute.Until ?? DateTimeOffset.MaxValue,
                Resources = mute.Resource is { } resource ? [resource] : [],
            },
            configuration) with
        {
            IsMute = true,
            Alarm = mute.Alarm,
            Prefix = DeploymentNames.Of(configuration).Prefix,
        };

    /// <summary>True when the window covers this incident, or this alarm of it, at this moment.</summary>
    public bool Covers(CorrelationKey key, DateTimeOffset at, string? alarm = null) =>
        at >= From && at < To
        && (Alarm is null || (alarm is not null && Is(alarm)))
        && (Groups.Count == 0 || Groups.Contains(key.Group))
        && (Resources.Count == 0 || Resources.Contains(key.Resource));

    private bool Is(string alarm) => alarm == Alarm
        || (Prefix is not null
            && AlarmName.TryRead(alarm, Prefix, AlarmCatalog.Default, out var definition, out _)
            && definition!.Id == Alarm);
}
