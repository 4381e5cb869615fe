using System.Collections.Immutable;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Learning.Advice;

/// <summary>A time in which an alarm was red.</summary>
/// <param name="From">When it turned red.</param>
/// <param name="To">When it was not any more.</param>
public readonly record struct AlarmEpisode(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>The episodes of an alarm, in order; one that has no end in what is known is left out.</summary>
    public static ImmutableArray<AlarmEpisode> Of(IEnumerable<AlarmMoment> moments)
    {
        var episodes = ImmutableArray.CreateBuilder<AlarmEpisode>();
        DateTimeOffset? red = null;
        foreach (var moment in moments.Order())
        {
            if (moment.State == AlarmState.Alarm)
            {
                red ??= moment.At;
            }
            else if (red is { } from)
            {
                episodes.Add(new AlarmEpisode(from, moment.At));
                red = null;
            }
        }

        return episodes.ToImmutable();
    }
}

/// <summary>How an alarm would tell: it has to be red for so long, and is over when it was not for so long.</summary>
/// <param name="Lasting">So long it has to be red before it tells.</param>
/// <param name="Quiet">So long it has to be quiet before it is over; a return within that is the same firing.</param>
public readonly record struct AlarmPatience(TimeSpan Lasting, TimeSpan Quiet)
{
    /// <summary>When an alarm with this patience would have told, by when it was red.</summary>
    public ImmutableArray<AlarmEpisode> Replay(ImmutableArray<AlarmEpisode> episodes)
    {
        var firings = ImmutableArray.CreateBuilder<AlarmEpisode>();
        foreach (var episode in episodes)
        {
            if (firings.Count > 0 && episode.From - firings[^1].To <= Quiet)
            {
                firings[^1] = firings[^1] with { To = episode.To };
            }
            else if (episode.To - episode.From > Lasting || Lasting == TimeSpan.Zero)
            {
                firings.Add(new AlarmEpisode(episode.From + Lasting, episode.To));
            }
        }

        return firings.ToImmutable();
    }
}

/// <summary>What an alarm would have told in a time, with some patience.</summary>
/// <param name="Firings">How often it would have told.</param>
/// <param name="Noise">How often of them of nothing that anybody had to do with.</param>
/// <param name="Incidents">How many incidents that were real it would have told of.</param>
/// <param name="Possible">Of how many it can tell at all: of how many it was red.</param>
/// <param name="MedianDelay">How much later than today it would have told of them, in the middle.</param>
public sealed record ReplayOutcome(int Firings, int Noise, int Incidents, int Possible, TimeSpan MedianDelay)
{
    /// <summary>An incident counts from so long before its begin on.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(15);

    /// <summary>Replays an alarm over incidents.</summary>
    /// <param name="episodes">When it was red.</param>
    /// <param name="real">Incidents of it that were real.</param>
    /// <param name="patience">How it would tell.</param>
    /// <param name="from">The first moment that counts.</param>
    /// <param name="to">The first that does not any more.</param>
    public static ReplayOutcome Of(
        ImmutableArray<AlarmEpisode> episodes,
        IReadOnlyList<IncidentRecord> real,
        AlarmPatience patience,
        DateTimeOffset from,
        DateTimeOffset to) => Of(episodes, episodes, patience.Replay, real, from, to);

    /// <summary>Compares what an alarm would have told with what it told.</summary>
    /// <param name="episodes">When it was red, as it is.</param>
    /// <param name="others">When it would have been red, in place of that.</param>
    /// <param name="told">What of that is told.</param>
    /// <param name="real">Incidents of it that were real.</param>
    /// <param name="from">The first moment that counts.</param>
    /// <param name="to">The first that does not any more.</param>
    internal static ReplayOutcome Of(
        ImmutableArray<AlarmEpisode> episodes,
        ImmutableArray<AlarmEpisode> others,
        Func<ImmutableArray<AlarmEpisode>, ImmutableArray<AlarmEpisode>> told,
        IReadOnlyList<IncidentRecord> real,
        DateTimeOffset from,
        DateTimeOffset to)
    {
        ImmutableArray<AlarmEpisode> Within(ImmutableArray<AlarmEpisode> all) =>
            [.. all.Where(episode => episode.From >= from && episode.From < to)];
        var today = default(AlarmPatience).Replay(Within(episodes));
        var firings = told(Within(others));
        var delays = new List<TimeSpan>();
        var all = 0;
        foreach (var incident in real.Where(one => one.BeganAt >= from && one.BeganAt < to))
        {
            var (now, then) = (First(today, incident), First(firings, incident));
            all += now is null ? 0 : 1;
            if (now is { } sooner && then is { } later)
            {
                delays.Add(later - sooner);
            }
        }

        delays.Sort();
        return new ReplayOutcome(
            firings.Length,
            firings.Count(firing => !real.Any(incident => Belongs(firing, incident))),
            delays.Count,
            all,
            delays.Count == 0 ? TimeSpan.Zero : delays[(delays.Count - 1) / 2]);
    }

    /// <summary>Whether an incident of an alarm was real: people said so, or did something, or a repair helped.</summary>
    public static bool IsReal(IncidentRecord incident) => incident is { Verdict: VerdictKind.Real }
        || (incident.Verdict is null && AlarmIncidents.IsActedOn(incident));

    private static DateTimeOffset? First(ImmutableArray<AlarmEpisode> firings, IncidentRecord incident) =>
        firings.Where(firing => Belongs(firing, incident)).Select(static firing => (DateTimeOffset?)firing.From).FirstOrDefault();

    private static bool Belongs(AlarmEpisode firing, IncidentRecord incident) =>
        firing.From >= incident.BeganAt - Early && firing.From < (incident.ResolvedAt ?? DateTimeOffset.MaxValue);
}
