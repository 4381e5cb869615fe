using System.Collections.Immutable;
using ContactCenter.Core.Incidents.History;

namespace ContactCenter.Core.Learning.Advice;

/// <summary>What would make an alarm worth hearing.</summary>
public enum AdviceKind
{
    /// <summary>Let it be red for longer before it tells.</summary>
    Lengthen,

    /// <summary>Let it be quiet for longer before it is over, so that a return is no new firing.</summary>
    Calm,

    /// <summary>It tells what another alarm tells within two minutes.</summary>
    Merge,

    /// <summary>Nobody did anything because of it: put it into the report.</summary>
    Demote,

    /// <summary>It tells again and again of what is real: repair the cause.</summary>
    Fix,
}

/// <summary>Advice for one alarm, chosen in the first weeks and tried in the last.</summary>
/// <param name="Alarm">Name of the alarm.</param>
/// <param name="Kind">What to do.</param>
/// <param name="Patience">With which patience; as it is today where that is not what is advised.</param>
/// <param name="Other">The alarm that tells the same, where that is the advice.</param>
/// <param name="Labelled">How many incidents of it people have judged or acted in.</param>
/// <param name="Today">What it told in the last week.</param>
/// <param name="Then">What it would have told in the last week.</param>
public sealed record AlarmAdvice(
    string Alarm, AdviceKind Kind, AlarmPatience Patience, string? Other, int Labelled, ReplayOutcome Today, ReplayOutcome Then);

/// <summary>
/// Advises on alarms by replaying when they were red. Of the metric itself only half hours are stored, so another threshold is not tried,
/// and nothing is said of one.
/// </summary>
public static class AlarmAdviser
{
    /// <summary>Three weeks to choose by, and one to try it on.</summary>
    public const int Days = 28;

    /// <summary>Of fewer incidents that are labelled only flapping is judged.</summary>
    public const int MinimumLabelled = 5;

    /// <summary>An alarm that fired less often disturbs nobody.</summary>
    private const int MinimumFirings = 5;

    /// <summary>So often the same must be real before its cause is worth more than its alarm.</summary>
    private const int MinimumRepeats = 4;

    /// <summary>Two alarms that are together in so large a share of their firings tell the same.</summary>
    private const double Same = 0.8;

    private static readonly TimeSpan Together = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Tried = TimeSpan.FromDays(7);

    private static readonly ImmutableArray<TimeSpan> Lasting =
        [.. new[] { 0, 1, 2, 3, 5, 10, 15 }.Select(static minutes => TimeSpan.FromMinutes(minutes))];

    /// <summary>No longer: what is real and begins within it is told as the old firing, which people have dismissed.</summary>
    private static readonly ImmutableArray<TimeSpan> Quiet =
        [.. new[] { 0, 5, 10 }.Select(static minutes => TimeSpan.FromMinutes(minutes))];

    /// <summary>Advises on every alarm that fired often enough, the most noise saved first.</summary>
    /// <param name="days">What alarms did; four weeks or more.</param>
    /// <param name="incidents">Incidents of that time.</param>
    /// <param name="to">The first moment that does not count any more; the week before it is what advice is tried on.</param>
    /// <param name="period">How much later an alarm may tell than today at most: one period of its metric.</param>
    public static ImmutableArray<AlarmAdvice> Of(
        IReadOnlyList<AlarmDay> days, IReadOnlyList<IncidentRecord> incidents, DateTimeOffset to, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(days);
        var episodes = days.GroupBy(static day => day.Name, StringComparer.Ordinal).ToDictionary(
            static alarm => alarm.Key,
            static alarm => AlarmEpisode.Of(alarm.SelectMany(static day => day.Moments)),
            StringComparer.Ordinal);
        var byAlarm = AlarmIncidents.ByAlarm(incidents);
        return
        [
            .. episodes.Where(alarm => alarm.Value.Count(episode => episode.From < to) >= MinimumFirings)
                .OrderBy(static alarm => alarm.Key, StringComparer.Ordinal)
                .Select(alarm => Advise(
                    alarm.Key, alarm.Value, [.. byAlarm[alarm.Key]], episodes, to, period))
                .OfType<AlarmAdvice>()
                .OrderByDescending(static advice => advice.Today.Noise - advice.Then.Noise),
        ];
    }

    private static AlarmAdvice? Advise(
        string alarm,
        ImmutableArray<AlarmEpisode> episodes,
        IReadOnlyList<IncidentRecord> its,
        Dictionary<string, ImmutableArray<AlarmEpisode>> all,
        DateTimeOffset to,
        TimeSpan period)
    {
        var (split, first) = (to - Tried, episodes[0].From);
        IncidentRecord[] real = [.. its.Where(ReplayOutcome.IsReal)];
        var labelled = its.Count(static one => one.Verdict is not null || !one.Acts.IsEmpty);
        var today = default(AlarmPatience);
        var learned = ReplayOutcome.Of(episodes, real, today, first, split);
        var choices = from lasting in labelled >= MinimumLabelled ? Lasting : [TimeSpan.Zero]
                      from quiet in Quiet
                      let patience = new AlarmPatience(lasting, quiet)
                      let outcome = ReplayOutcome.Of(episodes, real, patience, first, split)
                      where outcome.Incidents == learned.Incidents && outcome.MedianDelay <= period
                      orderby outcome.Noise, lasting, quiet
                      select patience;
        var best = choices.FirstOrDefault();
        AlarmAdvice Told(AdviceKind kind, AlarmPatience patience, string? other = null) => new(
            alarm, kind, patience, other, labelled,
            ReplayOutcome.Of(episodes, real, today, split, to),
            ReplayOutcome.Of(episodes, real, patience, split, to));
        return Twin(alarm, episodes, all) is { } twin ? Told(AdviceKind.Merge, today, twin)
            : labelled >= MinimumLabelled && real.Length == 0 ? Told(AdviceKind.Demote, today)
            : best != today && ReplayOutcome.Of(episodes, real, best, first, split).Noise < learned.Noise
                ? Told(best.Lasting > TimeSpan.Zero ? AdviceKind.Lengthen : AdviceKind.Calm, best)
            : real.Length >= MinimumRepeats && learned.Noise == 0 ? Told(AdviceKind.Fix, today)
            : null;
    }

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
