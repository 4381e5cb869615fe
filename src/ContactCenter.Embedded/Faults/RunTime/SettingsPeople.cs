using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Settings;
using ContactCenter.Simulation;

namespace ContactCenter.Embedded.Faults.RunTime;

/// <summary>
/// Administrators who decide what holds over the file, some of them at the same time about the same, and change, end or undo it in the
/// middle of what it is for.
/// </summary>
internal sealed class SettingsPeople(
    SeededRandom random, ContactCenterConfiguration configuration, IReadOnlyList<BoundAlarm> alarms, DateTimeOffset start, TimeSpan length)
{
    /// <summary>What is held must be over so soon after faults are, so that everything comes to its end.</summary>
    public static readonly TimeSpan Beyond = TimeSpan.FromMinutes(20);

    private readonly DateTimeOffset _latest = start + length + Beyond;

    private int _authors;

    /// <summary>A name that nobody has had.</summary>
    public string Author() => $"{Pick(Rota.People)}-{++_authors}@desk.example";

    /// <summary>Settings and when they are saved, in any order; some are saved by two at the same time.</summary>
    public IEnumerable<(DateTimeOffset At, Setting Setting)> Draw()
    {
        for (var count = 3 + (int)(random.Next() * 7); count > 0; count--)
        {
            var at = start + (length * (0.03 + (0.75 * random.Next())));
            yield return (at, DrawOne(at));
            if (random.Chance(0.3))
            {
                yield return (at, DrawOne(at));
            }
        }
    }

    /// <summary>What becomes of a setting that is saved, in the middle of it: nothing, or one or two things at once.</summary>
    public IEnumerable<(DateTimeOffset At, FollowUp What)> FollowUps(SettingAct saved)
    {
        if (saved.After is not { } setting || !random.Chance(0.6))
        {
            yield break;
        }

        var until = setting.Until ?? _latest;
        var at = saved.At + ((until - saved.At) * random.Next());
        if (at > start + length)
        {
            yield break;
        }

        yield return (at, Pick(Enum.GetValues<FollowUp>()));
        if (random.Chance(0.4))
        {
            yield return (at, Pick(Enum.GetValues<FollowUp>()));
        }
    }

    /// <summary>Another end for a setting.</summary>
    public DateTimeOffset Until(DateTimeOffset from) => Earlier(from + TimeSpan.FromMinutes(2 + (50 * random.Next())), _latest);

    private Setting DrawOne(DateTimeOffset at)
    {
        var from = random.Chance(0.5) ? at : at + TimeSpan.FromMinutes(30 * random.Next());
        var until = Until(from);
        const string Reason = "Decided under faults.";
        var alarm = Pick(alarms);
        return random.Next() switch
        {
            < 0.2 => new OnCallTakeover
            {
                Author = Author(),
                Reason = Reason,
                From = from,
                Until = until,
                Schedule = Rota.Schedule,
                Participant = Pick(Rota.People),
            },
            < 0.35 => new OnCallExchange
            {
                Author = Author(),
                Reason = Reason,
                From = from,
                Until = until,
                Schedule = Rota.Schedule,
                First = Rota.People[0],
                Second = Rota.People[1 + (int)(random.Next() * 2)],
            },
            < 0.5 => new PlannedWork
            {
                Author = Author(),
                Reason = Reason,
                From = from,
                Until = until,
                Groups = [alarm.Definition.Group],
                Resources = random.Chance(0.5) ? [alarm.Resource] : [],
            },
            < 0.7 => new Mute
            {
                Author = Author(),
                Reason = Reason,
                From = from,
                Until = until,
                Alarm = random.Chance(0.3) ? alarm.Name : random.Chance(0.5) ? alarm.Definition.Id : null,
                Resource = alarm.Resource,
            },
            < 0.85 => Threshold(from, random.Chance(0.3) ? null : until),
            < 0.9 => new QueueSwitch
            {
                Author = Author(),
                Reason = Reason,
                From = from,
                Until = until,
                Queue = configuration.Queues[0].Name,
                IsOpen = random.Chance(0.5),
            },
            < 0.95 => new RemediationSwitch
            {
                Author = Author(),
                Reason = Reason,
                From = from,
                Until = until,
                Mode = Pick(Enum.GetValues<RemediationMode>()),
            },
            _ => new EmergencyAnnouncement
            {
                Author = Author(),
                Reason = Reason,
                From = from,
                Until = until,
                Texts = new Dictionary<string, string> { ["en"] = "We are closed because of a fire alarm." },
            },
        };
    }

    private AlarmThreshold Threshold(DateTimeOffset from, DateTimeOffset? until)
    {
        BoundAlarm[] counted = [.. alarms.Where(static one => one.Definition is { AnomalyBand: null, Scale: MetricScale.Count })];
        var alarm = Pick(counted.Length > 0 ? counted : [.. alarms]);
        return new AlarmThreshold
        {
            Author = Author(),
            Reason = "Too many of them.",
            From = from,
            Until = until,
            Alarm = alarm.Definition.Id,
            Resource = random.Chance(0.6) ? alarm.Resource : null,
            Threshold = 10 + (int)(90 * random.Next()),
        };
    }

    private T Pick<T>(IReadOnlyList<T> choices) => choices[(int)(random.Next() * choices.Count)];

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}

/// <summary>What somebody does to a setting that is there.</summary>
internal enum FollowUp
{
    /// <summary>It ends at another time.</summary>
    Change,

    /// <summary>It ends now.</summary>
    End,

    /// <summary>What was done is undone.</summary>
    Undo,
}
