using System.Collections.Immutable;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Escalation;

namespace ContactCenter.Core.Settings;

/// <summary>
/// The file with what people have decided over it. What has an end by itself (takeovers, windows, mutes, switches …) is in it with its
/// time, so that it begins and ends to the second however long this is kept; the rest is as it holds at one moment, and
/// <see cref="ChangesAt"/> says until when. Pure.
/// </summary>
public sealed class EffectiveSettings
{
    private readonly ContactCenterConfiguration _file;
    private readonly ImmutableArray<EmergencyAnnouncement> _announcements;
    private readonly ImmutableArray<ForcedFallback> _fallbacks;
    private readonly ImmutableArray<RemediationSwitch> _repairs;
    private readonly ImmutableArray<TrainingFreeze> _freezes;
    private readonly ILookup<string, OnCallSwap> _swaps;

    private EffectiveSettings(ContactCenterConfiguration file, RuntimeSettings settings, DateTimeOffset at)
    {
        _file = file;
        Settings = settings;
        Configuration = Overlaid(file, settings, at);
        ChangesAt = settings.All
            .SelectMany(static setting => new[] { setting.From, setting.Until ?? DateTimeOffset.MaxValue })
            .Where(edge => edge > at)
            .DefaultIfEmpty(DateTimeOffset.MaxValue)
            .Min();
        Mutes = [.. settings.Of<Mute>(at)];
        Switches = [.. settings.Of<QueueSwitch>(at).Select(static one => new ServiceSwitch(one.Queue, one.From, End(one), one.IsOpen))];
        Calendar = new BusinessCalendar(Configuration, Switches);
        _announcements = [.. settings.Of<EmergencyAnnouncement>(at)];
        _fallbacks = [.. settings.Of<ForcedFallback>(at)];
        _repairs = [.. settings.Of<RemediationSwitch>(at)];
        _freezes = [.. settings.Of<TrainingFreeze>(at)];
        _swaps = settings.Of<OnCallExchange>(at).ToLookup(
            static swap => swap.Schedule,
            static swap => new OnCallSwap(swap.From, End(swap), swap.First, swap.Second),
            StringComparer.Ordinal);
    }

    /// <summary>The settings that were overlaid.</summary>
    public RuntimeSettings Settings { get; }

    /// <summary>The file with thresholds, holidays, takeovers and planned work.</summary>
    public ContactCenterConfiguration Configuration { get; }

    /// <summary>The first moment after the one that this was made for from which on it may be another.</summary>
    public DateTimeOffset ChangesAt { get; }

    /// <summary>What is muted, with its time.</summary>
    public ImmutableArray<Mute> Mutes { get; }

    /// <summary>Queues that are open or closed, with their time.</summary>
    public ImmutableArray<ServiceSwitch> Switches { get; }

    /// <summary>When customers are served.</summary>
    public BusinessCalendar Calendar { get; }

    /// <summary>The file alone.</summary>
    public static EffectiveSettings Of(ContactCenterConfiguration file) => new(file, RuntimeSettings.None, DateTimeOffset.MinValue);

    /// <summary>The file with what holds at a moment, or will.</summary>
    /// <param name="file">The file.</param>
    /// <param name="settings">What people have decided.</param>
    /// <param name="at">The moment.</param>
    public static EffectiveSettings At(ContactCenterConfiguration file, RuntimeSettings settings, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(settings);
        return new(file, settings, at);
    }

    /// <summary>The schedule of a name, with swaps; null: there is none.</summary>
    public OnCallSchedule? Schedule(string name) => Configuration.OnCall.GetValueOrDefault(name) is { } schedule
        ? new OnCallSchedule(schedule, Configuration.TimeZone, _swaps[name])
        : null;

    /// <summary>What customers of a queue are told first, or null; that of the queue comes before that of everybody.</summary>
    /// <param name="queue">Name of the queue; null: it is not known yet.</param>
    /// <param name="at">The time.</param>
    public EmergencyAnnouncement? Announcement(string? queue, DateTimeOffset at) =>
        _announcements.LastOrDefault(one => one.Holds(at) && one.Queue is not null && one.Queue == queue)
            ?? _announcements.LastOrDefault(one => one.Holds(at) && one.Queue is null);

    /// <summary>Names of the queues whose standby takes over.</summary>
    public IReadOnlyCollection<string> Forced(DateTimeOffset at) =>
        _fallbacks.IsEmpty ? [] : [.. _fallbacks.Where(one => one.Holds(at)).Select(static one => one.Queue).Distinct()];

    /// <summary>How far repairs may go: never further than in shadow, whatever was decided.</summary>
    /// <param name="deployed">How far the deployment lets them go.</param>
    /// <param name="at">The time.</param>
    public RemediationMode Repairs(RemediationMode deployed, DateTimeOffset at) =>
        _repairs.LastOrDefault(one => one.Holds(at)) is not { } decided ? deployed
            : _file.Shadow && decided.Mode == RemediationMode.Act ? deployed
            : decided.Mode;

    /// <summary>What keeps the classifier as it is, or null.</summary>
    public TrainingFreeze? Freeze(DateTimeOffset at) => _freezes.LastOrDefault(one => one.Holds(at));

    private static ContactCenterConfiguration Overlaid(ContactCenterConfiguration file, RuntimeSettings settings, DateTimeOffset at) =>
        settings.All.All(setting => setting.IsOver(at)) ? file : file with
        {
            Holidays = [.. file.Holidays.Union(settings.Of<HolidayToday>(at).Select(static one => one.Date))],
            Maintenance = [.. file.Maintenance, .. settings.Of<PlannedWork>(at).Select(Window)],
            OnCall = file.OnCall.ToDictionary(
                static schedule => schedule.Key,
                schedule => schedule.Value with
                {
                    Overrides =
                    [
                        .. schedule.Value.Overrides,
                        .. settings.Of<OnCallTakeover>(at).Where(one => one.Schedule == schedule.Key).Select(Turn),
                    ],
                },
                StringComparer.Ordinal),
            Alarms = Alarms(file.Alarms, settings.Of<AlarmThreshold>(at).Where(one => one.Holds(at))),
        };

    private static MaintenanceSettings Window(PlannedWork work) => new()
    {
        Name = work.Reason,
        From = work.From,
        To = End(work),
        Groups = work.Groups,
        Resources = work.Resources,
    };

    private static OnCallOverride Turn(OnCallTakeover takeover) =>
        new() { From = takeover.From, To = End(takeover), Participant = takeover.Participant };

    private static Dictionary<string, AlarmOverride> Alarms(
        IReadOnlyDictionary<string, AlarmOverride> file, IEnumerable<AlarmThreshold> thresholds)
    {
        var alarms = new Dictionary<string, AlarmOverride>(file, StringComparer.Ordinal);
        foreach (var one in thresholds)
        {
            var change = alarms.GetValueOrDefault(one.Alarm) ?? new AlarmOverride();
            alarms[one.Alarm] = one.Resource is { } resource
                ? change with
                {
                    Resources = new Dictionary<string, double>(change.Resources, StringComparer.Ordinal)
                    {
                        [resource] = one.Threshold
                    }
                }
                : change with { Threshold = one.Threshold };
        }

        return alarms;
    }

    private static DateTimeOffset End(Setting setting) => setting.Until ?? DateTimeOffset.MaxValue;
}
