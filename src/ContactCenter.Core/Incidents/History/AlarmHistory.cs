using System.Collections.Immutable;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Incidents.History;

/// <summary>An alarm took a state that was not known before.</summary>
/// <param name="Id">The alarm.</param>
/// <param name="Name">Its name.</param>
/// <param name="Moment">The state and its time.</param>
public sealed record AlarmNews(AlarmId Id, string Name, AlarmMoment Moment)
{
    /// <summary>What a decision has come to know of alarms: states that the correlation has after it and had not before.</summary>
    public static ImmutableArray<AlarmNews> Between(Correlation before, Correlation after)
    {
        if (before.Tracks == after.Tracks)
        {
            return [];
        }

        var known = before.Tracks.ToHashSet<AlarmTrack>(ReferenceEqualityComparer.Instance);
        return
        [
            .. after.Tracks.Where(track => !known.Contains(track)).SelectMany(track =>
            {
                var old = before.Tracks.FirstOrDefault(candidate => candidate.Id == track.Id)?.Moments ?? [];
                return track.Moments
                    .Where(moment => old.BinarySearch(moment) < 0)
                    .Select(moment => new AlarmNews(track.Id, track.Name, moment));
            }),
        ];
    }
}

/// <summary>What an alarm did on a day (UTC).</summary>
/// <param name="Day">The day.</param>
/// <param name="Id">The alarm.</param>
/// <param name="Name">Its name.</param>
/// <param name="Moments">Its changes in order of time, to the millisecond.</param>
public sealed record AlarmDay(DateOnly Day, AlarmId Id, string Name, ImmutableArray<AlarmMoment> Moments);

/// <summary>Every change of every alarm, which CloudWatch forgets after 30 days.</summary>
public interface IAlarmHistory
{
    /// <summary>Adds changes; in any order, and one that is known changes nothing.</summary>
    ValueTask AddAsync(IReadOnlyList<AlarmNews> news, CancellationToken cancellationToken);

    /// <summary>What all alarms did on a day, ordered by alarm.</summary>
    ValueTask<IReadOnlyList<AlarmDay>> DayAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>What an alarm did on days, both included; days without a change are left out.</summary>
    ValueTask<IReadOnlyList<AlarmDay>> OfAlarmAsync(AlarmId alarm, DateOnly from, DateOnly to, CancellationToken cancellationToken);
}
