using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Parsing;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Embedded.Faults;

/// <summary>What the alarms of a run do: each turns red and recovers a few times, some flap, and at the end all are OK.</summary>
internal static class AlarmScript
{
    private const int MaximumAlarms = 7;

    /// <summary>So many alarms at once are a storm, in which two resources whose customers are not served come up.</summary>
    private const int StormAlarms = 12;

    private const string Reason =
        "Threshold Crossed: no datapoints were received for 5 periods and 5 missing datapoints were treated as [Breaching].";

    public static IReadOnlyList<ScriptedChange> Write(
        ContactCenterConfiguration configuration, SeededRandom random, DateTimeOffset start, TimeSpan length)
    {
        var candidates = AlarmPlan.For(configuration)
            .Where(alarm => alarm.Definition.Scope != AlarmScope.System)
            .ToList();
        var changes = new List<AlarmTransition>();
        if (random.Chance(0.15))
        {
            AddStorm(changes, candidates, random, start, length);
        }

        var count = 1 + (int)(random.Next() * MaximumAlarms);
        for (var i = 0; i < count; i++)
        {
            var index = (int)(random.Next() * candidates.Count);
            AddAlarm(changes, candidates[index], random, start, length);
            candidates.RemoveAt(index);
        }

        var writer = new AlarmMessageWriter(AlarmSource.Of(configuration));
        var planted = new PlantedAlarms(configuration, random, start, length).Draw(changes);
        return
        [
            .. changes.Select(change => ScriptedChange.Of(writer.WriteEvent(change), change.At))
                .Concat(planted)
                .OrderBy(change => change.Change.At),
        ];
    }

    private static void AddStorm(
        List<AlarmTransition> changes, List<BoundAlarm> candidates, SeededRandom random, DateTimeOffset start, TimeSpan length)
    {
        var at = start + (length * 0.3 * random.Next());
        var over = at + TimeSpan.FromMinutes(45 + (20 * random.Next()));
        var worst = candidates.Where(static alarm => alarm.Definition.Id == AlarmIds.QueueFull).Take(2);
        foreach (var alarm in candidates.Where(static alarm => alarm.Definition.Id != AlarmIds.QueueFull)
            .DistinctBy(static alarm => (alarm.Definition.Group, alarm.Resource))
            .Take(StormAlarms)
            .Concat(worst)
            .ToArray())
        {
            candidates.Remove(alarm);
            changes.Add(new AlarmTransition(alarm, AlarmState.Ok, AlarmState.Alarm, at, Reason, []));
            changes.Add(new AlarmTransition(alarm, AlarmState.Alarm, AlarmState.Ok, over, Reason, []));
            at += TimeSpan.FromSeconds(10 * random.Next());
        }
    }

    private static void AddAlarm(
        List<AlarmTransition> changes, BoundAlarm alarm, SeededRandom random, DateTimeOffset start, TimeSpan length)
    {
        var at = start + (length * 0.5 * random.Next());
        var isFlapping = random.Chance(0.15);
        var rounds = isFlapping ? 6 + (int)(random.Next() * 8) : 1 + (int)(random.Next() * 2);
        for (var round = 0; round < rounds && at < start + length; round++)
        {
            changes.Add(new AlarmTransition(alarm, AlarmState.Ok, AlarmState.Alarm, at, Reason, []));
            at += isFlapping ? TimeSpan.FromMinutes(1 + (2 * random.Next())) : TimeSpan.FromMinutes(1 + (50 * random.Next()));
            var from = AlarmState.Alarm;
            if (random.Chance(0.1))
            {
                changes.Add(new AlarmTransition(alarm, from, AlarmState.InsufficientData, at, Reason, []));
                from = AlarmState.InsufficientData;
                at += TimeSpan.FromMinutes(3);
            }

            changes.Add(new AlarmTransition(alarm, from, AlarmState.Ok, at, Reason, []));
            at += isFlapping ? TimeSpan.FromMinutes(1 + random.Next()) : TimeSpan.FromMinutes(4 + (30 * random.Next()));
        }
    }
}

/// <summary>A state change of an alarm, as it happens and as it reaches the system.</summary>
/// <param name="Change">The change, as the event tells it.</param>
/// <param name="Event">The SNS event, UTF-8.</param>
internal sealed record ScriptedChange(AlarmChange Change, ReadOnlyMemory<byte> Event)
{
    public static ScriptedChange Of(ReadOnlyMemory<byte> written, DateTimeOffset at) =>
        new(AlarmParser.Parse(written, at).OfType<ChangedAlarm>().Single().Change, written);
}
