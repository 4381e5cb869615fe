using System.Collections.Immutable;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Learning.Advice;

/// <summary>Advises on alarms by replaying when they were red, and where the metric is known, when they would have been.</summary>
public static class AlarmAdviser
{
    /// <summary>Three weeks to choose by, and one to try it on.</summary>
    public const int Days = 28;

    /// <summary>So long nobody must have done anything because of an alarm before it is taken away.</summary>
    public const int SilentDays = 90;

    /// <summary>Of fewer incidents that are labelled only flapping is judged.</summary>
    public const int MinimumLabelled = 5;

    /// <summary>An alarm that fired less often disturbs nobody.</summary>
    private const int MinimumFirings = 5;

    /// <summary>So often the same must be real before its cause is worth more than its alarm.</summary>
    private const int MinimumRepeats = 4;

    /// <summary>Two alarms that are together in so large a share of their firings tell the same.</summary>
    private const double Same = 0.8;

    /// <summary>
    /// Beyond the usual choice, another kind of change must take away so large a share of the noise more: of two that do the same the
    /// simpler one is advised.
    /// </summary>
    private const double Worth = 0.1;

    /// <summary>Hours are worth a schedule where at least so large a share of the noise is in them.</summary>
    private const double QuietShare = 0.5;

    /// <summary>On fewer days noise in the same hours is chance.</summary>
    private const int MinimumQuietDays = 5;

    private static readonly TimeSpan Together = TimeSpan.FromMinutes(2);

    /// <summary>What advice is tried on.</summary>
    internal static readonly TimeSpan Tried = TimeSpan.FromDays(7);

    private static readonly ImmutableArray<TimeSpan> Lasting =
        [.. new[] { 0, 1, 2, 3, 5, 10, 15 }.Select(static minutes => TimeSpan.FromMinutes(minutes))];

    /// <summary>No longer: what is real and begins within it is told as the old firing, which people have dismissed.</summary>
    private static readonly ImmutableArray<TimeSpan> Quiet =
        [.. new[] { 0, 5, 10 }.Select(static minutes => TimeSpan.FromMinutes(minutes))];

    /// <summary>Advises on every alarm that fired often enough, the most noise saved first.</summary>
    /// <param name="days">What alarms did; four weeks or more.</param>
    /// <param name="incidents">Incidents of that time; of a quarter, for what nobody has needed that long.</param>
    /// <param name="to">The first moment that does not count any more; the week before it is what advice is tried on.</param>
    /// <param name="period">How much later an alarm may tell than today at most: one period of its metric.</param>
    /// <param name="zone">The clock of the center, for hours of the day; null: no hours are tried.</param>
    /// <param name="metrics">Metrics of alarms, by name of the alarm; null: no other threshold is tried.</param>
    public static ImmutableArray<AlarmAdvice> Of(
        IReadOnlyList<AlarmDay> days,
        IReadOnlyList<IncidentRecord> incidents,
        DateTimeOffset to,
        TimeSpan period,
        TimeZoneInfo? zone = null,
        IReadOnlyDictionary<string, MetricHistory>? metrics = null)
    {
        ArgumentNullException.ThrowIfNull(days);
        var moments = days.GroupBy(static day => day.Name, StringComparer.Ordinal).ToDictionary(
            static alarm => alarm.Key, static alarm => alarm.SelectMany(static day => day.Moments).ToArray(), StringComparer.Ordinal);
        var episodes = moments.ToDictionary(
            static alarm => alarm.Key, static alarm => AlarmEpisode.Of(alarm.Value), StringComparer.Ordinal);
        var byAlarm = AlarmIncidents.ByAlarm(incidents);
        return
        [
            .. Noisy(days, to).Select(alarm => Advise(
                    new AlarmPast(alarm, moments[alarm], episodes[alarm], [.. byAlarm[alarm]], metrics?.GetValueOrDefault(alarm)),
                    episodes, to, period, zone))
                .OfType<AlarmAdvice>()
                .OrderByDescending(static advice => advice.Today.Noise - advice.Then.Noise),
        ];
    }

    /// <summary>Names of alarms that fired often enough, in order.</summary>
    public static IEnumerable<string> Noisy(IReadOnlyList<AlarmDay> days, DateTimeOffset to) => days
        .GroupBy(static day => day.Name, StringComparer.Ordinal)
        .Where(alarm => AlarmEpisode.Of(alarm.SelectMany(static day => day.Moments)).Count(one => one.From < to) >= MinimumFirings)
        .Select(static alarm => alarm.Key)
        .Order(StringComparer.Ordinal);

    private static AlarmAdvice? Advise(
        AlarmPast past,
        Dictionary<string, ImmutableArray<AlarmEpisode>> all,
        DateTimeOffset to,
        TimeSpan period,
        TimeZoneInfo? zone)
    {
        var (split, first, today) = (to - Tried, past.Episodes[0].From, default(AlarmPatience));
        IncidentRecord[] real = [.. past.Incidents.Where(ReplayOutcome.IsReal)];
        var labelled = past.Incidents.Count(static one => one.Verdict is not null || !one.Acts.IsEmpty);
        var isLabelled = labelled >= MinimumLabelled;
        ReplayOutcome Replayed(AlarmPatience patience, DateTimeOffset from, DateTimeOffset until) =>
            ReplayOutcome.Of(past.Episodes, real, patience, from, until);
        AlarmAdvice Told(AdviceKind kind, ReplayOutcome then, AlarmPatience patience = default, string? other = null) =>
            new(past.Alarm, kind, patience, other, labelled, Replayed(today, split, to), then);

        var learned = Replayed(today, first, split);
        if (Twin(past.Alarm, past.Episodes, all) is { } twin)
        {
            return Told(AdviceKind.Merge, Replayed(today, split, to), other: twin);
        }

        if (isLabelled && real.Length == 0)
        {
            return Told(IsSilent(past, to) ? AdviceKind.Delete : AdviceKind.Demote, Replayed(today, split, to));
        }

        var choices = from lasting in isLabelled ? Lasting : [TimeSpan.Zero]
                      from quiet in Quiet
                      let patience = new AlarmPatience(lasting, quiet)
                      let outcome = Replayed(patience, first, split)
                      where outcome.Incidents == learned.Incidents && outcome.MedianDelay <= period
                      orderby outcome.Noise, lasting, quiet
                      select (Patience: patience, outcome.Noise);
        var (best, left) = choices.FirstOrDefault((today, learned.Noise));
        var advice = best != today && left < learned.Noise
            ? Told(best.Lasting > TimeSpan.Zero ? AdviceKind.Lengthen : AdviceKind.Calm, Replayed(best, split, to), best)
            : null;
        foreach (var (noise, other) in Others(past, real, labelled, learned, (first, split, to), period, zone))
        {
            if (noise <= left - (Worth * learned.Noise) && noise < left)
            {
                (advice, left) = (other, noise);
            }
        }

        return advice ?? (real.Length >= MinimumRepeats && learned.Noise == 0
            ? Told(AdviceKind.Fix, Replayed(today, split, to)) : null);
    }

    /// <summary>Other changes that lose nothing in the weeks to choose by, with the noise that each leaves there.</summary>
    private static IEnumerable<(int Noise, AlarmAdvice Advice)> Others(
        AlarmPast past, IncidentRecord[] real, int labelled, ReplayOutcome learned,
        (DateTimeOffset First, DateTimeOffset Split, DateTimeOffset To) time, TimeSpan period, TimeZoneInfo? zone)
    {
        var advice = new AlarmAdvice(
            past.Alarm, AdviceKind.MissingData, default, null, labelled,
            ReplayOutcome.Of(past.Episodes, real, default, time.Split, time.To), learned);
        bool Holds(ReplayOutcome outcome) => outcome.Incidents == learned.Incidents && outcome.MedianDelay <= period;

        // where a gap keeps the state it is neither an end nor a new begin
        var whole = AlarmEpisode.Of(past.Moments.Where(static moment => moment.State != AlarmState.InsufficientData));
        ReplayOutcome Whole(DateTimeOffset from, DateTimeOffset to) =>
            ReplayOutcome.Of(past.Episodes, whole, default(AlarmPatience).Replay, real, from, to);
        if (Whole(time.First, time.Split) is var kept && Holds(kept) && kept.Noise < learned.Noise)
        {
            yield return (kept.Noise, advice with { Then = Whole(time.Split, time.To) });
        }

        if (labelled < MinimumLabelled)
        {
            yield break;
        }

        if (zone is not null && HoursOf(past, real, learned, time, zone) is { } hours)
        {
            ReplayOutcome Muted(DateTimeOffset from, DateTimeOffset to) =>
                ReplayOutcome.Of(past.Episodes, past.Episodes, its => hours.Replay(its, zone), real, from, to);
            yield return (
                Muted(time.First, time.Split).Noise,
                advice with { Kind = AdviceKind.Schedule, Hours = hours, Then = Muted(time.Split, time.To) });
        }

        if (past.Metric is { } metric && ThresholdAdviser.Of(metric, real, time.To, advice) is { } raised)
        {
            yield return raised;
        }
    }

    /// <summary>
    /// The hours in which most of the noise is and nothing that was real; the fewest of those that hold as much. Incidents must be told as
    /// soon as today, and the noise must have come on several days: once is chance.
    /// </summary>
    private static QuietHours? HoursOf(
        AlarmPast past, IncidentRecord[] real, ReplayOutcome learned,
        (DateTimeOffset First, DateTimeOffset Split, DateTimeOffset To) time, TimeZoneInfo zone)
    {
        ImmutableArray<AlarmEpisode> its = [.. past.Episodes.Where(one => one.From >= time.First && one.From < time.Split)];
        return QuietHours.All
            .Select(hours => (
                Hours: hours,
                Days: its.Where(one => hours.EndOf(one.From, zone) is not null)
                    .Select(one => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(one.From, zone).DateTime)).Distinct().Count()))
            .Where(static one => one.Days >= MinimumQuietDays)
            .Select(one => (one.Hours, Outcome: ReplayOutcome.Of(
                past.Episodes, past.Episodes, episodes => one.Hours.Replay(episodes, zone), real, time.First, time.Split)))
            .Where(one => one.Outcome.Incidents == learned.Incidents
                && one.Outcome.MedianDelay == TimeSpan.Zero
                && learned.Noise - one.Outcome.Noise >= QuietShare * learned.Noise
                && learned.Noise > 0)
            .OrderBy(static one => one.Outcome.Noise)
            .ThenBy(static one => one.Hours.Hours)
            .ThenBy(static one => one.Hours.Days)
            .ThenBy(static one => one.Hours.From)
            .Select(static one => one.Hours)
            .FirstOrDefault();
    }

    /// <summary>Whether people have judged or seen it for a quarter, and nobody ever had to do anything.</summary>
    private static bool IsSilent(AlarmPast past, DateTimeOffset to) =>
        past.Incidents.Any(one => one.BeganAt < to.AddDays(-SilentDays).AddDays(Tried.TotalDays));

    /// <summary>The alarm, earlier in order, that fires together with this one nearly always.</summary>
    private static string? Twin(
        string alarm, ImmutableArray<AlarmEpisode> episodes, Dictionary<string, ImmutableArray<AlarmEpisode>> all) =>
        all.Where(other => string.CompareOrdinal(other.Key, alarm) < 0 && other.Value.Length >= MinimumFirings)
            .Where(other =>
            {
                var both = episodes.Count(one => other.Value.Any(each => (each.From - one.From).Duration() <= Together));
                return both > Same * (episodes.Length + other.Value.Length - both);
            })
            .Select(static other => other.Key)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
}

/// <summary>What is known of an alarm.</summary>
/// <param name="Alarm">Its name.</param>
/// <param name="Moments">Its changes.</param>
/// <param name="Episodes">When it was red.</param>
/// <param name="Incidents">Incidents in which it took part.</param>
/// <param name="Metric">Its metric, where it was read.</param>
internal sealed record AlarmPast(
    string Alarm,
    IReadOnlyList<AlarmMoment> Moments,
    ImmutableArray<AlarmEpisode> Episodes,
    IReadOnlyList<IncidentRecord> Incidents,
    MetricHistory? Metric);
