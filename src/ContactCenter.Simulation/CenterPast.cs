using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Simulation.Center;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Simulation;

/// <summary>Reads a simulated center as the collector does: queues at once, CloudWatch every minute or every other, and late.</summary>
/// <param name="configuration">The center.</param>
/// <param name="habits">What it does day and night, or null.</param>
/// <param name="minutes">What CloudWatch has of it.</param>
/// <param name="phase">0 or 1: in which of two minutes it looks.</param>
public sealed class MinuteReading(
    ContactCenterConfiguration configuration, HabitsDescription? habits, WatchedMinutes minutes, int phase = 0)
{
    private readonly QueueSeries _queues = new(configuration);
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone);

    private readonly BusinessCalendar _calendar = new(habits is null
        ? configuration
        : configuration with { Holidays = [.. configuration.Holidays.Union(habits.Holidays)] });

    /// <summary>What is read at the end of a minute.</summary>
    public CenterMinute Read(CenterFigures figures, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var at = TimeZoneInfo.ConvertTime(now, _zone);
        var values = _queues.Of(figures with { At = now }, _calendar)
            .Select(one => new MinuteValue(one.Series, at, one.Value)).ToList();
        var minute = MetricStore.MinuteOf(now);
        var isLook = (minute + phase) % WatchedSeries.MinutesOfLook == 0;
        for (var back = WatchedSeries.MinutesOfLook + WatchedSeries.MinutesLate; back > WatchedSeries.MinutesLate; back--)
        {
            var isLast = back == WatchedSeries.MinutesLate + 1;
            var end = at.AddMinutes(1 - back);
            values.AddRange(minutes.Read(minute - back).Where(one => one.Series.IsEachMinute ? isLast : isLook)
                .Select(one => new MinuteValue(one.Series, end, one.Value)));
        }

        return new(at, values);
    }
}

/// <summary>What was read at the end of a minute.</summary>
/// <param name="At">The end, by the clock of the center.</param>
/// <param name="Values">The values.</param>
public sealed record CenterMinute(DateTimeOffset At, IReadOnlyList<MinuteValue> Values);

/// <summary>Weeks of a center in which nothing goes wrong.</summary>
public static class CenterPast
{
    /// <summary>Plays them, minute by minute.</summary>
    /// <param name="configuration">The center.</param>
    /// <param name="habits">What it does day and night, or null.</param>
    /// <param name="from">Begin.</param>
    /// <param name="until">End.</param>
    /// <param name="seed">Everything that chance decides follows from it.</param>
    public static IEnumerable<CenterMinute> Play(
        ContactCenterConfiguration configuration, HabitsDescription? habits, DateTimeOffset from, DateTimeOffset until, long seed)
    {
        var store = new MetricStore();
        var center = new SimulatedCenter(
            CenterDescription.Of(NamesOfCenter.Of(configuration)) with { Habits = habits }, from, seed, store);
        var reading = new MinuteReading(configuration, habits, new(store, WatchedSeries.Of(configuration)));
        while (center.Now < until)
        {
            _ = center.AdvanceMinute();
            yield return reading.Read(center.Figures, center.Now);
        }
    }

    /// <summary>What is learned in them of what is usual.</summary>
    public static CenterWatch Learn(
        ContactCenterConfiguration configuration, HabitsDescription? habits, DateTimeOffset from, DateTimeOffset until, long seed)
    {
        var watch = new CenterWatch();
        foreach (var minute in Play(configuration, habits, from, until, seed))
        {
            foreach (var (series, at, value) in minute.Values)
            {
                watch.Add(series, at, value);
            }

            _ = watch.Decide(minute.At);
        }

        return watch;
    }
}
