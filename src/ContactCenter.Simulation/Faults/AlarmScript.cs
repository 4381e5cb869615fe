using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Simulation.Faults;

/// <summary>What the alarms of a run do: each turns red and recovers a few times, some flap, and at the end all are OK.</summary>
internal static class AlarmScript
{
    private const int MaximumAlarms = 7;

    public static IReadOnlyList<AlarmChange> Write(ContactCenterConfiguration configuration, SeededRandom random, DateTimeOffset start, TimeSpan length)
    {
        var candidates = AlarmPlan.For(configuration, AlarmCatalog.Default).Where(alarm => alarm.Definition.Scope != AlarmScope.System).ToList();
        var changes = new List<AlarmChange>();
        var count = 1 + (int)(random.Next() * MaximumAlarms);
        for (var i = 0; i < count; i++)
        {
            var index = (int)(random.Next() * candidates.Count);
            AddAlarm(changes, candidates[index], configuration, random, start, length);
            candidates.RemoveAt(index);
        }

        return [.. changes.OrderBy(change => change.At)];
    }

    private static void AddAlarm(
        List<AlarmChange> changes, BoundAlarm alarm, ContactCenterConfiguration configuration, SeededRandom random, DateTimeOffset start, TimeSpan length)
    {
        var at = start + (length * 0.5 * random.Next());
        var isFlapping = random.Chance(0.15);
        var rounds = isFlapping ? 6 + (int)(random.Next() * 8) : 1 + (int)(random.Next() * 2);
        for (var round = 0; round < rounds && at < start + length; round++)
        {
            changes.Add(Change(alarm, configuration, AlarmState.Alarm, at));
            at += isFlapping ? TimeSpan.FromMinutes(1 + (2 * random.Next())) : TimeSpan.FromMinutes(1 + (50 * random.Next()));
            if (random.Chance(0.1))
            {
                changes.Add(Change(alarm, configuration, AlarmState.InsufficientData, at));
                at += TimeSpan.FromMinutes(3);
            }

            changes.Add(Change(alarm, configuration, AlarmState.Ok, at));
            at += isFlapping ? TimeSpan.FromMinutes(1 + random.Next()) : TimeSpan.FromMinutes(4 + (30 * random.Next()));
        }
    }

    private static AlarmChange Change(BoundAlarm alarm, ContactCenterConfiguration configuration, AlarmState state, DateTimeOffset at) => new()
    {
        AlarmArn = $"arn:aws:cloudwatch:{configuration.Instance.Region}:{configuration.Instance.AccountId}:alarm:{alarm.Name}",
        AlarmName = alarm.Name,
        AccountId = configuration.Instance.AccountId,
        Region = configuration.Instance.Region,
        State = state,
        At = at,
        Metrics = alarm.Metrics,
        Threshold = alarm.Definition.AnomalyBand is null ? alarm.Definition.Threshold : null,
        Comparison = alarm.Definition.Comparison,
    };
}
