using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Settings;

namespace ContactCenter.Embedded.Faults.RunTime;

/// <summary>
/// What people have decided over the file and since when, and what a process may go by: an act within three seconds, while the store does
/// not answer what it had read last for ten minutes, and after that the file. It reads settings by rules of its own, so that those of the
/// system are not judged by themselves.
/// </summary>
internal sealed class SettingsTruth(ContactCenterConfiguration file, IReadOnlyList<StoreOutage> outages)
{
    /// <summary>The clock reads once a minute, so what was known last is at least as young as that when an outage begins.</summary>
    private static readonly TimeSpan ReadsEvery = TimeSpan.FromSeconds(61);

    /// <summary>Between two reads that fail.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly List<(DateTimeOffset Since, RuntimeSettings Settings)> _states = [(DateTimeOffset.MinValue, RuntimeSettings.None)];

    /// <summary>The file.</summary>
    public ContactCenterConfiguration File => file;

    /// <summary>What holds, as it was stored last.</summary>
    public RuntimeSettings Newest => _states[^1].Settings;

    /// <summary>All states, from old to new.</summary>
    public IEnumerable<RuntimeSettings> States => _states.Select(static state => state.Settings);

    /// <summary>True while the store does not answer.</summary>
    public bool IsOut(DateTimeOffset at) => outages.Any(outage => outage.From <= at && at < outage.To);

    /// <summary>Something was stored.</summary>
    public void Committed(DateTimeOffset at, RuntimeSettings settings) => _states.Add((at, settings));

    /// <summary>The states that a process may go by at a moment; there is always one.</summary>
    public IReadOnlyList<RuntimeSettings> Known(DateTimeOffset at)
    {
        if (outages.LastOrDefault(outage => outage.From <= at && at < outage.To + Pause) is not { } outage)
        {
            return Between(at - SettingsView.FreshFor, at);
        }

        var lastKnownUntil = outage.From + SettingsView.UsefulFor;
        var known = new List<RuntimeSettings>();
        if (at <= lastKnownUntil)
        {
            known.AddRange(Between(at - SettingsView.UsefulFor, at));
        }

        if (at >= lastKnownUntil - ReadsEvery)
        {
            known.Add(RuntimeSettings.None);
        }

        if (at >= outage.To)
        {
            known.Add(Newest);
        }

        return known;
    }

    /// <summary>Names of who may be on call: one, or two where a process may go by either.</summary>
    public IEnumerable<string> MayBeOnCall(DateTimeOffset at) => Known(at).Select(settings => OnCall(settings, at)).Distinct();

    /// <summary>True when everything that a process may go by has an alarm, or what it is about, held at a moment.</summary>
    public bool IsHeld(CorrelationKey key, string alarm, DateTimeOffset at) =>
        Known(at).All(settings => Holds(settings, key, alarm, at));

    /// <summary>True when something that a process may go by has it held.</summary>
    public bool MayBeHeld(CorrelationKey key, string alarm, DateTimeOffset at) =>
        Known(at).Any(settings => Holds(settings, key, alarm, at));

    /// <summary>
    /// Whether each red alarm of an incident is held; null where that cannot be said, because nothing is red or not everything is
    /// followed.
    /// </summary>
    public bool? IsHeld(Correlation correlation, DateTimeOffset at, bool isSure)
    {
        if (correlation.Incident is not { Untracked: 0, IsActive: true } incident)
        {
            return null;
        }

        AlarmTrack[] red = [.. correlation.Tracks.Where(track => track.Incident == incident.Number && track.IsRed)];
        return red.Length == 0 ? null : red.All(track =>
            track.MutedUntil > at
            || (isSure
                ? IsHeld(track.OwnKey ?? correlation.Key, track.Name, at)
                : MayBeHeld(track.OwnKey ?? correlation.Key, track.Name, at)));
    }

    /// <summary>The threshold that an alarm has by these settings.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="alarm">The alarm, with the threshold of the file.</param>
    /// <param name="at">The time.</param>
    public double Threshold(RuntimeSettings settings, BoundAlarm alarm, DateTimeOffset at)
    {
        var (id, resource) = (alarm.Definition.Id, alarm.Resource);
        var own = Holding<AlarmThreshold>(settings, at).LastOrDefault(one => one.Alarm == id && one.Resource == resource);
        var all = Holding<AlarmThreshold>(settings, at).LastOrDefault(one => one.Alarm == id && one.Resource is null);
        var hasOwn = file.Alarms.GetValueOrDefault(id)?.Resources.ContainsKey(resource) == true
            || (alarm.Definition.Waits is { } channel
                && file.Queues.FirstOrDefault(queue => queue.Name == resource)?.MaximumWaitOf(channel) is not null);
        return own?.Threshold ?? (hasOwn ? null : all?.Threshold) ?? alarm.Definition.Threshold;
    }

    /// <summary>A take-over counts before a swap, a swap before the turn; of two the one that was saved later.</summary>
    private static string OnCall(RuntimeSettings settings, DateTimeOffset at)
    {
        if (Holding<OnCallTakeover>(settings, at).LastOrDefault() is { } takeover)
        {
            return takeover.Participant;
        }

        var usual = Rota.UsualAt(at);
        return Holding<OnCallExchange>(settings, at).LastOrDefault(swap => swap.First == usual || swap.Second == usual) is { } exchange
            ? exchange.First == usual ? exchange.Second : exchange.First
            : usual;
    }

    private bool Holds(RuntimeSettings settings, CorrelationKey key, string alarm, DateTimeOffset at)
    {
        var planned = file.Maintenance.Where(window => window.From <= at && at < window.To)
            .Select(static window => (window.Groups, window.Resources))
            .Concat(Holding<PlannedWork>(settings, at).Select(static work => (work.Groups, work.Resources)));
        return planned.Any(work => Names(work.Groups, key.Group) && Names(work.Resources, NameOf(key)))
            || Holding<Mute>(settings, at).Any(mute => IsMuted(mute, NameOf(key), alarm));
    }

    private static bool Names(IReadOnlyList<string> names, string name) => names.Count == 0 || names.Contains(name);

    /// <summary>People name a bot, metrics its id.</summary>
    private string NameOf(CorrelationKey key) => file.Bots.FirstOrDefault(bot => bot.BotId == key.Resource)?.Name ?? key.Resource;

    /// <summary>Names of deployed alarms are <c>prefix/id/resource</c>.</summary>
    private static bool IsMuted(Mute mute, string resource, string alarm) =>
        (mute.Resource is null || mute.Resource == resource)
        && (mute.Alarm is null || mute.Alarm == alarm || (alarm.Split('/') is [_, var id, ..] && mute.Alarm == id));

    private static IEnumerable<T> Holding<T>(RuntimeSettings settings, DateTimeOffset at)
        where T : Setting => settings.All.OfType<T>().Where(one => one.From <= at && (one.Until is null || at < one.Until));

    private List<RuntimeSettings> Between(DateTimeOffset from, DateTimeOffset to)
    {
        var first = _states.FindLastIndex(state => state.Since <= from);
        return [.. _states.Skip(Math.Max(0, first)).Where(state => state.Since <= to).Select(static state => state.Settings)];
    }
}

/// <summary>A time in which the store of settings does not answer.</summary>
/// <param name="From">The first moment.</param>
/// <param name="To">The first moment after it.</param>
internal sealed record StoreOutage(DateTimeOffset From, DateTimeOffset To);
