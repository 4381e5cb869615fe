using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Advice;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Simulation.Learning;

/// <summary>
/// Four weeks of alarms whose noise is known: most of the time a single bad minute, now and then two or three in a row, and between them
/// incidents in which the alarm stays red and people act. What advice removes can be counted.
/// </summary>
public static class PlantedNoise
{
    /// <summary>So many alarms are planted.</summary>
    public const int Alarms = 10;

    /// <summary>All of them look once a minute.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private const int Weeks = 4;
    private static readonly DateTimeOffset Begin = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What advice did in the week that it had not seen.</summary>
    /// <param name="NoiseToday">Firings of nothing, as the alarms are.</param>
    /// <param name="NoiseThen">The same with what is advised.</param>
    /// <param name="FoundToday">Real incidents that were told.</param>
    /// <param name="FoundThen">The same with what is advised.</param>
    /// <param name="Delay">The longest of the median delays.</param>
    public readonly record struct Held(int NoiseToday, int NoiseThen, int FoundToday, int FoundThen, TimeSpan Delay)
    {
        /// <summary>Share of the noise that is gone.</summary>
        public double Removed => NoiseToday == 0 ? 0 : 1 - ((double)NoiseThen / NoiseToday);
    }

    /// <summary>Plants, advises on the first three weeks, and counts in the last.</summary>
    public static Held Try(long seed)
    {
        var to = Begin.AddDays(7 * Weeks);
        var (days, incidents) = Of(seed, Begin, to);
        var advised = AlarmAdviser.Of(days, incidents, to, Period);
        var held = new Held(0, 0, 0, 0, TimeSpan.Zero);
        foreach (var alarm in days.GroupBy(static day => day.Name, StringComparer.Ordinal))
        {
            var advice = advised.FirstOrDefault(one => one.Alarm == alarm.Key);
            var episodes = AlarmEpisode.Of(alarm.SelectMany(static day => day.Moments));
            IncidentRecord[] real =
                [.. incidents.Where(one => one.Alarms[0].Name == alarm.Key && ReplayOutcome.IsReal(one))];
            var today = ReplayOutcome.Of(episodes, real, default, to.AddDays(-7), to);
            var then = ReplayOutcome.Of(episodes, real, advice?.Patience ?? default, to.AddDays(-7), to);
            held = new Held(
                held.NoiseToday + today.Noise,
                held.NoiseThen + then.Noise,
                held.FoundToday + today.Incidents,
                held.FoundThen + then.Incidents,
                then.MedianDelay > held.Delay ? then.MedianDelay : held.Delay);
        }

        return held;
    }

    /// <summary>What planted alarms did between two moments, and the incidents in which they took part.</summary>
    public static (IReadOnlyList<AlarmDay> Days, IReadOnlyList<IncidentRecord> Incidents) Of(
        long seed, DateTimeOffset from, DateTimeOffset to)
    {
        var random = new SeededRandom(seed, "planted noise");
        var (days, incidents) = (new List<AlarmDay>(), new List<IncidentRecord>());
        for (var alarm = 0; alarm < Alarms; alarm++)
        {
            Plant($"cc/planted-{alarm}", random, (from, to), days, incidents);
        }

        return (days, incidents);
    }

    private static int Below(SeededRandom random, int limit) => (int)(random.Next() * limit);

    private static void Plant(
        string name, SeededRandom random, (DateTimeOffset From, DateTimeOffset To) time, List<AlarmDay> days,
        List<IncidentRecord> incidents)
    {
        var moments = new List<AlarmMoment>();
        var at = time.From;
        while (true)
        {
            at = at.AddMinutes(20 + Below(random, 300));
            if (at >= time.To)
            {
                break;
            }

            var isReal = Below(random, 25) == 0;
            var minutes = isReal ? 8 + Below(random, 40) : Below(random, 100) is var chance && chance < 88 ? 1 : chance < 96 ? 2 : 3;
            moments.Add(new AlarmMoment(at, AlarmState.Alarm));
            moments.Add(new AlarmMoment(at.AddMinutes(minutes), AlarmState.Ok));
            if (isReal || Below(random, 3) == 0)
            {
                incidents.Add(Incident(name, incidents.Count, at, minutes, isReal));
            }

            at = at.AddMinutes(minutes);
        }

        days.AddRange(moments.GroupBy(static moment => DateOnly.FromDateTime(moment.At.UtcDateTime)).Select(day => new AlarmDay(
            day.Key, new AlarmId($"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{name}", null), name, [.. day])));
    }

    /// <summary>People acted in what was real, and called noise a third of what was not.</summary>
    private static IncidentRecord Incident(string alarm, int number, DateTimeOffset at, int minutes, bool isReal) => new()
    {
        Id = $"PLANTED-{number + 1}",
        Version = 1,
        Receipts = 0,
        Group = "queue",
        Resource = alarm,
        Location = "123456789012/eu-central-1",
        Subject = alarm,
        Symptom = alarm,
        Owner = "operations",
        Runbook = "queue",
        State = IncidentState.Resolved,
        Severity = Severity.P3,
        Reasons = [],
        BeganAt = at,
        DetectedAt = at,
        ResolvedAt = at.AddMinutes(minutes + 10),
        Acknowledged = PromiseOutcome.Kept,
        Resolved = PromiseOutcome.Kept,
        AlarmCount = 1,
        Changes = 2,
        Verdict = isReal ? VerdictKind.Real : VerdictKind.Noise,
        Alarms = [new AlarmMentions(alarm, 2)],
    };
}
