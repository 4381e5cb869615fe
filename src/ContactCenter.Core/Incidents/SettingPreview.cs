using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Escalation;
using ContactCenter.Core.Incidents.Engine;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Settings;

namespace ContactCenter.Core.Incidents;

/// <summary>What a setting would do, before it is saved.</summary>
public sealed record SettingPreview
{
    /// <summary>Events of so long before now are looked at.</summary>
    public static readonly TimeSpan LooksBack = TimeSpan.FromDays(7);

    /// <summary>What is wrong with it; empty: it can be saved.</summary>
    public required IReadOnlyList<SettingProblem> Problems { get; init; }

    /// <summary>Red alarms that people would not be told of while it holds, and would without it.</summary>
    public IReadOnlyList<PreviewedAlarm> HiddenNow { get; init; } = [];

    /// <summary>How often an alarm turned red within <see cref="LooksBack"/> that it would have hidden.</summary>
    public int HiddenEvents { get; init; }

    /// <summary>Who is on call while it holds, without and with it.</summary>
    public IReadOnlyList<PreviewedTurn> Turns { get; init; } = [];

    /// <summary>What its author should look at.</summary>
    public IReadOnlyList<PreviewWarning> Warnings { get; init; } = [];

    /// <summary>The preview of a setting. Pure.</summary>
    /// <param name="wanted">The setting as it would be saved.</param>
    /// <param name="file">The file.</param>
    /// <param name="current">What people have decided already.</param>
    /// <param name="known">The alarms that are known of, with their states.</param>
    /// <param name="week">What alarms did on the days of <see cref="LooksBack"/>, as far as the history has it.</param>
    /// <param name="now">The time.</param>
    public static SettingPreview Of(
        Setting wanted,
        ContactCenterConfiguration file,
        RuntimeSettings current,
        IReadOnlyList<Correlation> known,
        IReadOnlyList<AlarmDay> week,
        DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(week);
        var begun = wanted with { From = wanted.From > now ? wanted.From : now };
        var book = current[wanted.Kind];

        // whatever would refuse it when it is saved: rules, and a kind that is full
        var decision = SettingActs.Save(book, begun with { Version = 0 }, new SettingRules(file), now);
        if (decision.Outcome is SettingRefused refused)
        {
            return new SettingPreview { Problems = refused.Problems };
        }

        ImmutableArray<Setting> others = [.. book.Settings.Where(setting => wanted.Id.Length == 0 || setting.Id != wanted.Id)];
        var before = EffectiveSettings.At(file, current.With(book with { Settings = others }), begun.From);
        var after = EffectiveSettings.At(file, current.With(book with { Settings = others.Add(begun) }), begun.From);
        return begun switch
        {
            PlannedWork work => Hides(MaintenanceWindow.Of(work, file), before, known, PastOf(week, file, known, now)),
            Mute mute => Hides(MaintenanceWindow.Of(mute, file), before, known, PastOf(week, file, known, now)),
            OnCallTakeover takeover => Turned(takeover, takeover.Schedule, before, after),
            OnCallExchange exchange => Turned(exchange, exchange.Schedule, before, after),
            _ => new SettingPreview
            {
                Problems = [],
                Warnings =
                [
                    .. IsSame(begun, before, after) ? [PreviewWarning.NoEffect]
                        : begun is QueueSwitch { IsOpen: false } ? [PreviewWarning.WaitingStay]
                        : Array.Empty<PreviewWarning>(),
                ],
            },
        };
    }

    /// <summary>True for what hides alarms, so that the history of alarms says something about it.</summary>
    public static bool HasPast(Setting wanted) => wanted is PlannedWork or Mute;

    /// <summary>
    /// Each time that an alarm turned red, by the key of its incidents: as one that is not over has it, else as the file names it. The
    /// history is seconds late, so what is known besides counts too, and once. Alarms that neither knows have no resource.
    /// </summary>
    private static IEnumerable<(CorrelationKey Key, string Name)> PastOf(
        IReadOnlyList<AlarmDay> week, ContactCenterConfiguration file, IReadOnlyList<Correlation> known, DateTimeOffset now)
    {
        var tracks = known
            .SelectMany(static one => one.Tracks.Where(static track => !track.IsEcho)
                .Select(track => (Key: track.OwnKey ?? one.Key, Track: track)))
            .ToArray();
        var followed = tracks.DistinctBy(static one => one.Track.Id).ToDictionary(static one => one.Track.Id, static one => one.Key);
        var deployed = AlarmPlan.For(file).ToDictionary(
            static alarm => alarm.Name,
            static alarm => new CorrelationKey(alarm.Definition.Group, alarm.Resource, ""),
            StringComparer.Ordinal);
        return week.Select(static day => (day.Id, day.Name, day.Moments))
            .Concat(tracks.Select(static one => (one.Track.Id, one.Track.Name, one.Track.Moments)))
            .SelectMany(static one => one.Moments.Where(static moment => moment.State == AlarmState.Alarm)
                .Select(moment => (one.Id, one.Name, At: moment.At.ToUnixTimeMilliseconds())))
            .Where(red => red.At > (now - LooksBack).ToUnixTimeMilliseconds() && red.At <= now.ToUnixTimeMilliseconds())
            .Distinct()
            .Select(red => (followed.TryGetValue(red.Id, out var key) ? key : deployed.GetValueOrDefault(red.Name), red.Name));
    }

    private static SettingPreview Hides(
        MaintenanceWindow window,
        EffectiveSettings before,
        IReadOnlyList<Correlation> known,
        IEnumerable<(CorrelationKey Key, string Name)> past)
    {
        var policy = new IncidentPolicy(before);
        var covered = known
            .SelectMany(static one => one.Tracks.Where(static track => !track.IsEcho)
                .Select(track => (Key: track.OwnKey ?? one.Key, Track: track)))
            .Where(one => window.Covers(one.Key, window.From, one.Track.Name))
            .ToArray();
        PreviewedAlarm[] hidden =
        [
            .. covered.Where(one => one.Track.IsRed && policy.HeldUntil(one.Key, window.From, one.Track.Name) is null)
                .Select(static one => new PreviewedAlarm(one.Track.Name, one.Track.Severity, one.Track.Latest.At))
                .OrderBy(static one => one.Severity).ThenBy(static one => one.Since),
        ];
        var events = past.Count(one => window.Covers(one.Key, window.From, one.Name));
        return new SettingPreview
        {
            Problems = [],
            HiddenNow = hidden,
            HiddenEvents = events,
            Warnings =
            [
                .. hidden.Any(static one => one.Severity <= Severity.P2) ? [PreviewWarning.HidesGrave] : Array.Empty<PreviewWarning>(),
                .. hidden.Length == 0 && events == 0 ? [PreviewWarning.NoEffect] : Array.Empty<PreviewWarning>(),
            ],
        };
    }

    private static SettingPreview Turned(Setting setting, string name, EffectiveSettings before, EffectiveSettings after)
    {
        var turns = TurnsOf(before.Schedule(name)!, after.Schedule(name)!, setting.From, setting.Until!.Value);
        var people = after.Configuration.OnCall[name].Participants.ToDictionary(static one => one.Name);
        return new SettingPreview
        {
            Problems = [],
            Turns = turns,
            Warnings =
            [
                .. turns.All(static turn => turn.Before == turn.After) ? [PreviewWarning.NoEffect] : Array.Empty<PreviewWarning>(),
                .. turns.Any(static turn => turn.After is null) ? [PreviewWarning.Gap] : Array.Empty<PreviewWarning>(),
                .. turns.Any(turn => turn.After is { } who && people[who].Endpoints.All(static endpoint => endpoint.Fallback))
                    ? [PreviewWarning.Nobody]
                    : Array.Empty<PreviewWarning>(),
            ],
        };
    }

    /// <summary>Who is on call for a while by one schedule and by another.</summary>
    internal static IReadOnlyList<PreviewedTurn> TurnsOf(
        OnCallSchedule without, OnCallSchedule with, DateTimeOffset from, DateTimeOffset until)
    {
        var turns = new List<PreviewedTurn>();
        for (var at = from; at < until;)
        {
            var (old, own) = (without.At(at), with.At(at));

            // where nobody is on call there is no turn that says when that ends
            var next = new[] { old?.To ?? at.AddMinutes(15), own?.To ?? at.AddMinutes(15), until }.Where(end => end > at).Min();
            var turn = new PreviewedTurn(at, next, old?.Participant.Name, own?.Participant.Name);
            if (turns is [.., var last] && last.Before == turn.Before && last.After == turn.After)
            {
                turns[^1] = last with { To = next };
            }
            else
            {
                turns.Add(turn);
            }

            at = next;
        }

        return turns;
    }

    private static bool IsSame(Setting setting, EffectiveSettings before, EffectiveSettings after) => setting switch
    {
        QueueSwitch { Queue: { } queue } => before.Calendar.IsOpen(queue, setting.From) == after.Calendar.IsOpen(queue, setting.From),
        QueueSwitch => before.Calendar.IsOpen(setting.From) == after.Calendar.IsOpen(setting.From),
        AlarmThreshold => AlarmPlan.For(before.Configuration).Select(static alarm => alarm.Definition.Threshold)
            .SequenceEqual(AlarmPlan.For(after.Configuration).Select(static alarm => alarm.Definition.Threshold)),
        ForcedFallback => before.Forced(setting.From).Count == after.Forced(setting.From).Count,
        RemediationSwitch => before.Repairs(before.Configuration.Remediation.Mode, setting.From)
            == after.Repairs(after.Configuration.Remediation.Mode, setting.From),
        TrainingFreeze => before.Freeze(setting.From) is not null,
        _ => false,
    };
}

/// <summary>What the author of a setting should look at before it is saved.</summary>
[JsonConverter(typeof(NamedEnumConverter<PreviewWarning>))]
public enum PreviewWarning
{
    /// <summary>As far as is known it changes nothing.</summary>
    NoEffect,

    /// <summary>A while in which nobody is on call.</summary>
    Gap,

    /// <summary>Somebody would be on call who has no address that is told first.</summary>
    Nobody,

    /// <summary>A red alarm of P1 or P2 would not be told any more.</summary>
    HidesGrave,

    /// <summary>Who waits in the queue already goes on waiting there, and agents who are there go on serving them.</summary>
    WaitingStay,
}

/// <summary>A red alarm that would be hidden.</summary>
/// <param name="Name">Name of the alarm.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Since">Since when it is so.</param>
public sealed record PreviewedAlarm(string Name, Severity Severity, DateTimeOffset Since);

/// <summary>Who is on call for a while.</summary>
/// <param name="From">Begin.</param>
/// <param name="To">End.</param>
/// <param name="Before">Who would be without the setting; null: nobody.</param>
/// <param name="After">Who would be with it; null: nobody.</param>
public sealed record PreviewedTurn(DateTimeOffset From, DateTimeOffset To, string? Before, string? After);
